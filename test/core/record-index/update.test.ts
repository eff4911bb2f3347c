import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit.ts';
import { isRefusal } from '../../../src/core/edits.ts';
import { indexesIn, updateIndexIn } from '../../../src/core/record-index/in-workspace.ts';
import { isRotten } from '../../../src/core/record-index/update.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';

const record = (number: number, title: string, status = 'Accepted'): string =>
  `# ${number}. ${title}\n\nDate: 2026-01-0${number}\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;

const RECORDS = {
  'adr/0001-one-thing.md': record(1, 'One thing'),
  'adr/0002-two-things.md': record(2, 'Two things', 'Superseded by [4. Four things](0004-four-things.md)'),
  'adr/0003-three-things.md': record(3, 'Three things', 'Proposed'),
  'adr/0004-four-things.md': record(4, 'Four things'),
};

async function update(index: string, options = {}, records: Readonly<Record<string, string>> = RECORDS, path = 'adr/README.md') {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries({ ...records, [path]: index }))), templates: [], language: 'en', rulePage: () => '', today: () => '2026-03-02' });
  await workspace.load();
  const result = await updateIndexIn(workspace, path, options);
  if (!result || isRefusal(result)) return { result, text: undefined, found: await indexesIn(workspace) };
  return { result, text: applyEdits(index, result.edits), found: await indexesIn(workspace) };
}

const LIST = '# Decisions\n\n- [1. One thing](0001-one-thing.md)\n- [2. Two things](0002-two-things.md)\n- [3. Three things](0003-three-things.md)\n- [4. Four things](0004-four-things.md)\n\nThe end.\n';
const TABLE = '# Decisions\n\n| No.  | Decision                              | Owner | Status     |\n|------|---------------------------------------|-------|------------|\n| 0001 | [One thing](0001-one-thing.md)        | Ann   | accepted   |\n| 0002 | [Two things](0002-two-things.md)      | Bo    | superseded |\n| 0003 | [Three things](0003-three-things.md)  |       | proposed   |\n| 0004 | [Four things](0004-four-things.md)    | Ann   | accepted   |\n';

describe('an index', () => {
  it.each([['a list', LIST], ['a table', TABLE], ['a table with its columns in another order', TABLE.replace(/^\| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm, '| $4 | $2 | $3 | $1 |')]])('that is up to date gets no edit: %s', async (_, index) => {
    const { result, text, found } = await update(index);
    expect(result && !isRefusal(result) && isRotten(result)).toBe(false);
    expect(text).toBe(index);
    expect(found).toEqual(['adr/README.md']);
  });

  it.each(['\n', '\r\n'])('gets the missing record in its place, written as its neighbours are, with line ending %j', async (ending) => {
    const list = LIST.replaceAll('\n', ending);
    expect((await update(list.replace(`- [3. Three things](0003-three-things.md)${ending}`, ''))).text).toBe(list);
    expect((await update(list.replace(`- [1. One thing](0001-one-thing.md)${ending}`, ''))).text).toBe(list);
    expect((await update(list.replace(`- [4. Four things](0004-four-things.md)${ending}`, ''))).text).toBe(list);
    const table = TABLE.replaceAll('\n', ending);
    expect((await update(table.replace(/\| 0003.*\r?\n/, ''))).text).toBe(table);
  });

  it('is kept in falling order where it is', async () => {
    const falling = '# Decisions\n\n* [Four things](0004-four-things.md)\n* [Three things](0003-three-things.md)\n* [Two things](0002-two-things.md)\n* [One thing](0001-one-thing.md)\n';
    expect((await update(falling.replace('* [Three things](0003-three-things.md)\n', ''))).text).toBe(falling);
    expect((await update(falling.replace('* [Four things](0004-four-things.md)\n', ''))).text).toBe(falling);
  });

  it('has its status words corrected, in its own words, and nothing else', async () => {
    const rotten = TABLE.replace('| Bo    | superseded |', '| Bo    | accepted   |').replace('|       | proposed   |', '|       | rejected   |');
    const { result, text } = await update(rotten);
    expect(result).toMatchObject({ changed: [{ what: 'status', from: 'accepted', to: 'superseded' }, { what: 'status', from: 'rejected', to: 'proposed' }] });
    expect(text!.replaceAll(/ +\|/g, ' |')).toBe(TABLE.replaceAll(/ +\|/g, ' |'));
  });

  it('keeps what people wrote in columns and remarks of their own', async () => {
    const remarks = LIST.replace('0001-one-thing.md)', '0001-one-thing.md) — see also the minutes').replace('- [3. Three things](0003-three-things.md)\n', '');
    expect((await update(remarks)).text).toBe(LIST.replace('0001-one-thing.md)', '0001-one-thing.md) — see also the minutes'));
  });

  it('copies no remark of a neighbour into a new row', async () => {
    const two = '# Decisions\n\n* [1. One thing](0001-one-thing.md) (a remark)\n* [3. Three things](0003-three-things.md)\n* [4. Four things](0004-four-things.md) (a word)\n';
    expect((await update(two)).text).toBe(two.replace('(a remark)\n', '(a remark)\n* [2. Two things](0002-two-things.md)\n'));
  });

  it('keeps the short titles that people gave', async () => {
    const short = LIST.replace('[2. Two things]', '[2. Two]');
    expect((await update(short)).text).toBe(short);
  });

  it('keeps the row of a record that is gone, reports it, and takes it out when asked to', async () => {
    const gone = LIST.replace('- [2.', '- [9. Nine things](0009-nine-things.md)\n- [2.');
    const kept = await update(gone);
    expect(kept.text).toBe(gone);
    expect(kept.result).toMatchObject({ gone: [{ path: 'adr/0009-nine-things.md' }] });
    expect((await update(gone, { removesGone: true })).text).toBe(LIST);
  });

  it('with signs for the states gives a new record the sign of its state', async () => {
    const signs = '# Decisions\n\n1. ✅ [One thing](0001-one-thing.md)\n1. ⌛ [Two things](0002-two-things.md)\n1. 🤔 [Three things](0003-three-things.md)\n1. ✅ [Four things](0004-four-things.md)\n';
    const records = { ...RECORDS, 'adr/0005-five-things.md': record(5, 'Five things', 'Proposed') };
    expect((await update(signs, {}, records)).text).toBe(`${signs}1. 🤔 [Five things](0005-five-things.md)\n`);
  });

  const STATES = '# Decisions\n\n| Decision | Status |\n|---|---|\n| [One thing](0001-one-thing.md) | **Accepted** |\n| [Two things](0002-two-things.md) | **Superseded** |\n| [Three things](0003-three-things.md) | **Proposed** |\n';

  it('with a column for the status says that of a new record, as the other rows say theirs', async () => {
    expect((await update(STATES)).text).toBe(`${STATES}| [Four things](0004-four-things.md) | **Accepted** |\n`);
    const nobody = STATES.replaceAll(/\*\*\w+\*\*/g, '');
    expect((await update(nobody.replaceAll('|  |', '| |'))).text).toBe(`${STATES.replaceAll('**', '')}| [Four things](0004-four-things.md) | Accepted |\n`);
  });

  it('with no row whose status is still true says the statuses all the same', async () => {
    const stale = STATES.replace('**Accepted**', '**Proposed**').replace('**Superseded**', '**Accepted**').replace('**Proposed** |\n', '**Rejected** |\n');
    expect((await update(stale)).text).toContain('| [Four things](0004-four-things.md) | **Accepted** |');
  });

  it('has its empty status cells filled, and leaves those of records without a status', async () => {
    const empty = TABLE.replace('| superseded |', '|            |').replace('| proposed   |', '|            |').replace('|------------|', '|:-----------|');
    const { result, text } = await update(empty);
    expect(text).toBe(TABLE.replace('|------------|', '|:-----------|'));
    expect(result).toMatchObject({ changed: [{ what: 'status', from: '', to: 'superseded' }, { what: 'status', from: '', to: 'proposed' }] });
    const none = { ...RECORDS, 'adr/0003-three-things.md': RECORDS['adr/0003-three-things.md'].replace('Proposed', '') };
    expect((await update(empty, {}, none)).text).toBe(TABLE.replace('|------------|', '|:-----------|').replace('| proposed   |', '|            |'));
    expect((await update(TABLE.replace(/\| 0003.*\n/, ''), {}, none)).text).toContain('| 0003 | [Three things](0003-three-things.md)  |       |            |');
  });

  it('may be a table with one row', async () => {
    const one = STATES.split('\n').slice(0, 5).join('\n') + '\n';
    expect((await update(one, {}, { 'adr/0001-one-thing.md': RECORDS['adr/0001-one-thing.md'], 'adr/0003-three-things.md': RECORDS['adr/0003-three-things.md'] })).text).toBe(`${one}| [Three things](0003-three-things.md) | **Proposed** |\n`);
    expect((await update('# Shop\n\n| Part | Reason |\n|---|---|\n| Cart | [One thing](0001-one-thing.md) |\n')).found).toEqual([]);
  });

  it('with a list for each state gets a record under the heading of its state', async () => {
    const lists = '# Decisions\n\n## Accepted\n\n- [ADR-1: One thing](0001-one-thing.md)\n\n## Superseded\n\n- [ADR-2: Two things](0002-two-things.md)\n- [ADR-7: Seven](0007-seven.md)\n\n## Proposed\n\n- [ADR-3: Three things](0003-three-things.md)\n- [ADR-8: Eight](0008-eight.md)\n';
    const records = { ...RECORDS, 'adr/0005-five.md': record(5, 'Five', 'Accepted'), 'adr/0007-seven.md': record(7, 'Seven', 'Superseded'), 'adr/0008-eight.md': record(8, 'Eight', 'Proposed') };
    const both = lists.replace('0001-one-thing.md)\n', '0001-one-thing.md)\n- [ADR-4: Four things](0004-four-things.md)\n');
    const { text } = await update(both, {}, records);
    expect(text).toBe(both.replace('0004-four-things.md)\n', '0004-four-things.md)\n- [ADR-5: Five](0005-five.md)\n'));
  });

  it('is made between empty markers', async () => {
    expect((await update('# Decisions\n\n<!-- docket:index -->\n<!-- /docket:index -->\n')).text).toBe(
      '# Decisions\n\n<!-- docket:index -->\n\n| Number | Title | Status | Date |\n|---|---|---|---|\n| 0001 | [One thing](0001-one-thing.md) | Accepted | 2026-01-01 |\n| 0002 | [Two things](0002-two-things.md) | Superseded | 2026-01-02 |\n| 0003 | [Three things](0003-three-things.md) | Proposed | 2026-01-03 |\n| 0004 | [Four things](0004-four-things.md) | Accepted | 2026-01-04 |\n\n<!-- /docket:index -->\n',
    );
    expect((await update('# Log\n\n<!-- adrlog -->\n\n<!-- adrlogstop -->\n')).text).toContain('<!-- adrlog -->\n\n- [ADR-0001](0001-one-thing.md) - One thing\n');
  });

  it('that was made between markers stays as it is, and follows a new title there', async () => {
    const made = (await update('# Decisions\n\n<!-- docket:index -->\n<!-- /docket:index -->\n')).text!;
    expect((await update(made)).text).toBe(made);
    const renamed = { ...RECORDS, 'adr/0003-three-things.md': record(3, 'Many other things', 'Proposed') };
    expect((await update(made, {}, renamed)).text).toBe(made.replace('[Three things]', '[Many other things]'));
  });

  it('may lie above its records', async () => {
    const { text } = await update('# Shop\n\n* [One thing](adr/0001-one-thing.md)\n* [Two things](adr/0002-two-things.md)\n* [Four things](adr/0004-four-things.md)\n', {}, RECORDS, 'README.md');
    expect(text).toContain('* [Two things](adr/0002-two-things.md)\n* [Three things](adr/0003-three-things.md)\n* [Four');
  });

  it('is no list of a few related records, nor one in a record', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`adr/000${at + 1}-r${at}.md`, record(at + 1, `R ${at}`)]));
    const related = '# Guide\n\nSee\n\n- [R 0](0001-r0.md)\n- [R 1](0002-r1.md)\n';
    expect((await update(related, {}, many)).found).toEqual([]);
    expect((await update(`${record(1, 'Mine')}\n## Related\n\n- [One thing](0001-one-thing.md)\n- [Two things](0002-two-things.md)\n- [Four things](0004-four-things.md)\n`, {}, RECORDS, 'adr/0009-mine.md')).found).toEqual([]);
  });

  it('says nothing of a document that has none', async () => {
    expect((await update('# Shop\n\nText.\n')).result).toBeUndefined();
  });
});
