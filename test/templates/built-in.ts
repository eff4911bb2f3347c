import { LANGUAGES, type Language } from '../../src/core/language.ts';
import { readTemplate, type Template } from '../../src/core/template.ts';
import { templates } from '../../src/templates/index.ts';

/** Every built-in template, read. */
export const builtInTemplates: readonly Template[] = LANGUAGES.flatMap((language) => templatesIn(language));

/** The built-in templates of one language, in their order. */
export function templatesIn(language: Language): readonly Template[] {
  return templates[language].map((text, index) => readTemplate(`template-${index}`, text, language));
}
