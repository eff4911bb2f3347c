import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../src/cli/built-in.ts';
import { baselineText, beyondBaseline, readBaseline } from '../../src/core/baseline.ts';
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
    const documents = readBaseline(text)!;
    expect(beyondBaseline(all.toReversed(), documents, 'a.md')).toEqual([]);
    expect(beyondBaseline([...all, finding('readable')], documents, 'a.md')).toHaveLength(1);
    expect(beyondBaseline([finding('required-sections', 'Decision')], documents, 'a.md')).toHaveLength(1);
    expect(beyondBaseline(all, documents, 'b.md')).toEqual(all);
    expect(beyondBaseline(all, documents, 'constructor')).toEqual(all);
  });

  it.each(['', '[]', '{"version":2,"documents":{}}', '{"version":1,"documents":{"a.md":{"readable":{"":"2"}}}}'])('is not %s', (other) => {
    expect(readBaseline(other)).toBeUndefined();
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
    const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries({ ...files, ...more }))), templates: builtInTemplates(), language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
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
    ['is something else', { 'docket-baseline.json': 'a' }, 'The file "docket-baseline.json" is not a baseline that Docket has written; write it again with docket lint --update-baseline.'],
  ])('says so at its place where it %s', async (_, more, reason) => {
    expect((await open(more as Readonly<Record<string, string>>)).configFindings('.docket.yaml')).toMatchObject([{ reason, line: 1, column: 11 }]);
  });

  it('does not take a folder’s README for a document that a wildcard names', async () => {
    expect(await (await open({ 'docket-baseline.json': '{"version":1,"documents":{}}' })).typeOf('notes/README.md')).toBeUndefined();
  });
});
