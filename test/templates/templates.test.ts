import { describe, expect, it } from 'vitest';
import { builtInTypes } from '../../src/core/configuration.ts';
import { docTypeOf } from '../../src/core/doc-type.ts';
import { parseDocument } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import type { Finding } from '../../src/core/finding.ts';
import { newDocument } from '../../src/core/new-document.ts';
import { isPlaceholderTitle } from '../../src/core/headings.ts';
import type { Template } from '../../src/core/template.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { lintText, typeOf } from '../core/lint-text.ts';
import { builtInTemplates, templatesIn } from './built-in.ts';

const named = builtInTemplates.map((template) => [`${template.id} in ${template.language}`, template] as const);
const created = (template: Template): string => newDocument({ template, title: 'Keep scans for a year', today: '2026-01-31', author: 'Ann', entries: [] })!.text;
const lint = (template: Template, text: string) => lintText(text, { types: [typeOf(template)] });
const isOfSections = (finding: Finding): boolean => finding.ruleId !== 'placeholder-text';

describe('the built-in templates', () => {
  it('are the same types in the same order in every language', () => {
    expect(templatesIn('ko').map((template) => template.id)).toEqual(templatesIn('en').map((template) => template.id));
  });

  it.each(templatesIn('en').map((template, index) => [template.id, template, templatesIn('ko')[index]!] as const))('%s has one structure in every language', (_, en, ko) => {
    const structure = (template: Template) => ({
      sections: template.sections.map((section) => [section.depth, section.required, section.requiredFrom, section.minimum, section.repeated, section.parent && template.sections.indexOf(section.parent)]),
      fields: parseDocument('a.md', template.text).fields.map((field) => field.key),
      about: [template.kind, template.icon, template.folder, template.apart, template.file, template.signOff.length],
      statuses: template.statuses.map(({ means, open, next }) => [means, open, next?.map((name) => template.statuses.findIndex((status) => status.name === name))]),
      tables: parseDocument('a.md', template.text).tables.map((table) => [table.header.length, table.rows.length]),
      tasks: parseDocument('a.md', template.text).tasks.length,
    });
    expect(structure(ko)).toEqual(structure(en));
  });

  it.each(templatesIn('en').map((template, index) => [template.id, template, templatesIn('ko')[index]!] as const))('%s knows its headings in every language', (_, en, ko) => {
    en.sections.forEach((section, index) => {
      if (isPlaceholderTitle(section.title)) return;
      expect(section.keys).toContain(ko.sections[index]!.keys[0]);
      expect(ko.sections[index]!.keys).toContain(section.keys[0]);
    });
  });

  it.each(templatesIn('en').flatMap((en, index) => (en.id === 'meeting' ? [en, templatesIn('ko')[index]!] : [])).map((template) => [template.language, template] as const))('knows events that did not page by what Koreans call them: %s', (_, template) => {
    const keys = template.sections.flatMap((section) => section.keys);
    for (const title of ['호출하지 않은 이벤트', '호출되지 않은 이벤트', '비호출 이벤트']) expect(keys).toContain(title);
  });

  it.each(named)('%s has no mistake in its directives', (_, template) => {
    expect(template.mistakes).toEqual([]);
  });

  it.each(named)('%s gives no two sections the same heading or alias', (_, template) => {
    const keys = template.sections.flatMap((section) => section.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(named)('%s has no mistake in its directives', (_, template) => {
    expect(template.mistakes).toEqual([]);
  });

  it.each(named)('%s says all that a list of types shows', (_, template) => {
    expect(template.label).not.toBe(template.id);
    for (const text of [template.label, template.description, template.icon, template.folder, template.file]) expect(text).not.toBe('');
    expect(template.id).not.toMatch(/^template-/);
  });
});

describe('a document that a built-in template made', () => {
  it.each(named)('%s is read without a problem and has no directive left', (_, template) => {
    const text = created(template);
    expect(parseDocument('a.md', text).problems).toEqual([]);
    expect(text).not.toMatch(/docket:|<!--/);
    expect(text).not.toMatch(/\n{3,}|^\n/);
  });

  it.each(named)('%s is told of its prompts, once for each section that has some, and of nothing else', (_, template) => {
    const document = parseDocument('a.md', created(template));
    const asked = document.sections.slice(1).filter(({ content }) => /[{}]/.test(document.text.slice(content.start, content.end))).map(({ title }) => title);
    const findings = lint(template, document.text);
    expect(findings.filter((finding) => finding.data['section'] !== undefined).map((finding) => [finding.ruleId, finding.data['section']])).toEqual(asked.map((title) => ['placeholder-text', title]));
    expect(findings.filter((finding) => finding.data['section'] === undefined).every((finding) => finding.data['field'] !== undefined)).toBe(true);
  });

  it.each(named)('%s is taken for its own type in a workspace', async (_, template) => {
    const document = newDocument({ template, title: 'Keep scans for a year', today: '2026-01-31', entries: [] })!;
    const workspace = new Workspace({ files: memoryFiles(new Map([[document.path, document.text]])), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    const [entry] = workspace.entries();
    const { types } = workspace.configurationOf(document.path);
    expect(entry).toMatchObject({ kind: template.kind });
    expect(docTypeOf(parseDocument(document.path, document.text), entry, types, 'en')).toMatchObject({ type: { id: template.id }, template: { language: template.language }, why: 'headings' });
    expect((await workspace.lint(document.path)).filter((finding) => finding.ruleId !== 'placeholder-text')).toEqual([]);
  });

  for (const [name, template] of named) {
    const required = template.sections.filter((section) => section.required && section.requiredFrom === undefined);
    it.each(required.map((section) => [section.title, section] as const))(`${name}: without "%s" it has that one finding, and the fix settles it`, (title, section) => {
      for (const text of [created(template), created(template).replaceAll('\n', '\r\n'), created(template).trimEnd()]) {
        const document = parseDocument('a.md', text);
        const { extent } = document.sections.find((one) => one.title === title && one.depth === section.depth)!;
        const without = text.slice(0, extent.start) + text.slice(extent.end);
        const findings = lint(template, without).filter(isOfSections);
        expect(findings.map((finding) => [finding.ruleId, finding.data['section']])).toEqual([['required-sections', title]]);

        const fixed = applyEdits(without, findings[0]!.fixes[0]!.edits);
        expect(lint(template, fixed).filter(isOfSections)).toEqual([]);
        expect(fixed.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(fixed.replaceAll('\r\n', '')).not.toMatch(text.includes('\r\n') ? /[\r\n]/ : /\r/);
        expect(/\n$/.test(fixed)).toBe(/\n$/.test(without));
        expect(fixed).not.toMatch(/(?:\r?\n){3,}/);
        const order = (source: string) => parseDocument('a.md', source).sections.map((one) => [one.title, one.depth]);
        const isNeeded = (one: string) => !template.sections.some((wanted) => wanted.title === one && !wanted.required);
        expect(order(fixed).filter(([one]) => isNeeded(String(one)))).toEqual(order(text).filter(([one]) => isNeeded(String(one))));
      }
    });
  }

  it('is of one type in all languages', () => {
    expect(builtInTypes(builtInTemplates).map((type) => type.templates.map((template) => template.language))).toEqual(templatesIn('en').map(() => ['en', 'ko']));
  });
});
