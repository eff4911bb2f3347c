import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docTypeOf } from '../../src/core/doc-type.ts';
import { parseDocument, type Document } from '../../src/core/document.ts';
import { LANGUAGES } from '../../src/core/language.ts';
import { newDocument } from '../../src/core/new-document.ts';
import type { Template } from '../../src/core/template.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates, templatesIn } from './built-in.ts';

const folder = (language: string): URL => new URL(`examples/${language}/`, import.meta.url);
const exampleOf = ({ id, language }: Template): string => readFileSync(new URL(`${id}.md`, folder(language!)), 'utf8');
const named = builtInTemplates.map((template) => [`${template.id} in ${template.language}`, template] as const);

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

// The number in the example's heading is also that in the name of its file.
const numberIn = (template: Template): string => (/^# (\d+)\./m.exec(exampleOf(template))?.[1] ?? '7').padStart(4, '0');

describe('the example of a built-in template', () => {
  it.each(LANGUAGES)('is there for every type in %s', (language) => {
    expect(readdirSync(folder(language)).sort()).toEqual(templatesIn(language).map(({ id }) => `${id}.md`).sort());
  });

  it.each(named)('%s has the sections of its template, in their order', (_, template) => {
    const [, ...sections] = parseDocument('a.md', exampleOf(template)).sections;
    const own = template.sections.filter(({ repeated }) => !repeated).map(({ title }) => title);
    expect(sections.map(({ title }) => title).filter((title) => own.includes(title))).toEqual(own);
    for (const { title, parent } of sections) if (!own.includes(title)) expect(template.sections.some((one) => one.repeated && one.parent?.title === parent?.title)).toBe(true);
  });

  it.each(named)('%s fills the fields of its template', (_, template) => {
    const keys = (text: string): string[] => parseDocument('a.md', text).fields.map((field) => field.key);
    expect(keys(exampleOf(template))).toEqual(keys(template.text));
  });

  it.each(named)('%s keeps the tables of its template', (_, template) => {
    const headers = (text: string): string[][] => parseDocument('a.md', text).tables.map((table) => table.header.map((cell) => cell.text));
    expect(headers(exampleOf(template))).toEqual(headers(template.text));
  });

  it.each(templatesIn('en').map((template, index) => [template.id, template, templatesIn('ko')[index]!] as const))('%s has one structure in every language', (_, en, ko) => {
    const structure = ({ sections, tables, tasks, fields }: Document) => [sections.map(({ depth }) => depth), tables.map(({ rows }) => rows.length), tasks.map(({ mark }) => mark), fields.map(({ key }) => key)];
    expect(structure(parseDocument('a.md', exampleOf(ko)))).toEqual(structure(parseDocument('a.md', exampleOf(en))));
  });

  it.each(named)('%s is taken for its own type wherever it lies, and has no finding', async (_, template) => {
    for (const path of [`${template.folder}/${template.file.replace('{number}', numberIn(template)).replace('{date}', '2026-12-02').replace('{slug}', 'parcels')}`, 'notes/parcels.md']) {
      const workspace = await workspaceOf({ [path]: exampleOf(template) });
      const [entry] = workspace.entries();
      expect([path, entry?.kind]).toEqual([path, template.kind]);
      const match = docTypeOf(await workspace.document(path), entry, workspace.configurationOf(path).types, 'en');
      expect([match?.type.id, match?.template.language, match?.why]).toEqual([template.id, template.language, 'headings']);
      expect(await workspace.lint(path)).toEqual([]);
    }
  });
});

/** The fields that are left for the author of a new document; the date and the author are known. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  design: ['reviewers', 'review-by'],
  decision: ['decision-makers', 'decide-by', 'consulted', 'informed'],
  'decision-short': ['decision-makers'],
  'decision-nygard': [],
  rfc: ['decision-makers', 'decide-by'],
  meeting: ['chair', 'scribe'],
  postmortem: ['reviewers', 'severity', 'incident-start', 'incident-end'],
  migration: ['reviewers', 'review-by'],
  readiness: ['reviewers', 'launch-date'],
  charter: ['sponsor', 'decide-by'],
};

describe('a built-in template that nobody has filled in', () => {
  it.each(named)('%s is told of each field and of each section that asks for something, and of nothing else', async (_, template) => {
    const { path, text } = newDocument({ template, title: 'Parcels', today: '2026-12-02', author: 'Ann', entries: [] })!;
    const workspace = await workspaceOf({ [path]: text });
    const findings = await workspace.lint(path);
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(['placeholder-text']));
    expect(findings.flatMap(({ data }) => data['field'] ?? [])).toEqual(ASKED[template.id]);
    const asking = template.sections.filter(({ prompt }) => /\{/.test(prompt)).map(({ title }) => title);
    expect(findings.flatMap(({ data }) => data['section'] ?? []).sort()).toEqual(asking.sort());
  });

  it('is told of an RFC’s decision only when it is accepted', async () => {
    for (const [template, heading] of [[templatesIn('en'), '\n## Decision\n'], [templatesIn('ko'), '\n## 결정\n']] as const) {
      const example = exampleOf(template.find(({ id }) => id === 'rfc')!);
      const without = example.slice(0, example.indexOf(heading) + 1);
      const rulesOf = async (text: string): Promise<string[]> => (await (await workspaceOf({ 'docs/rfcs/0001-a.md': text })).lint('docs/rfcs/0001-a.md')).map(({ ruleId }) => ruleId);
      expect(await rulesOf(without)).toEqual(['required-sections']);
      expect(await rulesOf(without.replace('status: accepted', 'status: proposed'))).toEqual([]);
    }
  });
});

describe('all examples together', () => {
  it('are each taken for their own type, side by side', async () => {
    const paths = new Map(builtInTemplates.map((template) => [`${template.folder}/${template.language}-${template.file.replace('{number}', numberIn(template)).replace('{date}', '2026-12-02').replace('{slug}', template.id)}`, template]));
    const workspace = await workspaceOf(Object.fromEntries([...paths].map(([path, template]) => [path, exampleOf(template)])));
    for (const entry of workspace.entries()) {
      const match = docTypeOf(await workspace.document(entry.path), entry, workspace.configurationOf(entry.path).types, 'en');
      expect([entry.path, match?.type.id]).toEqual([entry.path, paths.get(entry.path)?.id]);
      expect(await workspace.lint(entry.path)).toEqual([]);
    }
  });
});
