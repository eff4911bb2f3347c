import { LANGUAGES } from '../core/language.ts';
import { readTemplate, type Template } from '../core/template.ts';
import { templates } from '../templates/index.ts';

/** The built-in templates in every language. */
export function builtInTemplates(): Template[] {
  return LANGUAGES.flatMap((language) => templates[language].map((text, index) => readTemplate(`template-${index}`, text, language)));
}
