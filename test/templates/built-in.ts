import type { Language } from '../../src/core/language.ts';
import { readTemplates, type Template } from '../../src/core/template.ts';
import { templates } from '../../src/templates/index.ts';

/** Every built-in template, read. */
export const builtInTemplates: readonly Template[] = readTemplates(templates);

/** The built-in templates of one language, in their order. */
export function templatesIn(language: Language): readonly Template[] {
  return builtInTemplates.filter((template) => template.language === language);
}
