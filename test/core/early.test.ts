import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { Workspace, type WorkspaceOptions } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const decision = (number: number, status: string, context = 'x', more = ''): string => `# ${number}. Keep it\n\n## Status\n\n${status}\n\n## Context\n\n${context}\n\n## Decision\n\nWe keep it.\n\n## Consequences\n\nNone.\n${more}`;
/** So much that no document of another folder is checked with it. */
const LONG = `\n${'It is long. '.repeat(20_000)}\n`;

// What is found in all documents, and how often each was parsed for it.
async function checked(content: Record<string, string>, more: Partial<WorkspaceOptions> = { isChecked: () => true }) {
  const parsed: string[] = [];
  const parse: WorkspaceOptions['parse'] = (path, text) => {
    parsed.push(path);
    return parseDocument(path, text);
  };
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(content))), templates: builtInTemplates, language: 'en', rulePage: (id) => `rules/${id}.md`, today: () => '2026-03-02', parse, ...more });
  await workspace.load();
  const findings = [];
  for (const path of workspace.paths()) findings.push([path, (await workspace.lintFully(path)).map(({ ruleId, reason, range }) => [ruleId, reason, range])]);
  return { findings, parsed: parsed.sort() };
}

// Those that were parsed more than once to find what is found when nothing is checked early.
async function parsedAgain(content: Record<string, string>): Promise<readonly string[]> {
  const { findings, parsed } = await checked(content);
  expect(findings).toEqual((await checked(content, {})).findings);
  expect(new Set(parsed)).toEqual(new Set(Object.keys(content).filter((path) => path.endsWith('.md'))));
  return [...new Set(parsed.filter((path, at) => parsed[at - 1] === path))];
}

describe('documents that are checked while they are read', () => {
  it('are parsed once', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Accepted'), 'adr/0002-b.md': decision(2, 'Superseded by [3](0003-c.md)'), 'adr/0003-c.md': decision(3, 'Accepted', 'As [2](0002-b.md) and [none](0009-none.md) say.'), 'notes/a.md': '# A\n\n[1](../adr/0001-a.md) [x](b.md)\n' })).toEqual([]);
  });

  it('are parsed once, too, where others that do not concern them are checked before', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Accepted', 'x', LONG), 'rfc/0001-b.md': decision(1, 'Accepted', '[1](../adr/0001-a.md)', LONG), 'zeta/0007-c.md': decision(7, 'Zwischenstand') })).toEqual([]);
  });

  it('are parsed again where what others say makes their entry another one', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Accepted', 'x', LONG), 'new/0002-b.md': decision(2, 'Accepted\n\nSupersedes [1](../adr/0001-a.md)') })).toEqual(['adr/0001-a.md', 'new/0002-b.md']);
  });

  it('are parsed again where a rule is answered something else when all are read', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Zwischenstand', 'x', LONG), 'rfc/0002-b.md': decision(2, 'Zwischenstand'), 'rfc/0003-c.md': decision(3, 'Accepted') })).toEqual(['adr/0001-a.md', 'rfc/0002-b.md']);
  });

  it('wait for all that follow the template beside them', async () => {
    expect(await parsedAgain({ 'adr/template.md': decision(0, '{status}', '{what is there}'), 'adr/0001-a.md': decision(1, 'Accepted'), 'notes/a.md': '# A\n' })).toEqual(['adr/0001-a.md', 'adr/template.md']);
  });

  it('wait, too, where nobody could know by its name that a template lies beside them', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Accepted'), 'adr/begin-here.md': '# {short title}\n\n- Status: {proposed | accepted}\n- Date: YYYY-MM-DD\n\n## Context\n\n{describe the context}\n\n## Decision\n\n{describe the decision}\n' })).toContain('adr/0001-a.md');
  });

  it('go by the side-car beside them', async () => {
    const content = { 'keps/0001-a/README.md': '# KEP-1: Keep it\n\n## Summary\n\nx\n\n## Motivation\n\ny\n', 'keps/0001-a/kep.yaml': 'title: Keep it\nkep-number: 1\nstatus: implementable\n' };
    expect(await parsedAgain(content)).toEqual([]);
  });

  it('are parsed no second time for others that are not asked for', async () => {
    const { parsed } = await checked({ 'a/0001-a.md': decision(1, 'Accepted'), 'a/0002-b.md': decision(2, 'Accepted') }, { isChecked: (path) => path === 'a/0002-b.md' });
    expect(parsed).toEqual(['a/0001-a.md', 'a/0001-a.md', 'a/0002-b.md']);
  });
});
