import type { Document, Section } from '../document.ts';
import { rememberingLast } from '../remembering.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';

/** A section whose heading is the name of a field, and what that can stand for. */
export interface NamedSection {
  readonly section: Section;
  readonly roles: readonly FieldRole[];
}

/** Those of a document, in its order. Several dialects ask for the same. */
export const namedSections = rememberingLast((document: Document, vocabulary: Vocabulary): readonly NamedSection[] =>
  document.sections.flatMap((section) => {
    const roles = fieldRoles(section.title, vocabulary);
    return roles.length ? [{ section, roles }] : [];
  }),
);
