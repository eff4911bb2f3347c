import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docket, folderOf } from './world.ts';

const record = (number: number, title: string): string => `# ${number}. ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
const list = '# Decisions\n\n- [1. One](0001-one.md)\n- [2. Two](0002-two.md)\n- [3. Three](0003-three.md)\n';
const records = { 'adr/0001-one.md': record(1, 'One'), 'adr/0002-two.md': record(2, 'Two'), 'adr/0003-three.md': record(3, 'Three') };
const read = (folder: string, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');

describe('docket update-index', () => {
  it('adds what is missing to every index below the folder', async () => {
    const folder = await folderOf({ ...records, 'adr/README.md': `\uFEFF${list.replace('- [2. Two](0002-two.md)\n', '')}` });
    expect(await docket(folder, ['update-index'])).toEqual({ code: 0, out: 'adr/README.md: adr/0002-two.md added\n', err: '' });
    expect(await read(folder, 'adr/README.md')).toBe(`\uFEFF${list}`);
    expect(await docket(folder, ['update-index'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('ends with 1 and writes nothing with --check where an index has rotted, and with 0 where it has not', async () => {
    const rotten = list.replace('- [2. Two](0002-two.md)\n', '- [9. Nine](0009-nine.md)\n');
    const folder = await folderOf({ ...records, 'adr/README.md': rotten });
    expect(await docket(folder, ['update-index', '--check'])).toEqual({ code: 1, out: 'adr/README.md: adr/0002-two.md is missing\nadr/README.md:4: adr/0009-nine.md is gone, its row was kept; --remove-gone takes it out\n', err: '' });
    expect(await read(folder, 'adr/README.md')).toBe(rotten);
    expect(await docket(folder, ['update-index', '--remove-gone'])).toMatchObject({ code: 0 });
    expect(await read(folder, 'adr/README.md')).toBe(list);
    expect(await docket(folder, ['update-index', '--check', 'adr/README.md'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints a diff and writes nothing with --print', async () => {
    const folder = await folderOf({ ...records, 'adr/README.md': list.replace('- [3. Three](0003-three.md)\n', '') });
    const { code, out } = await docket(folder, ['update-index', '--print', 'adr/README.md']);
    expect([code, out]).toEqual([0, '--- a/adr/README.md\n+++ b/adr/README.md\n@@ -2,3 +2,4 @@\n \n - [1. One](0001-one.md)\n - [2. Two](0002-two.md)\n+- [3. Three](0003-three.md)\n']);
    expect(await read(folder, 'adr/README.md')).not.toContain('Three');
  });

  it('says where an index could stand if there is none', async () => {
    const folder = await folderOf({ ...records, 'README.md': '# Shop\n' });
    expect((await docket(folder, ['update-index', 'README.md'])).err).toMatch(/^docket: "README\.md" has no list or table of records; put <!-- docket:index -->/);
    expect(await docket(folder, ['update-index', '--lang', 'ko'])).toMatchObject({ code: 0, err: expect.stringMatching(/^docket: 기록의 목록이나 표를 찾지 못했습니다/) as string });
  });
});

describe('docket renumber', () => {
  it('moves the file, changes what cites it, and lists what could mean another document', async () => {
    const folder = await folderOf({ ...records, 'adr/0003-four.md': record(3, 'Four'), 'adr/README.md': `${list}- [3. Four](0003-four.md)\n\nADR-0003 is disputed.\n` });
    const print = await docket(folder, ['renumber', 'adr/0003-four.md', '--print']);
    expect(print.out).toContain('diff --git a/adr/0003-four.md b/adr/0004-four.md\nrename from adr/0003-four.md\nrename to adr/0004-four.md\n--- a/adr/0003-four.md\n+++ b/adr/0004-four.md\n');
    expect(await read(folder, 'adr/0003-four.md')).toBe(record(3, 'Four'));
    expect(await docket(folder, ['renumber', 'adr/0003-four.md'])).toEqual({ code: 0, out: 'adr/0004-four.md\n', err: 'adr/README.md:8: "ADR-0003" may mean another document with the same number; it was left as it is\n' });
    expect(await read(folder, 'adr/0004-four.md')).toBe(record(4, 'Four'));
    expect(await read(folder, 'adr/README.md')).toBe(`${list}- [4. Four](0004-four.md)\n\nADR-0003 is disputed.\n`);
  });

  it.each([
    [['renumber', 'adr/0001-one.md', '2'], 'docket: "adr/0001-one.md" was left as it is: The number 2 is that of "adr/0002-two.md".\n'],
    [['renumber', 'adr/0001-one.md', '../2'], 'docket: "adr/0001-one.md" was left as it is: "../2" is no number for a document; write digits, such as 12.\n'],
    [['renumber', 'README.md', '2'], 'docket: "README.md" was left as it is: "README.md" is no record with a number.\n'],
  ])('ends with 2 and changes nothing for %j', async (args, err) => {
    const folder = await folderOf({ ...records, 'README.md': '# Shop\n' });
    expect(await docket(folder, args)).toEqual({ code: 2, out: '', err });
    expect(await read(folder, 'adr/0001-one.md')).toBe(records['adr/0001-one.md']);
  });
});
