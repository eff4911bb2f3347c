import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../templates/built-in.ts';
import { baselineText, beyondBaseline, type Baseline } from '../../src/core/baseline.ts';
import { readBaseline } from '../../src/core/config/read-baseline.ts';
import type { Finding } from '../../src/core/finding.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';

const finding = (ruleId: string, section?: string): Finding => ({ ruleId, section }) as unknown as Finding;

describe('a baseline', () => {
  const all = [finding('required-sections', 'Context'), finding('readable'), finding('readable')];
  const text = baselineText(new Map([['b.md', []], ['a.md', all]]));

  it('counts the findings of each document by rule and section', () => {
    expect(JSON.parse(text)).toEqual({ version: 1, documents: { 'a.md': { readable: { '': 2 }, 'required-sections': { Context: 1 } } } });
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('holds back what it counts, wherever in the document it is, and nothing more', () => {
    const { documents } = readBaseline(text) as { documents: Baseline };
    expect(beyondBaseline(all.toReversed(), documents, 'a.md')).toEqual([]);
    expect(beyondBaseline([...all, finding('readable')], documents, 'a.md')).toHaveLength(1);
    expect(beyondBaseline([finding('required-sections', 'Decision')], documents, 'a.md')).toHaveLength(1);
    expect(beyondBaseline(all, documents, 'b.md')).toEqual(all);
    expect(beyondBaseline(all, documents, 'constructor')).toEqual(all);
  });

  it.each([
    ['', 1, 1, 'a value has to stand here'],
    ['{\n  "version": 1,\n  documents: {}\n}', 3, 3, 'this is no JSON'],
    ['{"version": 1\n"documents": {}}', 2, 1, 'a comma is missing'],
    ['{"version": 1, "documents": {},}', 1, 32, 'a name in double quotes has to stand here'],
    ['{"version": 1, "documents": {', 1, 30, 'a bracket is not closed'],
    ['<<<<<<< HEAD\n{}', 1, 1, 'this is no JSON'],
    ['[]', 1, 1, '"version" has to be 1'],
    ['{"documents":{},"version":2}', 1, 27, '"version" has to be 1'],
    ['{"version":1,"documents":{"a.md":{"readable":{"":"2"}}}}', 1, 50, 'a number of findings has to be whole, and 1 or more'],
    ['{"version":1,"documents":[]}', 1, 26, 'it has to hold "version" and "documents" as Docket writes them'],
    ['{"version":1,"documents":{},"more":1}', 1, 36, 'it has to hold "version" and "documents" as Docket writes them'],
  ])('is not %j, and it says where and why', (other, line, column, reason) => {
    expect(readBaseline(other)).toEqual({ mistake: { line, column, reason: { en: reason, ko: expect.stringMatching(/[가-힣]/) as string } } });
  });
});

describe('a configuration with a baseline', () => {
  const files = {
    '.docket.yaml': 'baseline: docket-baseline.json\ntypes:\n  note: { template: note.md, files: ["notes/*.md"] }\n',
    'note.md': '# {title}\n\n## Why\n\n## What\n',
    'notes/a.md': '# A\n\nStatus: accepted\n\n## Why\n\nText.\n',
    'notes/README.md': '# Notes\n',
  };
  const open = async (more: Readonly<Record<string, string>>): Promise<Workspace> => {
    const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries({ ...files, ...more }))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    return workspace;
  };

  it('does not show what is accepted for now', async () => {
    const workspace = await open({ 'docket-baseline.json': '{"version":1,"documents":{"notes/a.md":{"required-sections":{"What":1}}}}' });
    expect(workspace.configFindings('.docket.yaml')).toEqual([]);
    expect(await workspace.lint('notes/a.md')).toEqual([]);
    expect(await workspace.lintFully('notes/a.md')).toMatchObject([{ data: { section: 'What' } }]);
  });

  it.each([
    ['cannot be read', {}, 'The baseline "docket-baseline.json" cannot be read; check the path, which is relative to this file, or write it with docket lint --update-baseline.'],
    ['is something else', { 'docket-baseline.json': 'a' }, 'The baseline "docket-baseline.json" cannot be used, for this is no JSON (line 1, column 1); mend it, or delete it and write it again with docket lint --update-baseline.'],
  ])('says so at its place where it %s', async (_, more, reason) => {
    expect((await open(more as Readonly<Record<string, string>>)).configFindings('.docket.yaml')).toMatchObject([{ reason, line: 1, column: 11 }]);
  });

  it('does not take a folder’s README for a document that a wildcard names', async () => {
    expect(await (await open({ 'docket-baseline.json': '{"version":1,"documents":{}}' })).typeOf('notes/README.md')).toBeUndefined();
  });
});
