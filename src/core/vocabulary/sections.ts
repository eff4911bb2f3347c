import { fieldRoles, sectionRoles, type Vocabulary } from './index.ts';

/** Is the heading the name of a part of a document, so that it cannot be its title? */
export function sectionNames(title: string, vocabulary: Vocabulary): boolean {
  if (sectionRoles(title, vocabulary).length > 0) return true;
  return fieldRoles(title, vocabulary).some((role) => role === 'metadata' || role === 'changelog' || role === 'related' || role === 'status' || role === 'title' || role === 'authors');
}
