import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { readSharedIndex, type SharedIndex } from '../../../src/core/shared-index/read.ts';
import { repositoriesOf } from '../../../src/core/shared-index/repositories.ts';
import { trees } from '../../../src/core/trees/index.ts';
import { actions } from '../../../src/core/trees/actions.ts';
import { decisions } from '../../../src/core/trees/decisions.ts';
import { STATUS_WORDS } from '../../../src/core/trees/status-words.ts';
import { questions } from '../../../src/core/trees/questions.ts';
import { Rows, wholeOf } from '../../../src/core/trees/rows.ts';
import type { Filter, Grown, Tree, TreeContext, WholeNode } from '../../../src/core/trees/tree.ts';
import { waiting } from '../../../src/core/trees/waiting.ts';
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

async function build(tree: Tree, language: Language = 'en', today = TODAY, files = FILES, more: Pick<TreeContext, 'choices' | 'me'> = {}): Promise<WholeNode[]> {
  return wholeOf((await grow(tree, files, { language, today, ...more })).branches);
}

async function grow(tree: Tree, files: Record<string, string>, { language = 'en', today = TODAY, ...more }: Partial<TreeContext> = {}): Promise<Grown> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language, rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return tree.grow({ entries: workspace.entries(), entryAt: (path) => workspace.entry(path), language, today, ...more });
}
const outline = (nodes: readonly WholeNode[]) => nodes.map((group) => [group.label, group.description, ...(group.children ?? []).map((node) => `${node.label} | ${node.description}`)]);
const allNodes = (nodes: readonly WholeNode[]): WholeNode[] => nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);

describe('the tree of decisions', () => {
  it('shows open ones first, the longest waiting on top, with date, age and owners', async () => {
    expect(outline(await build(decisions))).toEqual([
      ['Proposed', '2', '0004 도착 예정 시각을 캐시한다 | decide by 2026-04-30 · open for 3 weeks', '0002 Poll carriers | decision 5 days late · open for 2 weeks · ann, bob'],
      ['Accepted', '2', '0005 Use one provider for text messages | 2026-02-01', '0003 Keep scans for two years | 2026-01-20'],
    ]);
  });

  it('says the same in Korean', async () => {
    expect(outline(await build(decisions, 'ko'))).toEqual([
      ['제안됨', '2', '0004 도착 예정 시각을 캐시한다 | 결정 기한 2026-04-30 · 3주째 열려 있음', '0002 Poll carriers | 결정 기한 5일 지남 · 2주째 열려 있음 · ann, bob'],
      ['승인됨', '2', '0005 Use one provider for text messages | 2026-02-01', '0003 Keep scans for two years | 2026-01-20'],
    ]);
  });

  describe('with records of other repositories', () => {
    const record = (path: string, number: number, status: string, more: object = {}): object => ({ path, kind: 'decision', id: `ADR-${number}`, number, title: `T${number}`, status, ...more });
    const index = (name: string, ...documents: readonly object[]): SharedIndex => {
      const read = readSharedIndex(JSON.stringify({ docket: 'index', version: 1, name, url: `https://git.example.com/${name}/`, documents }));
      if (!('index' in read)) throw new Error(read.mistake.reason.en);
      return read.index;
    };
    const others = repositoriesOf([
      index('payments', record('1.md', 1, 'superseded', { supersededBy: ['2.md'] }), record('2.md', 2, 'accepted'), record('3.md', 3, 'proposed', { date: '2026-03-13', decideBy: '2026-03-15' }), { path: 'x.md', kind: 'meeting' }),
      index('ledger', record('a b.md', 1, 'proposed')),
    ]);

    it('shows those of each repository in a group, this one first', async () => {
      const nodes = wholeOf((await grow(decisions, FILES, { others, repository: 'orders', choices: { group: 'repository' } })).branches);
      expect(nodes.map(({ label, description }) => [label, description])).toEqual([['orders', '4'], ['ledger', '1'], ['payments', '2']]);
      expect(outline(nodes.slice(1))).toEqual([['ledger', '1', 'ADR-1 T1 | Proposed'], ['payments', '2', 'ADR-3 T3 | Proposed · decision 5 days late · open for 7 days', 'ADR-2 T2 | Accepted']]);
      expect(nodes[1]!.children![0]).toMatchObject({ kind: 'record', url: 'https://git.example.com/ledger/a%20b.md', can: ['copy'], icon: { name: 'comment-discussion' } });
      expect(nodes[1]!.children![0]!.place ?? nodes[1]!.children![0]!.subject).toBeUndefined();
      expect(nodes[2]!.children![1]!.children!.map(({ label }) => label)).toEqual(['ADR-1 T1']);
    });

    it('names the repository of each where they stand among those of this one', async () => {
      const nodes = wholeOf((await grow(decisions, FILES, { others, choices: { allRepositories: true } })).branches);
      expect(outline(nodes)[0]).toEqual(['Proposed', '4', '0004 도착 예정 시각을 캐시한다 | decide by 2026-04-30 · open for 3 weeks', '0002 Poll carriers | decision 5 days late · open for 2 weeks · ann, bob', 'ADR-3 T3 | decision 5 days late · open for 7 days · payments', 'ADR-1 T1 | ledger']);
    });

    it('shows none of them where nobody asked for them', async () => {
      expect(allNodes(wholeOf((await grow(decisions, FILES, { others })).branches)).filter(({ kind }) => kind === 'record')).toEqual([]);
    });

    it('is quick with a hundred thousand of them, and makes no row that nobody opens', async () => {
      const many = repositoriesOf(Array.from({ length: 1000 }, (_, at) => index(`r${at}`, ...Array.from({ length: 100 }, (__, number) => record(`${number}.md`, number, 'accepted')))));
      const grown = await grow(decisions, FILES, { others: many, choices: { group: 'repository' } });
      expect([grown.count, grown.branches.length]).toEqual([100_005, 1001]);
      const rows = new Rows(grown, 'en');
      expect(rows.below().slice(1).every(({ holds }) => holds === 'closed')).toBe(false);
      expect(rows.below('by-repository:repository:r7')).toHaveLength(100);
    });
  });

  it.each([['en', 'open since today'], ['ko', '오늘부터 열려 있음']] as const)('counts no days of what is new, in %s', async (language, words) => {
    const rows = allNodes(await build(decisions, language, '2026-03-01'));
    expect(rows.find(({ label }) => label === '0002 Poll carriers')!.description).toContain(words);
  });

  it('warns of one whose date has passed', async () => {
    const icons = async (today: string) => Object.fromEntries(allNodes(await build(decisions, 'en', today)).map((node) => [node.label, node.icon?.name]));
    expect((await icons(TODAY))['0002 Poll carriers']).toBe('warning');
    expect((await icons('2026-03-15'))['0002 Poll carriers']).toBe(STATUS_WORDS.proposed.icon);
  });

  it('says by what one was superseded', async () => {
    const node = allNodes(await build(decisions)).find((one) => one.id === 'document:docs/decisions/0001-keep-scans.md')!;
    expect(node.tooltip).toContain('Superseded by 0003 Keep scans for two years');
    expect(node.tooltip.filter((line) => line.startsWith('Status: “') && line.endsWith(' on line 2'))).toHaveLength(1);
    expect(node.spoken).toContain('Superseded by 0003');
  });

  it('puts what was superseded beneath what took its place', async () => {
    const [, accepted] = await build(decisions);
    const over = accepted!.children!.find(({ label }) => label === '0003 Keep scans for two years')!;
    expect(over.children!.map(({ label, description }) => [label, description])).toEqual([['0001 Keep scans for a year', 'Superseded · 2025-01-10']]);
  });

  it('lists what was superseded by nothing that is shown as superseded', async () => {
    const rows = await build(decisions, 'en', TODAY, FILES, { choices: { filter: { text: '0001 scans' } } });
    expect(outline(rows)).toEqual([['Superseded', '1', '0001 Keep scans for a year | 2025-01-10']]);
  });

  it('bears records that supersede each other', async () => {
    const files = { 'adr/0001-a.md': decision(1, 'Use carts', 'status: superseded by ADR-0002\ndate: 2026-01-01'), 'adr/0002-b.md': decision(2, 'Use vans', 'status: superseded by ADR-0001\ndate: 2026-01-02') };
    expect(allNodes(await build(decisions, 'en', TODAY, files)).filter(({ kind }) => kind === 'document')).toHaveLength(2);
  });

  it.each([
    ['type', ['Decision Records']],
    ['owner', ['Nobody', 'ann', 'bob']],
    ['folder', ['docs/decisions']],
    ['package', ['Whole Repository']],
    ['age', ['Up to Three Months', 'Up to a Month']],
  ])('can be grouped by %s', async (group, labels) => {
    expect((await build(decisions, 'en', TODAY, FILES, { choices: { group } })).map(({ label }) => label.replace('@', ''))).toEqual(labels);
  });

  it.each([
    ['number', ['0005', '0004', '0003', '0002']],
    ['date', ['0002', '0004', '0005', '0003']],
    ['age', ['0003', '0005', '0004', '0002']],
    ['waiting', ['0004', '0002', '0005', '0003']],
  ])('can be ordered by %s', async (order, numbers) => {
    const [group] = await build(decisions, 'en', TODAY, FILES, { choices: { group: 'type', order } });
    expect(group!.children!.map(({ label }) => label.slice(0, 4))).toEqual(numbers);
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
      ['No Due Date', '2', 'Write it down | nobody · open for 10 days · 2026-03-10-backlog', 'Write it down | nobody · open for 10 days · 2026-03-10-backlog'],
    ]);
  });

  it('says the same in Korean', async () => {
    expect(outline(await build(actions, 'ko')).map(([label, , first]) => [label, first])).toEqual([
      ['기한 지남', 'Raise the limit | @ann · 2주 지남 · 2026-03-10-backlog'],
      ['7일 안', 'Alert on age | @cho · 기한 2026-03-22 · 2026-03-10-backlog'],
      ['나중', 'Test the limit | @cho · 기한 2026-06-01 · 2026-03-10-backlog'],
      ['기한 없음', 'Write it down | 담당자 없음 · 10일째 열려 있음 · 2026-03-10-backlog'],
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

const minutes = (day: string, items: string): string => `---\ndate: ${day}\nchair: Ann\n---\n# Production meeting\n\n## Attendance\n\n- Ann\n\n## New Action Items\n\n${items}\n`;
const CARRIED: Record<string, string> = {
  'docs/postmortems/2026-02-01-labels.md': '---\nstatus: draft\ndate: 2026-02-01\n---\n# Labels\n\n## Summary\n\nx\n\n## Impact\n\nx\n\n## Timeline\n\nx\n\n## Root Causes\n\nx\n\n## Action Items\n\n- [ ] Raise the limit of the label queue @ann (due: 2026-02-20)\n',
  'docs/meetings/2026-02-04.md': minutes('2026-02-04', '- [ ] Raise the limit of the label queue @ann\n- [ ] Page less at night for labels @bob'),
  'docs/meetings/2026-02-11.md': minutes('2026-02-11', '- [ ] raise the limit of the label queue. @ann\n- [x] Page less at night for labels @bob'),
  'docs/meetings/2026-02-18.md': minutes('2026-02-18', '- [x] Raise the limit of the label queue @ann'),
};

describe('an action that several documents carry', () => {
  it('is one row, with how often it was carried and where it is done, and its places under it, the last one first', async () => {
    const [overdue] = await build(actions, 'en', TODAY, CARRIED);
    expect(overdue!.children!.map(({ label, description }) => [label, description])).toEqual([['Raise the limit of the label queue', '@ann · 4 weeks overdue · carried 3× · done in 2026-02-18 · 2026-02-01-labels']]);
    const [row] = overdue!.children!;
    expect(row!.place!.path).toBe('docs/postmortems/2026-02-01-labels.md');
    expect(row!.subject).toEqual({ path: 'docs/postmortems/2026-02-01-labels.md', action: { text: 'Raise the limit of the label queue', nth: 0 }, everywhere: true });
    expect(row!.children!.map(({ place, checked }) => [place!.path, checked])).toEqual([
      ['docs/meetings/2026-02-18.md', true], ['docs/meetings/2026-02-11.md', false], ['docs/meetings/2026-02-04.md', false], ['docs/postmortems/2026-02-01-labels.md', false],
    ]);
  });

  it('of minutes alone is as the last minutes say', async () => {
    expect(allNodes(await build(actions, 'en', TODAY, CARRIED)).some(({ label }) => label.startsWith('Page less'))).toBe(false);
    const row = allNodes(await build(actions, 'en', TODAY, CARRIED, { choices: { done: true } })).find(({ label }) => label.startsWith('Page less'))!;
    expect([row.checked, row.place!.path, row.can]).toEqual([true, 'docs/meetings/2026-02-11.md', ['untick', 'owner', 'due', 'copy']]);
  });

  it('counts once', async () => {
    expect((await grow(actions, CARRIED)).count).toBe(1);
  });

  it('is carried by every agenda that has its box, but for that of a meeting to come', async () => {
    const agenda = (date: string, mark: string): string => `---\ndate: ${date}\n---\n# Production meeting\n\n## Attendance\n\n- Ann\n\n## Prior Action Items\n\n- [${mark}] [Order disks for the queue](2026-02-13.md#new-action-items) @bob\n- Order disks for the queue (Bob): in review.\n\n## New Action Items\n\n- [ ] Page less @ann\n`;
    const files = { 'docs/meetings/2026-02-13.md': minutes('2026-02-13', '- [ ] Order disks for the queue @bob'), 'docs/meetings/2026-02-20.md': agenda('2026-02-20', ' '), 'docs/meetings/2026-03-13.md': agenda('2026-03-13', 'x'), 'docs/meetings/2026-03-27.md': agenda('2026-03-27', ' ') };
    const row = allNodes(await build(actions, 'en', TODAY, files)).find(({ label }) => label === 'Order disks for the queue')!;
    expect([row.place!.path, row.description]).toEqual(['docs/meetings/2026-02-13.md', '@bob · open for 5 weeks · carried 2× · done in 2026-03-13 · 2026-02-13']);
    expect(row.children!.map(({ place, checked }) => [place!.path, checked])).toEqual([['docs/meetings/2026-03-27.md', false], ['docs/meetings/2026-03-13.md', true], ['docs/meetings/2026-02-20.md', false], ['docs/meetings/2026-02-13.md', false]]);
  });

  it('is as old as the first document that has it', async () => {
    const files = { 'docs/meetings/2026-02-13.md': minutes('2026-02-13', '- [ ] Order disks for the queue @bob'), 'docs/meetings/2026-03-13.md': minutes('2026-03-13', '- [ ] Order disks for the queue @bob\n- [ ] Tell support of the queue @ann') };
    const rows = allNodes(await build(actions, 'en', TODAY, files, { choices: { order: 'age' } })).filter(({ kind }) => kind === 'action');
    expect(rows.map(({ description }) => description)).toEqual(['@bob · open for 5 weeks · carried 1× · 2026-03-13', '@ann · open for 7 days · 2026-03-13']);
  });

  it('says the day of minutes once, where their title says it, too', async () => {
    const files = { 'docs/meetings/2026-02-13-production-meeting.md': minutes('2026-02-13', '- [ ] Order disks for the queue @bob').replace('# Production meeting', '# Production meeting 2026-02-13') };
    const spaced = { 'docs/회의/2026-02-13 운영 회의.md': minutes('2026-02-13', '- [ ] Tell support of the queue @bob').replace('# Production meeting', '# 운영 회의') };
    expect((await build(actions, 'en', TODAY, { ...files, ...spaced }, { choices: { group: 'document' } })).map(({ label }) => label).sort()).toEqual(['2026-02-13 운영 회의', 'Production meeting 2026-02-13']);
  });

  it('is one by its ticket, in whatever words, where each document has it once and one person does it', async () => {
    const minutes = (date: string, items: string): string => `---\ndate: ${date}\n---\n# Meeting\n\n## Attendees\n\n- Ann\n\n## Action Items\n\n${items}`;
    const rows = async (one: string, other: string) => (await grow(actions, { 'docs/meetings/2026-02-04.md': minutes('2026-02-04', one), 'docs/meetings/2026-02-11.md': minutes('2026-02-11', other) })).count;
    expect(await rows('- [ ] Page on a late replica @ann HOP-12\n', '- [ ] 복제 지연 알림 추가 @ann HOP-12\n')).toBe(1);
    expect(await rows('- [ ] Page on a late replica @ann HOP-12\n', '- [ ] 복제 지연 알림 추가 (owner: Ann Lee) HOP-12\n')).toBe(1);
    expect(await rows('- [ ] Page on a late replica @ann HOP-12\n', '- [ ] 복제 지연 알림 추가 @bob HOP-12\n')).toBe(2);
    expect(await rows('- [ ] Page on a late replica @ann HOP-12\n- [ ] Write the runbook of it @ann HOP-12\n', '- [ ] 복제 지연 알림 추가 @ann HOP-12\n')).toBe(3);
  });

  it('is none where minutes only say how an earlier one stands', async () => {
    const minutes = '---\ndate: 2026-02-11\n---\n# Meeting\n\n## Attendees\n\n- Ann\n\n## Prior Action Items\n\n- Limit of the queue (Ann): in review, due last Friday.\n\n## New Action Items\n\n- [ ] Page less @bob\n';
    expect(allNodes(await build(actions, 'en', TODAY, { 'docs/meetings/2026-02-11.md': minutes })).filter(({ subject }) => subject?.action).map(({ label }) => label)).toEqual(['Page less']);
  });

  it('is not carried where two designs have the same step', async () => {
    const design = (title: string): string => `---\nstatus: proposed\ndate: 2026-02-01\n---\n# ${title}\n\n## Goals\n\nx\n\n## Non-Goals\n\nx\n\n## Design\n\nx\n\n## Rollout\n\n- [ ] Turn it on for a tenth of the users\n\n## Alternatives Considered\n\nx\n`;
    expect((await grow(actions, { 'docs/design/0001-a.md': design('A thing'), 'docs/design/0002-b.md': design('Another thing') })).count).toBe(2);
  });
});

describe('a thing to do', () => {
  const record = (number: number, status: string): string => decision(number, `Record ${number}`, `status: ${status}\ndate: 2026-02-0${number}`).replace(/$/, '\n## Checklist\n\n- [ ] The design was reviewed by operations\n- [ ] Turn off the old service\n');
  const labels = async (count: number, status = 'accepted', more = '') => {
    const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`adr/000${at + 1}-r.md`, record(at + 1, status).replace('Turn off the old service', `Turn off service number ${at}`) + (at ? '' : more)]));
    return allNodes(await build(actions, 'en', TODAY, files)).filter(({ kind }) => kind === 'action').map(({ label }) => label);
  };

  it('is none where it stands in many documents in the same words, and nobody owns it: a check list of their template', async () => {
    expect((await labels(4)).filter((label) => label.startsWith('The design'))).toHaveLength(4);
    expect(await labels(5)).toEqual([0, 1, 2, 3, 4].map((at) => `Turn off service number ${at}`));
  });

  it('is one in any number of documents where somebody owns it', async () => {
    expect((await labels(5, 'accepted', '- [ ] The design was reviewed by operations @ann\n')).filter((label) => label.startsWith('The design'))).toHaveLength(1);
  });

  it.each([
    ['an answer to the question over it', '#### How can this be switched off?\n\n- [ ] Events\n- [x] Feature gate\n'],
    ['an answer to the question in front of it', '### Monitoring\n\n* **How can somebody see that it works?**\n  Pick all that apply.\n  - [ ] Events\n\nWhich of these?\n\n- [ ] Metrics of the queue\n'],
    ['a criterion', '## Graduation Criteria\n\n### Beta\n\n- [ ] The code is tested\n\n### 성공 기준\n\n- [ ] 통과율 20% 이상\n'],
    ['a signature', '## Release Signoff Checklist\n\n- [ ] The design is approved\n'],
  ])('is none where a record has %s', async (_, form) => {
    expect((await labels(1, 'accepted', `${form}\n## Action Items\n\n- [ ] Order the disk\n`)).at(-1)).toBe('Order the disk');
    expect(await labels(1, 'accepted', `\n${form}\n## Action Items\n\n- [ ] Order the disk\n`)).toHaveLength(3);
  });

  it.each([
    ['somebody owns or has a date', '## Graduation Criteria\n\n- [ ] Pass the tests @ann\n- [ ] Write the guide (due: 2026-04-01)\n', 2],
    ['stands under a question for what is left', '## What is left to do?\n\n- [ ] Order the disk\n', 1],
    ['stands under action items in criteria', '## Graduation Criteria\n\n### Action Items\n\n- [ ] Order the disk\n', 1],
  ])('is one in a record where %s', async (_, more, count) => {
    expect(await labels(1, 'accepted', `\n${more}`)).toHaveLength(2 + count);
  });

  it('is one in a meeting under whatever question', async () => {
    const minutes = '---\ndate: 2026-02-11\n---\n# Meeting\n\n## Attendees\n\n- Ann\n\n## How do we page less?\n\n- [ ] Raise the threshold of the alert\n';
    expect((await grow(actions, { 'docs/meetings/2026-02-11.md': minutes })).count).toBe(1);
  });

  it('is none in a record that was rejected or replaced', async () => {
    expect(await labels(1, 'rejected')).toEqual([]);
  });
});

describe('the groups of action items', () => {
  it.each([
    ['owner', ['Nobody', '@ann', '@cho']],
    ['document', ['2026-03-10 Backlog of scans']],
    ['service', ['Whole Repository']],
    ['priority', ['No Priority']],
  ])('are those of %s', async (group, labels) => {
    expect((await build(actions, 'en', TODAY, FILES, { choices: { group } })).map(({ label }) => label)).toEqual(labels);
  });

  it('are made of the priorities that are written, the highest first', async () => {
    const files = { 'docs/meetings/2026-02-04.md': '---\ndate: 2026-02-04\n---\n# Meeting\n\n## Attendees\n\n- Ann\n\n## Action Items\n\n| Action | Owner | Priority | Status |\n|---|---|---|---|\n| Raise the limit | ann | P1 | open |\n| Page less | bob | P0 | open |\n' };
    expect((await build(actions, 'en', TODAY, files, { choices: { group: 'priority' } })).map(({ label }) => label)).toEqual(['P0', 'P1']);
  });

  it('say what dropping an action on them makes of it', async () => {
    const takes = async (group: string) => (await build(actions, 'en', TODAY, FILES, { choices: { group } })).map((node) => [node.label, node.takes]);
    expect(await takes('owner')).toEqual([['Nobody', { act: 'owner', value: null }], ['@ann', { act: 'owner', value: 'ann' }], ['@cho', { act: 'owner', value: 'cho' }]]);
    expect(await takes('due')).toEqual([['Overdue', undefined], ['Due in 7 Days', { act: 'due', value: 'ask' }], ['Later', { act: 'due', value: 'ask' }], ['No Due Date', { act: 'due', value: null }]]);
  });

  it('are one for a person, in whatever ways the name is written, unless it could be of two', async () => {
    const files = { 'docs/meetings/2026-02-04.md': minutes('2026-02-04', '- [ ] Raise the limit of the queue @minji\n- [ ] Lower the limit of the queue (owner: Minji Kim)\n- [ ] Write down the limit of it (owner: Kim Minji)\n- [ ] Measure the limit of the queue @minji.kim\n- [ ] Ask for more of the queue (owner: Bo Ek)\n- [ ] Ask for less of the queue (owner: Bo Berg)\n- [ ] Ask for none of the queue @bo') };
    const groups = await build(actions, 'en', TODAY, files, { choices: { group: 'owner' } });
    expect(groups.map(({ label, description }) => [label, description])).toEqual([['@bo', '1'], ['Bo Berg', '1'], ['Bo Ek', '1'], ['Minji Kim', '4']]);
  });

  it('hand that down to the rows in them', async () => {
    const [nobody, ann] = await build(actions, 'en', TODAY, FILES, { choices: { group: 'owner' } });
    expect([nobody!.children![0]!.takes, ann!.children![0]!.takes]).toEqual([{ act: 'owner', value: null }, { act: 'owner', value: 'ann' }]);
  });

  it('hold what two people own twice, as two rows', async () => {
    const files = { 'docs/meetings/2026-02-04.md': minutes('2026-02-04', '- [ ] @ann @bob Raise the limit of the queue') };
    const ids = allNodes(await build(actions, 'en', TODAY, files, { choices: { group: 'owner' } })).filter(({ kind }) => kind === 'action').map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it('show what is done in a group of its own where somebody wants to see it', async () => {
    expect((await build(actions, 'en', TODAY, FILES, { choices: { done: true } })).at(-1)).toMatchObject({ label: 'Done', children: [{ label: 'Drain the queue', checked: true, can: ['untick', 'owner', 'due', 'copy'] }] });
  });
});

describe('a filter', () => {
  const labels = async (filter: Filter, me: readonly string[] = []) => allNodes(await build(actions, 'en', TODAY, FILES, { choices: { filter }, me })).filter(({ kind }) => kind === 'action').map(({ label }) => label);

  it.each([
    ['words of the text', { text: 'raise LIMIT' }, ['Raise the limit']],
    ['words of the document', { text: 'backlog alert' }, ['Alert on age']],
    ['an owner', { owner: '@Cho' }, ['Alert on age', 'Test the limit']],
    ['what is overdue', { overdue: true }, ['Raise the limit']],
    ['a kind of documents', { kind: 'meeting' }, []],
  ] satisfies [string, Filter, string[]][])('lets through %s', async (_, filter, expected) => {
    expect(await labels(filter)).toEqual(expected);
  });

  it('lets through what is mine, by any of my names', async () => {
    expect(await labels({ mine: true }, ['Ann Lee'])).toEqual(['Raise the limit']);
    expect(await labels({ mine: true }, ['someone', 'cho'])).toEqual(['Alert on age', 'Test the limit']);
    expect(await labels({ mine: true })).toEqual([]);
  });
});

describe('the tree of open questions', () => {
  const design = (status: string, date: string): string => `---\nstatus: ${status}\ndate: ${date}\nauthors: ann\n---\n# Split the service\n\n## Goals\n\nx\n\n## Non-Goals\n\nx\n\n## Design\n\nx\n\n## Alternatives Considered\n\nx\n\n## Open Questions\n\n- Who pays?\n- Which region first?\n`;

  it('shows what documents leave open, the oldest document first, and nothing of what is decided', async () => {
    const files = { 'docs/design/0001-a.md': design('proposed', '2026-03-01'), 'docs/design/0002-b.md': design('draft', '2026-01-01'), 'docs/design/0003-c.md': design('accepted', '2025-01-01') };
    expect(outline(await build(questions, 'en', TODAY, files))).toEqual([
      ['0002 Split the service', '2 · open for 2 months', 'Who pays? | ann', 'Which region first? | ann'],
      ['0001 Split the service', '2 · open for 2 weeks', 'Who pays? | ann', 'Which region first? | ann'],
    ]);
  });
});

describe('what waits for me', () => {
  const files = {
    ...FILES,
    'docs/design/0001-a.md': '---\nstatus: proposed\ndate: 2026-03-01\nauthors: cho\nreviewers: Ann Lee, bob\n---\n# Split the service\n\n## Goals\n\nx\n\n## Non-Goals\n\nx\n\n## Design\n\nx\n\n## Alternatives Considered\n\nx\n\n## Sign-off\n\n| Role | Who | Verdict |\n|---|---|---|\n| Reliability | bob | approved |\n| Security | dan | |\n',
  };

  it('is what I have to decide, to review and to do', async () => {
    expect(outline(await build(waiting, 'en', TODAY, files, { me: ['Ann Lee'] }))).toEqual([
      ['To Decide', '1', '0002 Poll carriers | Proposed · decision 5 days late · open for 2 weeks · ann, bob'],
      ['To Review', '1', '0001 Split the service | open for 2 weeks · cho · as Ann Lee'],
      ['To Do', '1', 'Raise the limit | @ann · 2 weeks overdue · 2026-03-10-backlog'],
    ]);
  });

  it('says the same in Korean', async () => {
    expect((await build(waiting, 'ko', TODAY, files, { me: ['Ann Lee'] })).map(({ label, spoken }) => [label, spoken])).toEqual([['결정할 것', '결정할 것, 1건'], ['검토할 것', '검토할 것, 1건'], ['처리할 것', '처리할 것, 1건']]);
    expect(allNodes(await build(waiting, 'ko', TODAY, files, { me: ['Ann Lee'] })).find(({ kind }) => kind === 'review')!.spoken).toBe('0001 Split the service, 2주째 열려 있음, cho, 검토자 Ann Lee');
  });

  it('takes a verdict that is missing for a review to give', async () => {
    expect((await build(waiting, 'en', TODAY, files, { me: ['dan'] })).map(({ label }) => label)).toEqual(['To Review']);
  });

  it('is nothing for whoever is not named, and says so where nobody knows who looks', async () => {
    expect(await grow(waiting, files, { me: ['somebody else'] })).toMatchObject({ count: 0, empty: 'nothing' });
    expect(await grow(waiting, files)).toMatchObject({ count: 0, empty: 'nobody' });
  });
});

describe('an empty tree', () => {
  it('says whether there are no documents, nothing is open, or the filter hides all', async () => {
    expect((await grow(actions, { 'README.md': '# Read me\n' })).empty).toBe('documents');
    expect((await grow(actions, { 'docs/decisions/0001-a.md': decision(1, 'A thing', 'status: accepted\ndate: 2026-01-01') })).empty).toBe('nothing');
    expect((await grow(actions, FILES, { choices: { filter: { text: 'no such words' } } })).empty).toBe('filter');
    expect((await grow(actions, FILES)).empty).toBeUndefined();
  });
});

describe('rows', () => {
  it('comes in parts where a row holds more than an editor draws at once, and each part is found again after a change', async () => {
    const files = { 'docs/meetings/2026-02-04.md': minutes('2026-02-04', Array.from({ length: 1203 }, (_, at) => `- [ ] Mend cable number ${at} @ann`).join('\n')) };
    const grown = await grow(actions, files, { choices: { group: 'owner' } });
    const rows = new Rows(grown, 'en');
    const [group] = rows.below();
    const first = rows.below(group!.id);
    expect([first.length, first.at(-1)!.label, first.at(-1)!.holds]).toEqual([501, '703 more', 'closed']);
    const second = rows.below(first.at(-1)!.id);
    expect([second.length, second.at(-1)!.label]).toEqual([501, '203 more']);
    const third = new Rows(grown, 'en').below(second.at(-1)!.id);
    expect(new Set([...first.slice(0, -1), ...second.slice(0, -1), ...third].map(({ label }) => label)).size).toBe(1203);
  });

  it('that are left of a long list say nothing, and none is opened to look for what they could say', () => {
    const opened: string[] = [];
    const branches = Array.from({ length: 600 }, (_, at): Grown['branches'][number] => {
      const id = String(at);
      return { id, node: () => ({ id, kind: 'action', label: id, spoken: id, can: [] }), tooltip: () => [id], children: () => (opened.push(id), []) };
    });
    const rows = new Rows({ branches, count: 600 }, 'en');
    expect([rows.tooltip(rows.below().at(-1)!.id), opened]).toEqual([[], []]);
  });

  it('are made a level at a time', async () => {
    const rows = new Rows(await grow(actions, CARRIED), 'en');
    const [group] = rows.below();
    const [row] = rows.below(group!.id);
    expect([group!.holds, row!.holds, rows.below(row!.id).length]).toEqual(['open', 'closed', 4]);
  });

  it('are found where nobody has opened what they are in', async () => {
    const id = allNodes(await build(actions, 'en', TODAY, CARRIED)).find(({ kind }) => kind === 'place')!.id;
    const rows = new Rows(await grow(actions, CARRIED), 'en');
    expect(rows.node(id)?.kind).toBe('place');
    expect(rows.tooltip(id)[0]).toMatch(/the limit of the label queue/);
    expect(rows.below('no such row')).toEqual([]);
  });

  it('of a group that is very long are shown when somebody opens it, unless there is no other', async () => {
    const long = Array.from({ length: 301 }, (_, at) => `- [ ] Do thing ${at} for the shop`).join('\n');
    const holds = async (text: string): Promise<unknown[]> => new Rows(await grow(actions, { 'docs/meetings/2026-02-04.md': minutes('2026-02-04', text) }), 'en').below().map((row) => row.holds);
    expect(await holds(`${long}\n- [ ] Ask the shop (due: 2020-01-01)`)).toEqual(['open', 'closed']);
    expect(await holds(long)).toEqual(['open']);
  });

  it('of a group have an icon above them, for those without stand at the edge of the view', async () => {
    for (const tree of trees) {
      for (const { id } of tree.groups) {
        const icons = new Rows(await grow(tree, FILES, { choices: { group: id }, me: ['ann'] }), 'en').below().map(({ icon }) => icon?.name);
        expect(icons, `${tree.id} by ${id}`).not.toContain(undefined);
        expect(icons, `${tree.id} by ${id}`).not.toContain('folder');
      }
    }
  });
});

describe('every tree', () => {
  it.each(trees.flatMap((tree) => tree.groups.map(({ id }) => [tree.id, id, tree] as const)))('%s by %s has no two rows of one id, and the same ids in every language', async (_, group, tree) => {
    const more = { choices: { group, done: true }, me: ['ann'] };
    const ids = allNodes(await build(tree, 'en', TODAY, FILES, more)).map((node) => node.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(allNodes(await build(tree, 'ko', TODAY, FILES, more)).map((node) => node.id).sort()).toEqual(ids.sort());
  });

  it.each(trees.map((tree) => [tree.id, tree] as const))('%s is plain data, and speaks every row', async (_, tree) => {
    const nodes = await build(tree, 'en', TODAY, FILES, { me: ['ann'] });
    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
    for (const node of allNodes(nodes)) expect(node.spoken).toContain(node.label);
  });
});
