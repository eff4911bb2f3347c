import { describe, expect, it } from 'vitest';
import { actIn, type Act } from '../../src/core/acts/act.ts';
import { dueChoices, nextMeeting, readDay } from '../../src/core/acts/due-choices.ts';
import { statusChoicesOf } from '../../src/core/acts/status-choices.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { isRefusal } from '../../src/core/edits.ts';
import type { Subject } from '../../src/core/trees/tree.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const minutes = (day: string, items: string): string => `---\ndate: ${day}\nchair: Ann\n---\n# Production meeting\n\n## Attendance\n\n- Ann\n\n## New Action Items\n\n${items}\n`;
const POSTMORTEM = 'docs/postmortems/2026-02-01-labels.md';
const FIRST = 'docs/meetings/2026-02-04.md';
const SECOND = 'docs/meetings/2026-02-11.md';
const RECORD = 'docs/decisions/0001-keep-scans.md';
const FILES: Record<string, string> = {
  [POSTMORTEM]: '---\nstatus: draft\ndate: 2026-02-01\n---\n# Labels\n\n## Summary\n\nx\n\n## Impact\n\nx\n\n## Timeline\n\nx\n\n## Root Causes\n\nx\n\n## Action Items\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Raise the limit of the label queue | ann | 2026-02-20 | open |\n| Write it down | | | open |\n',
  [FIRST]: minutes('2026-02-04', '- [ ] Raise the limit of the label queue @ann\n- [ ] Write it down'),
  [SECOND]: minutes('2026-02-11', '- [x] Raise the limit of the label queue @ann\n- [ ] Write it down'),
  [RECORD]: '# 1. Keep scans\n\nDate: 2026-02-02\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n',
};

async function workspaceOf(files: Readonly<Record<string, string>> = FILES): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

/** The texts of the files that an act changes; or why it changes none. */
async function after(subject: Subject, act: Act, files: Readonly<Record<string, string>> = FILES): Promise<Record<string, string> | string> {
  const done = await actIn(await workspaceOf(files), subject, act);
  if (isRefusal(done)) return done.refused;
  return Object.fromEntries(done.changes.map((change) => [change.path, change.kind === 'edit' ? applyEdits(files[change.path]!, change.edits) : '']));
}

const raise: Subject = { path: POSTMORTEM, action: { text: 'Raise the limit of the label queue', nth: 0 } };

describe('acting on a row', () => {
  it('changes the one place in the document’s own way of writing', async () => {
    expect(await after(raise, { act: 'tick' })).toEqual({ [POSTMORTEM]: FILES[POSTMORTEM]!.replace('2026-02-20 | open', '2026-02-20 | done') });
    expect(await after(raise, { act: 'owner', value: 'bob' })).toEqual({ [POSTMORTEM]: FILES[POSTMORTEM]!.replace('| ann |', '| bob |') });
    expect(await after(raise, { act: 'due', value: '2026-03-09' })).toEqual({ [POSTMORTEM]: FILES[POSTMORTEM]!.replace('2026-02-20', '2026-03-09') });
    expect(await after(raise, { act: 'due', value: null })).toEqual({ [POSTMORTEM]: FILES[POSTMORTEM]!.replace('2026-02-20', '') });
  });

  it('changes it wherever it is still open, where the row stands for all its places', async () => {
    expect(await after({ ...raise, everywhere: true }, { act: 'tick' })).toEqual({
      [POSTMORTEM]: FILES[POSTMORTEM]!.replace('2026-02-20 | open', '2026-02-20 | done'),
      [FIRST]: FILES[FIRST]!.replace('[ ] Raise', '[x] Raise'),
    });
  });

  it('leaves what agendas say of it, unless the row is that of an agenda', async () => {
    const agenda = minutes('2026-02-18', '').replace('## New Action Items', '## Prior Action Items\n\n- [ ] [Raise the limit of the label queue](../postmortems/2026-02-01-labels.md) @ann\n\n## New Action Items');
    const path = 'docs/meetings/2026-02-18.md';
    const files = { [POSTMORTEM]: FILES[POSTMORTEM]!, [path]: agenda };
    expect(await after({ ...raise, everywhere: true }, { act: 'due', value: '2026-03-09' }, files)).toEqual({ [POSTMORTEM]: FILES[POSTMORTEM]!.replace('2026-02-20', '2026-03-09') });
    expect(await after({ path, action: raise.action! }, { act: 'tick' }, files)).toEqual({ [path]: agenda.replace('[ ]', '[x]') });
  });

  it('takes it for open again where it lives', async () => {
    expect(await after({ path: SECOND, action: raise.action!, everywhere: true }, { act: 'untick' })).toEqual({ [SECOND]: FILES[SECOND]!.replace('[x]', '[ ]') });
  });

  it('finds the second of two that say the same', async () => {
    const text = minutes('2026-02-04', '- [ ] Write it down\n- [ ] Write it down @bob');
    expect(await after({ path: FIRST, action: { text: 'Write it down', nth: 1 } }, { act: 'tick' }, { [FIRST]: text })).toEqual({ [FIRST]: text.replace('[ ] Write it down @bob', '[x] Write it down @bob') });
  });

  it('refuses what is not there any more', async () => {
    expect(await after({ path: POSTMORTEM, action: { text: 'Lower the limit', nth: 0 } }, { act: 'tick' })).toBe('gone');
    expect(await after({ path: 'docs/gone.md' }, { act: 'status', value: 'accepted' })).toBe('unknown-document');
  });

  it('refuses a name or a day that cannot be written', async () => {
    expect(await after(raise, { act: 'owner', value: 'ann](command:x)' })).toBe('bad-name');
    expect(await after(raise, { act: 'due', value: '2026-02-30' })).toBe('bad-date');
  });

  it('says where it could not be done, and does the rest', async () => {
    const files = { ...FILES, [FIRST]: minutes('2026-02-04', 'x\n\nAI: Raise the limit of the label queue @ann') };
    const done = await actIn(await workspaceOf(files), { ...raise, everywhere: true }, { act: 'tick' });
    expect(done).toMatchObject({ changes: [{ path: POSTMORTEM }], left: [{ path: FIRST, why: { refused: 'no-state' } }] });
  });

  it('changes a status along the steps that are allowed', async () => {
    expect(await after({ path: RECORD }, { act: 'status', value: 'accepted' })).toEqual({ [RECORD]: FILES[RECORD]!.replace('Proposed', 'Accepted') });
    const rejected = { [RECORD]: FILES[RECORD]!.replace('Proposed', 'Rejected') };
    expect(await after({ path: RECORD }, { act: 'status', value: 'accepted' }, rejected)).toBe('no-step');
  });

  it('writes by when it is to be decided', async () => {
    expect(await after({ path: RECORD }, { act: 'decideBy', value: '2026-03-09' })).toEqual({ [RECORD]: FILES[RECORD]!.replace('Date: 2026-02-02', 'Date: 2026-02-02\nDecide by: 2026-03-09') });
  });
});

describe('the statuses that may follow', () => {
  const choices = async (status: string) => {
    const workspace = await workspaceOf({ [RECORD]: FILES[RECORD]!.replace('Proposed', status) });
    return (await statusChoicesOf(workspace, workspace.entry(RECORD)!)).steps.map(({ value }) => value);
  };

  it('are those of a decision’s usual life, the next step first, without the one that takes another document', async () => {
    expect(await choices('Proposed')).toEqual(['accepted', 'rejected', 'deferred', 'implemented', 'withdrawn', 'draft']);
    expect(await choices('Accepted')).toEqual(['implemented', 'deprecated', 'withdrawn', 'deferred']);
  });

  it('are all where there is none yet', async () => {
    expect((await choices('')).slice(0, 3)).toEqual(['draft', 'proposed', 'accepted']);
  });
});

describe('the days to choose from', () => {
  it('are near ones and that of the next meeting, each day once and the next first', () => {
    expect(dueChoices('2026-03-04', 'en', { meeting: '2026-03-11' }).map(({ label, day, weekday }) => `${label}: ${weekday} ${day}`)).toEqual([
      'Today: Wednesday 2026-03-04', 'Tomorrow: Thursday 2026-03-05', 'Friday: Friday 2026-03-06', 'Next Monday: Monday 2026-03-09', 'Next Meeting: Wednesday 2026-03-11',
      'In Two Weeks: Wednesday 2026-03-18', 'End of the Month: Tuesday 2026-03-31',
    ]);
  });

  it('are what is written, if that is a day', () => {
    expect(dueChoices('2026-03-04', 'ko', { written: '2026-4-1' })).toEqual([{ label: '입력한 날짜', day: '2026-04-01', weekday: '수요일' }]);
    expect(dueChoices('2026-03-04', 'en', { written: '2026-02-30' })).toEqual([]);
    expect(dueChoices('2026-03-04', 'en', { written: 'mon' }).map(({ label, day }) => [label, day])).toEqual([['As Written', '2026-03-09'], ['Friday', '2026-03-06']].slice(0, 1).concat([['End of the Month', '2026-03-31'], ['End of the Quarter', '2026-03-31']]).slice(0, 2));
  });

  it.each([
    ['2026-12-01', '2026-12-01'], ['2026.12.1', '2026-12-01'], ['2026년 12월 1일', '2026-12-01'], ['3월 5일', '2026-03-05'], ['02-05', '2027-02-05'],
    ['+3', '2026-03-07'], ['2w', '2026-03-18'], ['3일', '2026-03-07'], ['2주 뒤', '2026-03-18'], ['fri', '2026-03-06'], ['수요일', '2026-03-11'],
    ['13', undefined], ['2026-13-01', undefined], ['soon', undefined], ['', undefined],
  ])('%s is %s', (written, day) => {
    expect(readDay(written, '2026-03-04')).toBe(day);
  });

  it('know when a series of minutes goes on', async () => {
    const entries = (await workspaceOf()).entries();
    expect(nextMeeting(entries, '2026-02-12')).toBe('2026-02-18');
    expect(nextMeeting(entries, '2026-02-20')).toBe('2026-02-25');
    expect(nextMeeting(entries, '2026-06-01')).toBeUndefined();
  });
});
