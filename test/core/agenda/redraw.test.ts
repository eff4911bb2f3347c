import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafted, files, FIRST, LAST, minutes, OUTAGE, postmortem, redrawn, type FileTexts } from './world.ts';

const DISK = '- [ ] [Order a second disk for the replica](2026-02-16-production-meeting.md#new-action-items) @jiho (due: 2026-03-20)';
const ALERT = '- [ ] [Alert on an empty queue](../postmortems/2026-02-25-mail.md#action-items) @oskar (due: 2026-02-20)';
const KEY = '- [ ] [Ask the provider for a longer key](2026-02-16-production-meeting.md#new-action-items)';

/** What comes in between a drawing and the next: one action is done, one has another date, one is new, and so is an outage. */
const later: FileTexts = {
  ...files,
  [FIRST]: files[FIRST]!.replace('(due: 2026-03-20)', '(due: 2026-04-20)').replace('- [ ] Ask the provider', '- [x] Ask the provider'),
  [LAST]: `${files[LAST]!}- [ ] Rehearse the way back @oskar (due: 2026-03-09)\n`,
  'docs/postmortems/2026-03-01-slow.md': postmortem('2026-03-01', '').replace('Mail was down', 'Pages were slow'),
};

const { path, text: drawn } = await drafted(files);

async function afterEdit(edit: (text: string) => string, record: FileTexts = later): Promise<Awaited<ReturnType<typeof redrawn>> & { readonly edited: string }> {
  const edited = edit(drawn);
  expect(edited).not.toBe(drawn);
  const made = await redrawn({ ...record, [path]: edited }, path);
  const again = await redrawn({ ...record, [path]: made.text }, path);
  expect(again.changes).toEqual([]);
  return { ...made, edited };
}

describe('drawing an agenda again', () => {
  it('changes nothing where the record has not changed', async () => {
    expect((await redrawn({ ...files, [path]: drawn }, path)).changes).toEqual([]);
  });

  it('brings in what is new, renews what is drawn, ticks what is done elsewhere, and says so', async () => {
    const { text, added, changed, ticked, removed, kept } = await redrawn({ ...later, [path]: drawn }, path);
    expect(added).toEqual(['Rehearse the way back', 'Pages were slow']);
    expect(changed).toEqual(['Order a second disk for the replica']);
    expect(ticked).toEqual(['Ask the provider for a longer key']);
    expect([removed, kept]).toEqual([[], []]);
    expect(text).toContain(`**Oskar Lind**\n\n${ALERT}\n  - 10 days late\n- [ ] [Rehearse the way back](2026-02-23-production-meeting.md#new-action-items) @oskar (due: 2026-03-09)\n\n**Jiho Han**\n\n${DISK.replace('03-20', '04-20')}\n  - carried over once\n\n**Nobody yet**\n\n${KEY.replace('[ ]', '[x]')}\n`);
  });

  it('takes out what the record has no more, with the label over it', async () => {
    const without: FileTexts = { ...files, [LAST]: files[LAST]!.replace('- TODO(mina): Present two options for the key.\n', ''), [OUTAGE]: postmortem('2026-02-25', '') };
    const { text, removed } = await redrawn({ ...without, [path]: drawn }, path);
    expect(removed).toEqual(['Alert on an empty queue', 'Present two options for the key']);
    expect(text).toContain(`<!-- docket:agenda actions -->\n\n**Jiho Han**\n\n${DISK}\n  - carried over once\n\n**Nobody yet**\n\n${KEY}\n\n<!-- /docket:agenda -->`);
  });

  it('says that nothing is left, and goes back from that', async () => {
    const nothing = { [LAST]: minutes('2026-02-23', '') };
    const empty = await redrawn({ ...nothing, [path]: drawn }, path);
    expect(empty.text).toContain('<!-- docket:agenda actions -->\n\n- No agreed action item is open.\n\n<!-- /docket:agenda -->');
    expect(empty.text).toContain('<!-- docket:agenda outages -->\n\n- None since 2026-02-23.\n\n<!-- /docket:agenda -->');
    const full = await redrawn({ ...files, [path]: empty.text }, path);
    expect(full.text).toBe(drawn);
  });

  it.each([
    ['a line of their own between the items', ALERT, `${ALERT}\n- Mina asks for a second pager.`],
    ['a line of their own at the end', '<!-- /docket:agenda -->\n\n## Upcoming', '- And what about the keys?\n\n<!-- /docket:agenda -->\n\n## Upcoming'],
    ['a paragraph before the first item', '<!-- docket:agenda actions -->', '<!-- docket:agenda actions -->\n\nPlease write what came of it under each.'],
    ['a note under an item', `${DISK}\n  - carried over once`, `${DISK}\n  - carried over once\n  - ordered, comes on Friday`, '\n  - ordered, comes on Friday\n'],
    ['a note between an item and what is drawn under it', DISK, `${DISK}\n  - ordered, comes on Friday`],
    ['a tick', ALERT, ALERT.replace('[ ]', '[x]')],
    ['a cross in another sign', ALERT, ALERT.replace('[ ]', '[-]')],
    ['another word in an item', ALERT, ALERT.replace('Alert on', 'Page for')],
    ['more words behind an item', ALERT, `${ALERT}: nearly done`],
    ['another owner in an item', DISK, DISK.replace('@jiho', '@priya')],
    ['a translated item', ALERT, ALERT.replace('Alert on an empty queue', '빈 큐에 대한 알림 추가')],
    ['a translated label', '**Oskar Lind**', '**오스카**'],
    ['an answer under an outage', '  - 1 of 2 action items open, 1 overdue', '  - 1 of 2 action items open, 1 overdue\n  - What is still to learn: why nobody saw it'],
    ['an answer in a row', '| 2026-03-09 | {how long} |', '| 2026-03-09 10:00 UTC | 2 hours |'],
    ['a row of their own', '| {what changes and where} |', '| Northpost gets a new key | 2026-03-10 | 1 hour | none |\n| {what changes and where} |'],
    ['a section of their own', '## Metrics', '## Staffing\n\nPriya is back.\n\n## Metrics'],
    ['words in other sections', '- {event}: {it should have paged, it needs attention and is tracked, or its alert goes}', '- Rejected signatures: tracked.'],
  ])('keeps %s', async (_, from, to, ...[kept]) => {
    expect(drawn).toContain(from);
    const { text } = await afterEdit((before) => before.replace(from!, () => to!));
    expect(text).toContain((kept ?? to)!.replace(DISK, DISK.replace('03-20', '04-20')));
    expect(text).toContain('[Rehearse the way back](');
  });

  it('brings its items under other labels where that is asked for, but for what people wrote under or ticked', async () => {
    const whole = await redrawn({ ...files, [path]: drawn }, path, 'en', 'service');
    expect(whole.text).toBe((await drafted(files, 'en', 'service')).text);
    expect([whole.added, whole.removed, whole.kept]).toEqual([[], [], []]);
    expect((await redrawn({ ...files, [path]: whole.text }, path)).text).toBe(drawn);
    const edited = drawn.replace(`${DISK}\n`, `${DISK}\n  - ordered, comes on Friday\n`).replace(ALERT, ALERT.replace('[ ]', '[x]'));
    const { text } = await redrawn({ ...files, [path]: edited }, path, 'en', 'service');
    expect(text).toContain(`**Jiho Han**\n\n${DISK}\n  - ordered, comes on Friday\n`);
    expect(text).toContain(`**Oskar Lind**\n\n${ALERT.replace('[ ]', '[x]')}\n`);
    expect(text).toContain(`**Whole Repository**\n\n- [ ] [Ask the provider`);
    expect(text).not.toContain('**Mina Seo**');
  });

  it('does not bring back what was taken out, also when the record says something else of it now', async () => {
    const { text, kept, added } = await afterEdit((before) => before.replace(`${DISK}\n  - carried over once\n`, ''));
    expect(text).not.toContain('Order a second disk');
    expect(kept).toEqual(['Order a second disk for the replica']);
    expect(added).not.toContain('Order a second disk for the replica');
  });

  it('leaves lines in the order that people gave them', async () => {
    const { text } = await afterEdit((before) => before.replace(`${ALERT}\n  - 10 days late\n`, '').replace(KEY, `${KEY}\n${ALERT}\n  - 10 days late`));
    expect(text).toContain(`${KEY.replace('[ ]', '[x]')}\n${ALERT}\n  - 10 days late\n`);
    expect(text).toMatch(/\*\*Oskar Lind\*\*\n\n- \[ \] \[Rehearse the way back\]/);
  });

  it.each(['*', '+'])('goes on with the sign %s where people use it', async (sign) => {
    const { text } = await afterEdit((before) => before.replace(/^(\s*)- /gm, `$1${sign} `));
    expect(text).toContain(`\n${sign} [ ] [Rehearse the way back](`);
    expect(text).toContain(`${sign}${DISK.replace('03-20', '04-20').slice(1)}\n  ${sign} carried over once`);
    expect(text).not.toMatch(/^\s*- /m);
  });

  it.each(['\r\n', '\r'])('keeps the line endings %j', async (ending) => {
    const { text } = await afterEdit((before) => before.replaceAll('\n', ending));
    expect(text.replaceAll(ending, '\n')).toBe((await redrawn({ ...later, [path]: drawn }, path)).text);
    expect(text.replaceAll(ending, '')).not.toMatch(/[\r\n]/);
  });

  it('takes a table that was lined up for its own', async () => {
    const { text, kept } = await afterEdit((before) => before.replace(/^\| \[A queue.*$/gm, (row) => row.replaceAll(' | ', '     |   ')).replace('|---|---|---|---|', '| ------ | :---: | --- | --- |'), { ...later, 'docs/design/0001-queue.md': files['docs/design/0001-queue.md']!.replace('2026-03-09', '2026-03-10') });
    expect(text).toContain(': Carrier A | 2026-03-10 | {how long} |');
    expect(kept).toEqual([]);
  });

  it('moves an item to whoever owns it now, unless somebody has written under it', async () => {
    const moved: FileTexts = { ...files, [FIRST]: files[FIRST]!.replace('@jiho', '@mina') };
    const { text } = await redrawn({ ...moved, [path]: drawn }, path);
    expect(text).toContain(`**Mina Seo**\n\n${DISK.replace('@jiho', '@mina')}\n  - carried over once\n- [ ] [Present two`);
    expect(text).not.toContain('**Jiho Han**');
    const noted = await afterEdit((before) => before.replace(DISK, `${DISK}\n  - ordered`), moved);
    expect(noted.text).toContain(`**Jiho Han**\n\n${DISK.replace('@jiho', '@mina')}\n  - ordered\n  - carried over once`);
  });

  it('keeps an item that the record has no more where somebody ticked it or wrote under it', async () => {
    const gone: FileTexts = Object.fromEntries(Object.entries(files).filter(([name]) => name !== OUTAGE));
    const ticked = await afterEdit((before) => before.replace(ALERT, ALERT.replace('[ ]', '[x]')), gone);
    expect(ticked.text).toContain(ALERT.replace('[ ]', '[x]'));
    const noted = await afterEdit((before) => before.replace('  - 10 days late', '  - 10 days late\n  - Oskar is on it'), gone);
    expect(noted.text).toContain(`${ALERT}\n  - Oskar is on it\n`);
  });

  it('draws into minutes that were begun by hand, behind what they say, and not what they speak of', async () => {
    const own = '---\ntype: meeting\ndate: 2026-03-02\n---\n# Production meeting\n\n## Prior Action Items\n\n- Second disk (Jiho): Order a second disk for the replica has to wait.\n\n## Outages\n\n## New Action Items\n\n- [ ] Call Northpost @mina\n';
    const { text, added } = await redrawn({ ...files, 'docs/meetings/2026-03-02-production-meeting.md': own }, 'docs/meetings/2026-03-02-production-meeting.md');
    expect(text).toContain('has to wait.\n\n<!-- docket:agenda actions -->\n\n**Oskar Lind**\n');
    expect(text).not.toContain(DISK);
    expect(text).toContain('## Outages\n\n<!-- docket:agenda outages -->\n\n- [Mail was down]');
    expect(text).toContain('## Decisions\n\n<!-- docket:agenda decisions -->');
    expect(added).toContain('Mail was down');
    expect((await redrawn({ ...files, 'docs/meetings/2026-03-02-production-meeting.md': text }, 'docs/meetings/2026-03-02-production-meeting.md')).changes).toEqual([]);
  });

  it.each(['```', '~~~ text'])('draws nothing behind a code block that begins with %s and is not closed, and says where it begins', async (open) => {
    const begun = `---\ntype: meeting\ndate: 2026-03-02\n---\n# Production meeting\n\n${open}\nsome output\n\n## Outages\n`;
    await expect(redrawn({ ...files, [path]: begun }, path)).rejects.toThrow('not-closed');
    await expect(redrawn({ ...later, [path]: drawn.replace('## Outages', `${open}\nsome output\n\n## Outages`) }, path)).rejects.toThrow('not-closed');
  });

  it('leaves the rows of a table that a line above it makes none', async () => {
    const moved = { ...later, 'docs/design/0001-queue.md': files['docs/design/0001-queue.md']!.replace('2026-03-09', '2026-03-10') };
    const { text, edited } = await afterEdit((before) => before.replace('| Change | Start', '- Mind the freeze.\n| Change | Start'), moved);
    for (const row of edited.match(/^\| \[A queue.*$/gm)!) expect(text).toContain(row);
  });

  it('tells two actions alike from each other', async () => {
    const alike: FileTexts = { [LAST]: minutes('2026-02-23', '## New Action Items\n\n- [ ] Review the plan for the move @mina\n- [ ] Review the plan for the move @oskar\n') };
    const made = await drafted(alike);
    expect(made.text.match(/Review the plan for the move/g)).toHaveLength(2);
    const ticked = made.text.replace(/- \[ \] (.*@oskar)/, '- [x] $1');
    expect((await redrawn({ ...alike, [made.path]: ticked }, made.path)).changes).toEqual([]);
    const done: FileTexts = { [LAST]: alike[LAST]!.replace('- [ ] Review the plan for the move @mina', '- [x] Review the plan for the move @mina') };
    const { text } = await redrawn({ ...done, [made.path]: made.text }, made.path);
    expect(text).toMatch(/- \[x\] .*@mina/);
    expect(text).toMatch(/- \[ \] .*@oskar/);
  });

  it.each([
    ['the comment at the end', /\n<!-- docket:drawn[^\n]*\n/],
    ['a marker', /<!-- docket:agenda actions -->\n/],
    ['every end of a stretch', /<!-- \/docket:agenda -->\n/g],
  ])('loses nothing and doubles nothing when people take out %s', async (_, pattern) => {
    const edited = drawn.replace(pattern, '');
    const { text } = await redrawn({ ...files, [path]: edited }, path);
    for (const line of edited.split('\n')) if (!line.startsWith('<!--')) expect(text).toContain(line);
    expect(text.match(/\[Alert on an empty queue\]/g)).toHaveLength(1);
    expect(text.match(/\[Mail was down\]/g)).toHaveLength(1);
  });

  it('never loses a word of what people wrote, wherever they did', async () => {
    const lines = drawn.split('\n');
    const begin = lines.indexOf('<!-- docket:agenda actions -->');
    const place = fc.integer({ min: begin + 1, max: lines.length - 3 });
    const change = fc.oneof(
      fc.record({ how: fc.constant('add' as const), place, indent: fc.constantFrom('', '  ', '    '), sign: fc.constantFrom('- ', '* ', '', '1. ', '- [ ] ', '- [x] ', '> ', '| ') }),
      fc.record({ how: fc.constantFrom('append' as const, 'prepend' as const), place }),
      fc.record({ how: fc.constantFrom('remove' as const, 'double' as const, 'swap' as const, 'indent' as const, 'tick' as const), place }),
    );
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), async (changes, ending) => {
      const edited = [...lines];
      changes.forEach((one, index) => {
        const word = `word${index}person`;
        const line = edited[one.place] ?? '';
        if (one.how === 'add') edited.splice(one.place, 0, `${one.indent}${one.sign}${word}`);
        else if (one.how === 'append') edited[one.place] = line.startsWith('<!--') ? line : `${line} ${word}`;
        else if (one.how === 'prepend') edited[one.place] = line.startsWith('<!--') ? line : `${word} ${line}`;
        else if (one.how === 'remove') edited.splice(one.place, 1);
        else if (one.how === 'double') edited.splice(one.place, 0, line);
        else if (one.how === 'indent') edited[one.place] = `  ${line}`;
        else if (one.how === 'tick') edited[one.place] = line.replace('[ ]', '[x]');
        else edited.splice(one.place, 2, edited[one.place + 1] ?? '', line);
      });
      const text = edited.join(ending);
      const made = await redrawn({ ...later, [path]: text }, path);
      const after = made.text.split(ending);
      for (const line of text.split(ending)) if (/word\dperson/.test(line)) expect(after).toContain(line);
      expect((made.text.match(/\[x\]/g) ?? []).length).toBeGreaterThanOrEqual((text.match(/\[x\]/g) ?? []).length);
      expect((await redrawn({ ...later, [path]: made.text }, path)).changes).toEqual([]);
    }), { numRuns: 60 });
  }, 60_000);
});
