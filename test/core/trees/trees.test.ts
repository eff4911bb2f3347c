import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { trees } from '../../../src/core/trees/index.ts';
import { actions } from '../../../src/core/trees/actions.ts';
import { decisions } from '../../../src/core/trees/decisions.ts';
import { STATUS_WORDS } from '../../../src/core/trees/status-words.ts';
import type { Tree, TreeNode } from '../../../src/core/trees/tree.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const decision = (number: number, title: string, fields: string): string => `---\n${fields}\n---\n# ${title}\n\n## Context and Problem Statement\n\nx\n\n## Considered Options\n\n- a\n\n## Decision Outcome\n\n${number}\n`;

const FILES: Record<string, string> = {
  'docs/decisions/0001-keep-scans.md': decision(1, 'Keep scans for a year', 'status: superseded by ADR-0003\ndate: 2025-01-10'),
  'docs/decisions/0002-poll-carriers.md': decision(2, 'Poll carriers', 'status: proposed\ndate: 2026-03-01\ndecide-by: 2026-03-15\ndecision-makers: ann, bob'),
  'docs/decisions/0003-keep-scans-longer.md': decision(3, 'Keep scans for two years', 'status: accepted\ndate: 2026-01-20'),
  'docs/decisions/0004-캐시.md': decision(4, '도착 예정 시각을 캐시한다', 'status: proposed\ndate: 2026-02-27\ndecide-by: 2026-04-30'),
  'docs/decisions/0005-one-sms-provider.md': decision(5, 'Use one provider for text messages', 'status: accepted\ndate: 2026-02-01'),
  'docs/postmortems/2026-03-10-backlog.md':
    '---\nstatus: draft\ndate: 2026-03-10\n---\n# Backlog of scans\n\n## Summary\n\nx\n\n## Impact\n\nx\n\n## Timeline\n\nx\n\n## Root Causes\n\nx\n\n## Action Items\n\n- [ ] @ann Raise the limit (due: 2026-03-01)\n- [x] @bob Drain the queue (due: 2026-03-11)\n- [ ] Write it down\n- [ ] @cho Alert on age (due: 2026-03-22)\n- [ ] @cho Test the limit (due: 2026-06-01)\n- [ ] Write it down\n',
  'README.md': '# Read me\n\n- [ ] not an item of the team\n',
};
const TODAY = '2026-03-20';

async function build(tree: Tree, language: Language = 'en', today = TODAY, files = FILES): Promise<TreeNode[]> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language, rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return tree.build({ entries: workspace.entries(), language, today });
}
const outline = (nodes: readonly TreeNode[]) => nodes.map((group) => [group.label, group.description, ...(group.children ?? []).map((node) => `${node.label} | ${node.description}`)]);
const allNodes = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);

describe('the tree of decisions', () => {
  it('shows open ones first, the longest waiting on top, with date, age and owners', async () => {
    expect(outline(await build(decisions))).toEqual([
      ['Proposed', '2', '0004 도착 예정 시각을 캐시한다 | decide by 2026-04-30 · open for 3 weeks', '0002 Poll carriers | decision 5 days late · open for 2 weeks · ann, bob'],
      ['Accepted', '2', '0005 Use one provider for text messages | 2026-02-01', '0003 Keep scans for two years | 2026-01-20'],
      ['Superseded', '1', '0001 Keep scans for a year | 2025-01-10'],
    ]);
  });

  it('says the same in Korean', async () => {
    expect(outline(await build(decisions, 'ko'))).toEqual([
      ['제안됨', '2', '0004 도착 예정 시각을 캐시한다 | 결정 기한 2026-04-30 · 3주째 열려 있음', '0002 Poll carriers | 결정 기한 5일 지남 · 2주째 열려 있음 · ann, bob'],
      ['승인됨', '2', '0005 Use one provider for text messages | 2026-02-01', '0003 Keep scans for two years | 2026-01-20'],
      ['대체됨', '1', '0001 Keep scans for a year | 2025-01-10'],
    ]);
  });

  it('warns of one whose date has passed', async () => {
    const icons = async (today: string) => Object.fromEntries(allNodes(await build(decisions, 'en', today)).map((node) => [node.label, node.icon?.name]));
    expect((await icons(TODAY))['0002 Poll carriers']).toBe('warning');
    expect((await icons('2026-03-15'))['0002 Poll carriers']).toBe(STATUS_WORDS.proposed.icon);
  });

  it('says by what one was superseded', async () => {
    const node = allNodes(await build(decisions)).find((one) => one.id === 'document:docs/decisions/0001-keep-scans.md')!;
    expect(node.tooltip).toContain('Superseded by 0003 Keep scans for two years');
    expect(node.spoken).toContain('Superseded by 0003');
  });

  it('is empty where there are none', async () => {
    expect(await build(decisions, 'en', TODAY, {})).toEqual([]);
  });
});

describe('the tree of action items', () => {
  it('shows those that are to be done, by when they are due', async () => {
    expect(outline(await build(actions))).toEqual([
      ['Overdue', '1', 'Raise the limit | @ann · 2 weeks overdue · 2026-03-10-backlog'],
      ['Due in 7 Days', '1', 'Alert on age | @cho · due 2026-03-22 · 2026-03-10-backlog'],
      ['Later', '1', 'Test the limit | @cho · due 2026-06-01 · 2026-03-10-backlog'],
      ['No Due Date', '2', 'Write it down | nobody · 2026-03-10-backlog', 'Write it down | nobody · 2026-03-10-backlog'],
    ]);
  });

  it('says the same in Korean', async () => {
    expect(outline(await build(actions, 'ko')).map(([label, , first]) => [label, first])).toEqual([
      ['기한 지남', 'Raise the limit | @ann · 2주 지남 · 2026-03-10-backlog'],
      ['7일 안', 'Alert on age | @cho · 기한 2026-03-22 · 2026-03-10-backlog'],
      ['나중', 'Test the limit | @cho · 기한 2026-06-01 · 2026-03-10-backlog'],
      ['기한 없음', 'Write it down | 담당자 없음 · 2026-03-10-backlog'],
    ]);
  });

  it('is not overdue on the day itself', async () => {
    expect((await build(actions, 'en', '2026-03-01'))[0]!.label).toBe('Due in 7 Days');
    expect((await build(actions, 'en', '2026-03-02'))[0]!.label).toBe('Overdue');
  });

  it('leads to the item’s line', async () => {
    const [node] = (await build(actions))[0]!.children!;
    const text = FILES['docs/postmortems/2026-03-10-backlog.md']!;
    expect(node!.place).toMatchObject({ path: 'docs/postmortems/2026-03-10-backlog.md', line: text.slice(0, text.indexOf('Raise')).split('\n').length });
    expect(node!.tooltip!.at(-1)).toBe(`docs/postmortems/2026-03-10-backlog.md, line ${node!.place!.line}`);
  });

  it('keeps its ids while others are ticked and lines come and go', async () => {
    const path = 'docs/postmortems/2026-03-10-backlog.md';
    const changed = { ...FILES, [path]: FILES[path]!.replace('[ ] @ann', '[x] @ann').replace('## Impact\n', '## Impact\n\nmore\n') };
    const ids = async (files: Record<string, string>) => allNodes(await build(actions, 'en', TODAY, files)).map((node) => node.id).filter((id) => id.startsWith('action:'));
    const before = await ids(FILES);
    expect(before.filter((id) => !id.includes('Raise')).sort()).toEqual((await ids(changed)).sort());
  });
});

describe('every tree', () => {
  it.each(trees.map((tree) => [tree.id, tree] as const))('%s has no two rows of one id, and the same ids in every language', async (_, tree) => {
    const ids = allNodes(await build(tree)).map((node) => node.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(allNodes(await build(tree, 'ko')).map((node) => node.id)).toEqual(ids);
  });

  it.each(trees.map((tree) => [tree.id, tree] as const))('%s is plain data, and speaks every row', async (_, tree) => {
    const nodes = await build(tree);
    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
    for (const node of allNodes(nodes)) expect(node.spoken).toContain(node.label);
  });
});
