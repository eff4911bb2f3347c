import { describe, expect, it } from 'vitest';
import { decision, docket, folderOf } from './world.ts';

const ACTIONS = '\n## Action Items\n\n- [ ] Delete old events @mina (due: 2026-11-20)\n- [ ] Measure the disk @jo\n- [x] Buy a disk @jo\n';
const FILES = { 'docs/decisions/0001-keep-events.md': decision({ more: ACTIONS }), 'docs/decisions/0002-use-queues.md': decision({ title: 'Use queues', status: 'accepted' }) };

const outOf = async (...args: string[]): Promise<string> => (await docket(await folderOf(FILES), ['list', ...args])).out;

describe('docket list --tree', () => {
  it('prints the rows of the editor, each with its place', async () => {
    expect(await outOf('--tree', 'decisions')).toBe([
      'Proposed  1',
      '  · 0001 Keep events for 30 days  open for 2 weeks  docs/decisions/0001-keep-events.md:1',
      '',
      'Accepted  1',
      '  · 0002 Use queues  2026-11-02  docs/decisions/0002-use-queues.md:1',
      '',
    ].join('\n'));
  });

  it('marks what is late, and what has a box', async () => {
    expect(await outOf('--tree', 'actions', '--done')).toBe([
      'Overdue  1',
      '  ! Delete old events  @mina · 2 days overdue · 0001  docs/decisions/0001-keep-events.md:26',
      '',
      'No Due Date  1',
      '  ☐ Measure the disk  @jo · open for 2 weeks · 0001  docs/decisions/0001-keep-events.md:27',
      '',
      'Done  1',
      '  ☑ Buy a disk  @jo · done · 0001  docs/decisions/0001-keep-events.md:28',
      '',
    ].join('\n'));
  });

  it('groups, orders and filters as it is told', async () => {
    expect((await outOf('--tree', 'actions', '--group', 'owner', '--order', 'title')).match(/^\S.*/gm)).toEqual(['@jo  1', '@mina  1']);
    expect((await outOf('--tree', 'actions', '--filter', 'disk')).match(/^ .*/gm)).toHaveLength(1);
    expect((await outOf('--tree', 'actions', '--overdue')).match(/^ .*/gm)).toHaveLength(1);
    expect((await outOf('--tree', 'actions', '--mine', '--me', 'Mina Seo')).match(/^ .*/gm)).toHaveLength(1);
  });

  it('says in the language that was asked for', async () => {
    expect((await outOf('--tree', 'actions', '--lang', 'ko')).split('\n').slice(0, 2)).toEqual(['기한 지남  1', '  ! Delete old events  @mina · 2일 지남 · 0001  docs/decisions/0001-keep-events.md:26']);
  });

  it('gives one JSON object a line for programs', async () => {
    const rows = (await outOf('--tree', 'actions', '--format', 'ndjson')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows[0]).toEqual({ type: 'row', id: 'by-due:overdue', parent: null, kind: 'group', label: 'Overdue', description: '1' });
    expect(rows[1]).toMatchObject({ parent: 'by-due:overdue', kind: 'action', label: 'Delete old events', done: false, path: 'docs/decisions/0001-keep-events.md', line: 26 });
  });

  it('has the same rows under every folder that is named', async () => {
    const folder = await folderOf({ 'one/docs/decisions/0001-a.md': decision(), 'two/docs/decisions/0001-a.md': decision() });
    const { out } = await docket(folder, ['list', '--tree', 'decisions', 'one', 'two']);
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual(['one  1', 'two  1']);
  });

  it('says why there is nothing', async () => {
    expect((await docket(await folderOf({ 'README.md': '# Shop\n' }), ['list', '--tree', 'actions'])).out).toBe('There is no design doc, decision record, postmortem or minutes of a meeting here.\n');
    expect(await outOf('--tree', 'waiting')).toBe('Nobody knows who you are: name yourself with --me, or set user.name in Git.\n');
    expect(await outOf('--tree', 'waiting', '--me', 'nobody else')).toBe('There is nothing to show.\n');
    expect(await outOf('--tree', 'actions', '--filter', 'no such words')).toBe('Nothing fits what was asked for.\n');
  });

  it('says what a tree can be grouped by, and that its options need a tree', async () => {
    const folder = await folderOf(FILES);
    expect(await docket(folder, ['list', '--tree', 'actions', '--group', 'colour'])).toMatchObject({ code: 2, err: 'docket: "colour" is no value for "--group" of the tree actions; use one of due, owner, document, service, priority\n' });
    expect(await docket(folder, ['list', '--group', 'owner'])).toMatchObject({ code: 2, err: 'docket: "--group" is about the rows of a tree; name one with --tree\n' });
  });

  it('lets nothing of a document drive the terminal', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': decision({ more: '\n## Action Items\n\n- [ ] Delete \u001B[31mold events @mina\n' }) });
    expect((await docket(folder, ['list', '--tree', 'actions'])).out).not.toContain('\u001B');
  });
});
