import { describe, expect, it } from 'vitest';
import { summaryOf, type Summary } from '../../../src/core/summary/summary.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const TODAY = '2026-03-02';

const decision = (fields: string, more = ''): string => `---\n${fields}\n---\n# A decision\n\n## Context and Problem Statement\n\nx\n\n## Considered Options\n\n- a\n\n## Decision Outcome\n\nx\n${more}`;
const minutes = (date: string, items: string): string => `---\ndate: ${date}\n---\n# Production meeting ${date}\n\n## Attendance\n\n- Ann\n\n## Agenda\n\nx\n\n## Action Items\n\n${items}\n`;

async function summaryIn(files: Readonly<Record<string, string>>): Promise<Summary> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => TODAY });
  await workspace.load();
  return summaryOf(workspace.entries().map((entry) => ({ entry, at: entry.path, atOf: (path) => path })), TODAY, { missing: 'no-git' });
}

describe('open decisions', () => {
  it('are those that nobody has taken, what is late and then what has waited longest first, each with the line of its status', async () => {
    const { decisions, totals } = await summaryIn({
      'adr/0001-a.md': decision('status: proposed\ndate: 2026-02-27'),
      'adr/0002-b.md': decision('status: draft\ndate: 2025-01-10'),
      'adr/0003-c.md': decision('status: proposed\ndate: 2026-02-01\ndecide-by: 2026-02-20'),
      'adr/0004-d.md': decision('status: accepted\ndate: 2026-01-01'),
      'adr/0005-e.md': decision('date: 2026-01-01'),
    });
    expect(decisions.map(({ at, line, status, age, late }) => [at, line, status, age, late])).toEqual([
      ['adr/0003-c.md', 2, 'proposed', 29, 10], ['adr/0002-b.md', 2, 'draft', 416, null], ['adr/0001-a.md', 2, 'proposed', 3, null],
    ]);
    expect(totals).toMatchObject({ documents: 5, openDecisions: 3, lateDecisions: 1 });
  });

  it('are counted by how long they have been open and by status', async () => {
    const { decisionAges } = await summaryIn({
      'adr/0001-a.md': decision('status: proposed\ndate: 2026-02-23'),
      'adr/0002-b.md': decision('status: proposed\ndate: 2026-02-22'),
      'adr/0003-c.md': decision('status: draft\ndate: 2025-03-01'),
      'adr/0004-d.md': decision('status: draft'),
    });
    expect(decisionAges).toEqual({ parts: ['proposed', 'draft'], rows: [
      { of: 'week', counts: [1, 0] }, { of: 'month', counts: [1, 0] }, { of: 'quarter', counts: [0, 0] }, { of: 'year', counts: [0, 1] }, { of: 'older', counts: [0, 0] }, { of: 'none', counts: [0, 1] },
    ] });
  });

  it('have no age where their date is still to come', async () => {
    const { decisions } = await summaryIn({ 'adr/0001-a.md': decision('status: proposed\ndate: 2027-01-01') });
    expect(decisions[0]).toMatchObject({ age: null, date: '2027-01-01' });
  });
});

describe('open actions', () => {
  it('are those that are neither done nor cancelled, by when they are due', async () => {
    const { actions, totals } = await summaryIn({
      'meetings/2026-02-25.md': minutes('2026-02-25', '- [ ] Order the disks @ann (due: 2026-03-20)\n- [x] Measure the load @bob\n- [ ] Restore a backup @bob (due: 2026-02-28)\n- [ ] Write the page\n- [ ] Call the vendor @ann (due: 2026-03-09)'),
      'README.md': '# Read me\n\n- [ ] no item of the team\n',
    });
    expect(actions.map(({ text, owners, group, late }) => [text, owners, group, late])).toEqual([
      ['Restore a backup', ['bob'], 'overdue', 2], ['Call the vendor', ['ann'], 'week', null], ['Order the disks', ['ann'], 'later', null], ['Write the page', [], 'none', null],
    ]);
    expect(totals).toMatchObject({ openActions: 4, overdueActions: 1, actionsWithoutOwner: 1, actionsWithoutDate: 1 });
  });

  it('count once where minutes carry them over, and are done where the last minutes say so', async () => {
    const { actions } = await summaryIn({
      'meetings/2026-01-07.md': minutes('2026-01-07', '- [ ] Alert on the age of the queue @ann\n- [ ] Restore one backup a month @bob'),
      'meetings/2026-01-14.md': minutes('2026-01-14', '- [ ] Alert on the age of the queue @ann\n- [ ] Restore one backup a month @bob'),
      'meetings/2026-01-21.md': minutes('2026-01-21', '- [ ] Alert on the age of the queue @ann (due: 2026-03-01)\n- [x] Restore one backup a month @bob'),
    });
    expect(actions.map(({ text, at, due, since, others }) => [text, at, due, since, others.map((other) => other.at)])).toEqual([
      ['Alert on the age of the queue', 'meetings/2026-01-21.md', '2026-03-01', '2026-01-07', ['meetings/2026-01-07.md', 'meetings/2026-01-14.md']],
    ]);
  });

  it('are counted for each owner, however the name is written, and nobody comes last', async () => {
    const { actionOwners } = await summaryIn({
      'meetings/2026-02-25.md': minutes('2026-02-25', '- [ ] Order some disks @ann (due: 2026-03-20)\n- [ ] Check the restore @Ann @bob (due: 2026-02-28)\n- [ ] Write the page'),
    });
    expect(actionOwners).toEqual({ parts: ['overdue', 'week', 'later', 'none'], rows: [
      { of: '@Ann', counts: [1, 0, 1, 0] }, { of: '@bob', counts: [1, 0, 0, 0] }, { of: 'nobody', counts: [0, 0, 0, 1] },
    ] });
  });

  it('are counted for a person once, in whatever ways the name is written', async () => {
    const { actionOwners } = await summaryIn({ 'meetings/2026-02-25.md': minutes('2026-02-25', '- [ ] Order some disks @ann\n- [ ] Check the restore @ann.lee\n- [ ] Write the page (owner: Ann Lee)') });
    expect(actionOwners.rows).toEqual([{ of: '@Ann Lee', counts: [0, 0, 0, 3] }]);
  });

  it('put the people with the fewest together, so that a chart has twelve rows of people at most', async () => {
    const people = Array.from({ length: 20 }, (_, index) => `person${String.fromCharCode(97 + index)}`);
    const { actionOwners } = await summaryIn({ 'meetings/2026-02-25.md': minutes('2026-02-25', ['- [ ] Plan the whole move @persona', ...people.map((name) => `- [ ] Take the part of it @${name}`)].join('\n')) });
    expect(actionOwners.rows.map(({ of }) => of)).toEqual([...people.slice(0, 11).map((name) => `@${name}`), 'others']);
    expect(actionOwners.rows.at(-1)?.counts).toEqual([0, 0, 0, 9]);
  });
});

describe('the graph of records', () => {
  it('has each relation once, whichever of the two records states it', async () => {
    const { graph } = await summaryIn({
      'adr/0001-a.md': decision('status: superseded by ADR-0002\ndate: 2026-01-01'),
      'adr/0002-b.md': decision('status: accepted\ndate: 2026-01-02\nsupersedes: ADR-0001\namends: ADR-0003'),
      'adr/0003-c.md': decision('status: accepted\ndate: 2026-01-03'),
      'adr/0004-d.md': decision('status: accepted\ndate: 2026-01-04'),
    });
    expect(graph.edges).toEqual([
      { from: 'adr/0002-b.md', to: 'adr/0001-a.md', relation: 'supersedes' }, { from: 'adr/0002-b.md', to: 'adr/0003-c.md', relation: 'amends' },
    ]);
    expect(graph.nodes.map(({ at, status }) => [at, status])).toEqual([['adr/0001-a.md', 'superseded'], ['adr/0002-b.md', 'accepted'], ['adr/0003-c.md', 'accepted']]);
    expect(graph.alone).toBe(1);
  });

  it('leaves out what leads to no document', async () => {
    const { graph } = await summaryIn({ 'adr/0001-a.md': decision('status: superseded by ADR-0099\ndate: 2026-01-01') });
    expect(graph).toEqual({ nodes: [], edges: [], alone: 1 });
  });
});
