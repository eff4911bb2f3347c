import { describe, expect, it } from 'vitest';
import { closeMeeting, type Closing } from '../../../src/core/agenda/close.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { isRefusal } from '../../../src/core/edits.ts';
import { drafted, files, FIRST, LAST, minutes, OUTAGE, postmortem, redrawn, TODAY, workspaceOf, type FileTexts } from './world.ts';

const { path, text: drawn } = await drafted(files);

async function closed(record: FileTexts, file = path): Promise<Closing & { readonly after: FileTexts }> {
  const made = await closeMeeting(await workspaceOf(record), file, TODAY);
  if (isRefusal(made)) throw new Error(made.refused);
  const after = { ...record };
  for (const change of made.changes) if (change.kind === 'edit') after[change.path] = applyEdits(after[change.path]!, change.edits);
  return { ...made, after };
}

const tick = (text: string, ...words: readonly string[]): string => text.split('\n').map((line) => (words.some((word) => line.includes(word)) ? line.replace('- [ ]', '- [x]') : line)).join('\n');

describe('closing a meeting', () => {
  it('ticks what was ticked on the agenda where it was agreed, and nothing else', async () => {
    const made = await closed({ ...files, [path]: tick(drawn, 'Alert on an empty queue', 'Order a second disk', 'Present two options') });
    expect(made.after[OUTAGE]).toBe(files[OUTAGE]!.replace('| open |', '| done |'));
    expect(made.after[FIRST]).toBe(files[FIRST]!.replace('- [ ] Order a second', '- [x] Order a second'));
    expect(made.after[LAST]).toBe(files[LAST]!.replace('- TODO(mina): Present two options for the key.', '- [x] Present two options for the key @mina.'));
    expect(made.ticked.map(({ path: home, text }) => `${home}: ${text}`).sort()).toEqual([`${FIRST}: Order a second disk for the replica`, `${LAST}: Present two options for the key.`, `${OUTAGE}: Alert on an empty queue`].sort());
    expect(made.left).toEqual([]);
    expect(made.changes.map((change) => change.path)).not.toContain(path);
    expect((await closed(made.after)).changes).toEqual([]);
    expect((await redrawn(made.after, path)).ticked).toEqual([]);
  });

  it.each([
    ['words were changed', (text: string) => tick(text, 'Alert on an empty').replace('[Alert on an empty queue]', '[Page for the empty queue]')],
    ['it was translated', (text: string) => tick(text, 'Alert on an empty').replace('[Alert on an empty queue]', '[빈 큐에 대한 알림을 추가한다]')],
    ['something was written behind it', (text: string) => tick(text, 'Alert on an empty').replace('(due: 2026-02-20)', '(due: 2026-02-20): done on Friday')],
    ['it was moved', (text: string) => tick(text, 'Alert on an empty').replace(/(- \[x\] \[Alert.*\n)([\s\S]*?\*\*Nobody yet\*\*\n\n)/, '$2$1')],
    ['the memory is gone', (text: string) => tick(text, 'Alert on an empty').replace(/<!-- docket.*-->\n/g, '').replace(/<!-- \/docket.*-->\n/g, '')],
  ])('finds where it was agreed though %s', async (_, edit) => {
    const made = await closed({ ...files, [path]: edit(drawn) });
    expect(made.after[OUTAGE]).toBe(files[OUTAGE]!.replace('| open |', '| done |'));
    expect(made.changes).toHaveLength(1);
  });

  it('ticks the one of two alike that was ticked', async () => {
    const alike: FileTexts = { [LAST]: minutes('2026-02-23', '## New Action Items\n\n- [ ] Review the plan for the move @mina\n- [ ] Review the plan for the move @oskar\n') };
    const made = await drafted(alike);
    const { after } = await closed({ ...alike, [made.path]: tick(made.text, '@oskar') }, made.path);
    expect(after[LAST]).toBe(alike[LAST]!.replace('- [ ] Review the plan for the move @oskar', '- [x] Review the plan for the move @oskar'));
  });

  it('ticks every document that has an action as its own', async () => {
    const twice: FileTexts = { ...files, [LAST]: files[LAST]!.replace('## New Action Items\n', '## New Action Items\n\n- [ ] Alert on an empty queue @oskar (due: 2026-02-20)') };
    const made = await drafted(twice);
    const { after } = await closed({ ...twice, [made.path]: tick(made.text, 'Alert on an empty queue') }, made.path);
    expect(after[OUTAGE]).toContain('| done |\n| Write');
    expect(after[LAST]).toContain('- [x] Alert on an empty queue');
    expect((await redrawn(after, made.path)).kept).toEqual([]);
  });

  it('ticks every document that has an action by its ticket, also where the agenda was drawn before it had one', async () => {
    const ticket: FileTexts = { ...files, [OUTAGE]: files[OUTAGE]!.replace('queue | @oskar', 'queue (HOP-12) | @oskar'), [LAST]: files[LAST]!.replace('## New Action Items\n', '## New Action Items\n\n- [ ] 큐가 비면 알림을 보낸다 @oskar HOP-12') };
    const made = await drafted(ticket);
    const before = await drafted({ ...ticket, [LAST]: ticket[LAST]!.replace('oskar HOP-12', 'oskar') });
    for (const text of [tick(made.text, 'Alert on an empty queue'), tick(before.text, '큐가 비면')]) {
      const { after } = await closed({ ...ticket, [made.path]: text }, made.path);
      expect([after[OUTAGE], after[LAST]]).toEqual([ticket[OUTAGE]!.replace('| open |', '| done |'), ticket[LAST]!.replace('- [ ] 큐가', '- [x] 큐가')]);
    }
  });

  it('ticks what minutes written by hand have ticked without a link', async () => {
    const prior = '## Prior Action Items\n\n- [x] Alert on an empty queue @oskar\n- [x] Order a second disk for the replica\n- [ ] Ask the provider for a longer key\n- [x] Something of these minutes alone\n';
    const record = { [FIRST]: files[FIRST]!, [OUTAGE]: files[OUTAGE]!, 'docs/meetings/2026-03-02-m.md': minutes('2026-03-02', prior) };
    const made = await closed(record, 'docs/meetings/2026-03-02-m.md');
    expect(made.after).toEqual({ ...record, [OUTAGE]: files[OUTAGE]!.replace('| open |', '| done |'), [FIRST]: files[FIRST]!.replace('- [ ] Order a second', '- [x] Order a second') });
    expect(made.left).toEqual([]);
    expect((await closed(made.after, 'docs/meetings/2026-03-02-m.md')).changes).toEqual([]);
  });

  it('ticks every one of two thousand actions: boxes, rows and TODOs', async () => {
    const lines = (first: number, line: (number: number) => string): string => Array.from({ length: 500 }, (_, at) => line(first + at)).join('');
    const record: FileTexts = {
      [FIRST]: minutes('2026-02-16', `## New Action Items\n\n${lines(0, (number) => `- [ ] Replace the worn cable number ${number} @p${number % 40}\n`)}`),
      [LAST]: minutes('2026-02-23', `## New Action Items\n\n${lines(500, (number) => `- TODO(p${number % 40}): Replace the worn cable number ${number}.\n`)}`),
      [OUTAGE]: postmortem('2026-02-25', lines(1000, (number) => `| Replace the worn cable number ${number} | @p${number % 40} | 2026-05-20 | open |\n`)),
      'docs/postmortems/2026-02-26-slow.md': postmortem('2026-02-26', lines(1500, (number) => `| Replace the worn cable number ${number} | @p${number % 40} | 2026-05-20 | open |\n`)),
    };
    const made = await drafted(record);
    const { after, ticked, left } = await closed({ ...record, [made.path]: made.text.replaceAll('- [ ] [', '- [x] [') }, made.path);
    expect([ticked.length, left]).toEqual([2000, []]);
    const done = (text: string): string => text.replace(/- TODO\((p\d+)\): (.*)\./g, '- [x] $2 @$1.').replaceAll('- [ ]', '- [x]').replaceAll('| open |', '| done |');
    expect(Object.keys(record).map((file) => after[file])).toEqual(Object.values(record).map(done));
  }, 300_000);

  it('leaves a TODO that says nothing, and ticks the rest', async () => {
    const alike: FileTexts = { [LAST]: minutes('2026-02-23', '## New Action Items\n\n- [ ] Order a second disk @mina\n- TODO(oskar): Move the alert to a ticket.\n- TODO(jiho): \n') };
    const made = await drafted(alike);
    const { after } = await closed({ ...alike, [made.path]: made.text.replaceAll('- [ ] [', '- [x] [') }, made.path);
    expect(after[LAST]).toContain('- [x] Order a second disk @mina\n- [x] Move the alert to a ticket @oskar.\n- TODO(jiho): \n');
  });

  it('turns TODO lines into items with owners and dates', async () => {
    const text = drawn.replace('- [ ] {action} @{owner} (due: {YYYY-MM-DD})', ['- TODO(tomas): Map the code 47 (due: 2026-03-20).', '- TODO(Oskar Lind): Call a meeting with Mina.', '* TODO(sora, jiho): Ask `eta` for *two* numbers'].join('\n'));
    const made = await closed({ ...files, [path]: text });
    expect(made.after[path]).toContain(['- [ ] Map the code 47 @tomas (due: 2026-03-20).', '- [ ] Call a meeting with Mina (owner: Oskar Lind).', '* [ ] Ask `eta` for *two* numbers @sora @jiho'].join('\n'));
    expect(made.boxed).toHaveLength(3);
    expect((await closed(made.after)).changes).toEqual([]);
  });

  it('turns lines without a list into a list', async () => {
    const made = await closed({ 'docs/meetings/2026-02-23-m.md': minutes('2026-02-23', '## New Action Items\n\nTODO(mina): Raise the threshold.\nTODO(oskar): Order the disk by 2026-03-09.\n') }, 'docs/meetings/2026-02-23-m.md');
    expect(made.after['docs/meetings/2026-02-23-m.md']).toContain('- [ ] Raise the threshold @mina.\n- [ ] Order the disk by 2026-03-09 @oskar.\n');
  });

  it('brings TODOs from elsewhere to the new action items, and leaves the name where it stood', async () => {
    const text = drawn.replace('- {What everybody should know and nobody has to discuss}', '- The disk is full; TODO(jiho).\n- TODO(mina): Tell the shops of the new key (due: 2026-03-09)');
    const made = await closed({ ...files, [path]: text });
    expect(made.after[path]).toContain('- The disk is full; jiho.\n- mina: Tell the shops of the new key (due: 2026-03-09)\n');
    expect(made.after[path]).toContain('## New Action Items\n\n- [ ] The disk is full @jiho\n- [ ] Tell the shops of the new key @mina (due: 2026-03-09)\n');
    expect((await closed(made.after)).changes).toEqual([]);
  });

  it('makes an item of few words, whatever other items of few words there are', async () => {
    const made = await closed({ [LAST]: minutes('2026-02-23', '## Paging Events\n\n- TODO(mina): fix the alert\n\n## New Action Items\n\n- [ ] Call Bob @oskar\n') }, LAST);
    expect(made.after[LAST]).toContain('- mina: fix the alert\n\n## New Action Items\n\n- [ ] Call Bob @oskar\n- [ ] fix the alert @mina\n');
  });

  it('makes an item of what is done on the agenda, or asked of somebody else, and none of what is an item already', async () => {
    const items = '- [x] [Order a second disk for the replica](2026-02-16-production-meeting.md) @jiho\n\n## Metrics\n\n- TODO(jiho): Order a second disk for the replica\n- TODO(mina): Rehearse the way back\n- TODO(oskar): Rehearse the way back\n\n## New Action Items\n\n- [ ] Rehearse the way back @oskar (due: 2026-03-20)\n';
    const made = await closed({ [FIRST]: files[FIRST]!, [LAST]: minutes('2026-02-23', `## Prior Action Items\n\n${items}`) }, LAST);
    expect(made.after[LAST]).toContain('- jiho: Order a second disk for the replica\n- mina: Rehearse the way back\n- oskar: Rehearse the way back\n\n## New Action Items\n\n- [ ] Rehearse the way back @oskar (due: 2026-03-20)\n- [ ] Order a second disk for the replica @jiho\n- [ ] Rehearse the way back @mina\n');
  });

  it('does the rest where one TODO cannot be written as an item, and says which', async () => {
    const made = await closed({ [LAST]: minutes('2026-02-23', '## Metrics\n\n- TODO(mina@example.com): Ask for a quota\n- TODO(mina): Raise the limit\n') }, LAST);
    expect(made.after[LAST]).toContain('- TODO(mina@example.com): Ask for a quota\n- mina: Raise the limit\n\n## New Action Items\n\n- [ ] Raise the limit @mina\n');
    expect(made.left.map(({ text, why }) => [text, why])).toEqual([['Ask for a quota', 'no-item']]);
  });

  it.each([
    ['a cell', '| Service | Note |\n|---|---|\n| queue | TODO(mina): Raise the limit (due: 2026-03-09) |', '- [ ] Raise the limit @mina (due: 2026-03-09)'],
    ['bold words', '- **TODO(mina): Raise the limit**', '- [ ] Raise the limit @mina'],
    ['words behind a bold mark', '- **TODO(mina)**: Raise the limit', '- [ ] Raise the limit @mina'],
    ['words behind a dash', '- TODO(mina) - Raise the limit', '- [ ] Raise the limit @mina'],
    ['the middle of a paragraph', 'It grew. TODO(김민지): 한도를 높인다 (기한: 2026-03-09). That is all.', '- [ ] 한도를 높인다 (기한: 2026-03-09). That is all @김민지.'],
    ['two people', '- TODO(김민지·이수진): 한도를 높인다', '- [ ] 한도를 높인다 @김민지 @이수진'],
  ])('makes an item of %s', async (_, text, item) => {
    const made = await closed({ [LAST]: minutes('2026-02-23', `## Metrics\n\n${text}\n`) }, LAST);
    expect(made.after[LAST]).toContain(`## New Action Items\n\n${item}\n`);
    expect((await closed(made.after, LAST)).changes).toEqual([]);
  });

  it('leaves what is struck out or stands in code', async () => {
    const text = '- ~~TODO(mina): Raise the limit~~\n- `TODO(mina): Raise it`\n\n```\nTODO(mina): Raise it more\n```\n';
    expect((await closed({ [LAST]: minutes('2026-02-23', `## Metrics\n\n${text}`) }, LAST)).changes).toEqual([]);
  });

  it.each(['\r\n', '\n'])('keeps the line endings %j', async (ending) => {
    const text = tick(drawn, 'Order a second disk').replace('- [ ] {action} @{owner} (due: {YYYY-MM-DD})', '- Something else.\n- TODO(tomas): Map the code 47.').replaceAll('\n', ending);
    const made = await closed({ ...files, [FIRST]: files[FIRST]!.replaceAll('\n', ending), [path]: text });
    expect(made.after[FIRST]).toBe(files[FIRST]!.replace('- [ ] Order', '- [x] Order').replaceAll('\n', ending));
    expect(made.after[path]).toBe(text.replace('- TODO(tomas): Map the code 47.', '- [ ] Map the code 47 @tomas.'));
  });

  it('says what it could not do, and does the rest', async () => {
    const text = tick(drawn, 'Alert on an empty queue', 'Order a second disk');
    const gone = Object.fromEntries(Object.entries(files).filter(([name]) => name !== OUTAGE));
    const made = await closed({ ...gone, [path]: text });
    expect(made.left).toEqual([{ line: 25, text: 'Alert on an empty queue', why: 'no-home', home: OUTAGE }]);
    expect(made.after[FIRST]).toContain('- [x] Order a second disk');
  });

  it('says of what was agreed outside of the folder that it lies there', async () => {
    const made = await closed({ 'm.md': minutes('2026-03-02', '## Prior Action Items\n\n- [x] [Alert on an empty queue](../postmortems/2026-02-25-mail.md)\n') }, 'm.md');
    expect(made.left.map(({ why }) => why)).toEqual(['outside-home']);
  });

  it('leaves alone what was ticked and then reworded there beyond recognition', async () => {
    const made = await closed({ ...files, [OUTAGE]: postmortem('2026-02-25', '| Nothing like before, really | @mina | 2026-05-20 | open |\n'), [path]: tick(drawn, 'Alert on an empty queue') });
    expect(made.left.map(({ why }) => why)).toEqual(['no-home']);
    expect(made.changes).toEqual([]);
  });

  it('refuses what is no minutes', async () => {
    expect(await closeMeeting(await workspaceOf(files), OUTAGE, TODAY)).toEqual({ refused: 'not-minutes', data: { path: OUTAGE } });
    expect(await closeMeeting(await workspaceOf(files), 'nowhere.md', TODAY)).toMatchObject({ refused: 'unknown-document' });
  });
});
