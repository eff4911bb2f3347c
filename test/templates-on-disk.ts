import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../src/core/language.ts';
import { readTemplate, type Template } from '../src/core/template.ts';

/** The built-in templates, for programs that no bundler has put them into. */
export async function builtInTemplates(): Promise<Template[]> {
  const folders = LANGUAGES.map((language) => ({ language, folder: fileURLToPath(new URL(`../src/templates/${language}`, import.meta.url)) }));
  const read = folders.map(async ({ language, folder }) => Promise.all((await readdir(folder)).map(async (name) => readTemplate(name.replace(/\.md$/, ''), await readFile(path.join(folder, name), 'utf8'), language))));
  return (await Promise.all(read)).flat();
}
