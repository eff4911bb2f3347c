import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { Workspace, type WorkspaceOptions } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const decision = (number: number, status: string, context = 'x', more = ''): string => `# ${number}. Keep it\n\n## Status\n\n${status}\n\n## Context\n\n${context}\n\n## Decision\n\nWe keep it.\n\n## Consequences\n\nNone.\n${more}`;
/** So much that no document of another folder is checked with it. */
const LONG = `\n${'It is long. '.repeat(20_000)}\n`;

function workspaceOf(content: Record<string, string>, more: Partial<WorkspaceOptions> = { isChecked: () => true }): { readonly workspace: Workspace; readonly parsed: string[] } {
  const parsed: string[] = [];
  const parse: WorkspaceOptions['parse'] = (path, text) => {
    parsed.push(path);
    return parseDocument(path, text);
  };
  return { parsed, workspace: new Workspace({ files: memoryFiles(new Map(Object.entries(content))), templates: builtInTemplates, language: 'en', rulePage: (id) => `rules/${id}.md`, today: () => '2026-03-02', parse, ...more }) };
}

async function findingsOf(workspace: Workspace) {
  const findings = [];
  for (const path of workspace.paths()) findings.push([path, (await workspace.lintFully(path)).map(({ ruleId, reason, range }) => [ruleId, reason, range])]);
  return findings;
}

// What is found in all documents, and how often each was parsed for it.
async function checked(content: Record<string, string>, more?: Partial<WorkspaceOptions>) {
  const { workspace, parsed } = workspaceOf(content, more);
  await workspace.load();
  return { findings: await findingsOf(workspace), parsed: parsed.sort() };
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

  it('are parsed once, too, where a template lies beside them', async () => {
    expect(await parsedAgain({ 'adr/template.md': decision(0, '{status}', '{what is there}'), 'adr/0001-a.md': decision(1, 'Accepted'), 'notes/a.md': '# A\n' })).toEqual([]);
  });

  it('are parsed once, too, where the team does not do all that its template says', async () => {
    const template = '# {title}\n\n## Summary\n\n{in short}\n\n## Motivation\n\n{why}\n\n## Risks\n\n{what may fail}\n\n### Worst case\n\n{what then}\n';
    const rfc = (...titles: string[]): string => `# A title\n\n${titles.map((title) => `${title}\n\nIt is so.\n`).join('\n')}`;
    const all = (of: (at: number) => string): Record<string, string> => ({ 'rfcs/0000-template.md': template, ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`rfcs/00${at + 10}-a.md`, of(at)])) });
    const told = async (content: Record<string, string>): Promise<string> => JSON.stringify((await checked(content)).findings);

    const withoutRisks = all((at) => (at % 3 ? rfc('## Summary', '## Motivation', '## Risks', '### Worst case') : rfc('## Summary', '## Motivation')));
    expect(await parsedAgain(withoutRisks)).toEqual([]);
    expect(await told(withoutRisks)).not.toContain('Risks');
    const withMost = all((at) => (at ? rfc('## Summary', '## Motivation', '## Risks', '### Worst case') : rfc('## Summary', '## Motivation')));
    expect(await parsedAgain(withMost)).toEqual([]);
    expect(await told(withMost)).toContain('The section \\"Risks\\" is missing');
    const inOtherOrder = all((at) => (at % 3 ? rfc('## Motivation', '## Summary', '## Risks', '### Worst case') : rfc('## Summary', '## Motivation', '## Risks', '### Worst case')));
    expect(await parsedAgain(inOtherOrder)).toEqual([]);
    expect(await told(inOtherOrder)).not.toContain('section-order');

    const withoutWorstCase = all((at) => (at > 1 ? rfc('## Summary', '## Motivation', '## Risks', ...(at % 3 ? [] : ['### Worst case'])) : rfc('## Summary', '## Motivation')));
    expect(await parsedAgain({ ...withoutWorstCase, 'rfcs/0011-a.md': rfc('## Summary', '## Motivation', '## Risks') })).toEqual(['rfcs/0010-a.md']);
    const silencing = { ...withoutRisks, 'rfcs/0010-a.md': `${withoutRisks['rfcs/0010-a.md']}\n<!-- docket-disable required-sections -->\n` };
    expect(await parsedAgain(silencing)).toEqual(['rfcs/0010-a.md']);
  });

  it('are parsed once, too, where documents that are read later are those that they require', async () => {
    const eip = (number: number, requires: string, text = 'x'): string => `---\neip: ${number}\ntitle: Keep it\nstatus: Draft\nrequires: ${requires}\n---\n\n## Abstract\n\n${text}\n`;
    expect(await parsedAgain({ 'a/eip-1.md': eip(1, '2, 3', LONG), 'b/eip-2.md': eip(2, '1', LONG), 'c/eip-3.md': eip(3, '1, 2') })).toEqual([]);
  });

  it('wait, too, where nobody could know by its name that a template lies beside them', async () => {
    expect(await parsedAgain({ 'adr/0001-a.md': decision(1, 'Accepted'), 'adr/begin-here.md': '# {short title}\n\n- Status: {proposed | accepted}\n- Date: YYYY-MM-DD\n\n## Context\n\n{describe the context}\n\n## Decision\n\n{describe the decision}\n' })).toContain('adr/0001-a.md');
  });

  it('go by the side-car beside them', async () => {
    const content = { 'keps/0001-a/README.md': '# KEP-1: Keep it\n\n## Summary\n\nx\n\n## Motivation\n\ny\n', 'keps/0001-a/kep.yaml': 'title: Keep it\nkep-number: 1\nstatus: implementable\n' };
    expect(await parsedAgain(content)).toEqual([]);
  });

  it('are parsed once, too, where several read a part of them and one settles all', async () => {
    const template = '# {title}\n\n## Summary\n\n{in short}\n\n## Risks\n\n{what may fail}\n';
    const rfc = (title: string): string => `# A title\n\n## Summary\n\nIt is so.\n\n${title}\n\nIt is so.\n`;
    const content = {
      'adr/0001-a.md': decision(1, 'Accepted'), 'adr/0002-b.md': decision(2, 'Superseded by [3](0003-c.md)', '[1](0001-a.md)'), 'adr/0003-c.md': decision(3, 'Accepted\n\nSupersedes [2](0002-b.md)'),
      'rfcs/template.md': template, ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`rfcs/000${at + 1}-a.md`, rfc(at ? '## Motivation' : '## Risks')])),
      'zeta/0007-c.md': decision(7, 'Accepted', '[2](../adr/0002-b.md)'),
    };
    const parts = [workspaceOf(content), workspaceOf(content)];
    const one = workspaceOf(content, { isChecked: () => true, readMany: async (paths, receive) => {
      for (const [at, { workspace }] of parts.entries()) {
        await workspace.look(['']);
        const own = paths.filter((path) => (path.startsWith('zeta/') ? 1 : 0) === at);
        for (const path of own) {
          await workspace.refresh(path);
          receive(workspace.reading(path)!);
        }
        await workspace.checkEarly();
      }
    } });
    await one.workspace.load();
    for (const { workspace } of parts) for (const [path, found] of workspace.handOver()) one.workspace.takeOver(path, found);
    expect(parts.flatMap(({ workspace }) => workspace.handOver())).toEqual([]);
    expect(await findingsOf(one.workspace)).toEqual((await checked(content, {})).findings);
    expect(one.parsed).toEqual(['zeta/0007-c.md']);
  });

  it('are parsed no second time for others that are not asked for', async () => {
    const { parsed } = await checked({ 'a/0001-a.md': decision(1, 'Accepted'), 'a/0002-b.md': decision(2, 'Accepted') }, { isChecked: (path) => path === 'a/0002-b.md' });
    expect(parsed).toEqual(['a/0001-a.md', 'a/0001-a.md', 'a/0002-b.md']);
  });
});
