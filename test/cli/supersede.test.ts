import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decision, docket, folderOf } from './world.ts';

const nygard = (number: number, title: string, more = ''): string =>
  `# ${number}. ${title}\n\nDate: 2026-01-0${number}\n\n## Status\n\nAccepted\n${more}\n## Context\n\nFiles.\n\n## Decision\n\nFTP.\n\n## Consequences\n\nSlow.\n`;

const read = (folder: string, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');

interface Listed {
  readonly path: string;
  readonly status: string | null;
  readonly number: number | null;
  readonly supersededBy: readonly string[];
}

async function listed(folder: string): Promise<Listed[]> {
  const { out } = await docket(folder, ['list', '--format', 'ndjson']);
  return out.trim().split('\n').map((line) => JSON.parse(line) as Listed);
}

describe('docket supersede', () => {
  it('writes a record of the same form, marks the old one and links both ways', async () => {
    const folder = await folderOf({ 'adr/0001-use-ftp.md': nygard(1, 'Use FTP'), 'adr/0002-use-vans.md': nygard(2, 'Use vans') });
    expect(await docket(folder, ['supersede', 'adr/0001-use-ftp.md', 'Use queues'])).toEqual({ code: 0, out: 'adr/0003-use-queues.md\n', err: '' });
    const made = await read(folder, 'adr/0003-use-queues.md');
    expect(made).toMatch(/^# 3\. Use queues\n\nDate: 2026-11-22\n\n## Status\n\nProposed\n\nSupersedes \[1\. Use FTP\]\(0001-use-ftp\.md\)\n\n## Context\n/);
    expect(await read(folder, 'adr/0001-use-ftp.md')).toBe(nygard(1, 'Use FTP').replace('Accepted', 'Superseded by [3. Use queues](0003-use-queues.md)'));
    expect(await listed(folder)).toMatchObject([{ status: 'superseded', supersededBy: ['adr/0003-use-queues.md'] }, { status: 'accepted' }, { status: 'proposed', number: 3 }]);
  });

  it('follows the front matter of a MADR record and the numbers of its neighbours', async () => {
    const folder = await folderOf({ 'docs/adr/007-keep-events.md': decision() });
    expect((await docket(folder, ['supersede', 'docs/adr/007-keep-events.md', '이벤트를 90일 보관'])).out).toBe('docs/adr/008-이벤트를-90일-보관.md\n');
    expect(await read(folder, 'docs/adr/007-keep-events.md')).toBe(decision({ status: 'superseded by ADR-008' }));
    const made = await read(folder, 'docs/adr/008-이벤트를-90일-보관.md');
    expect(made).toContain('status: proposed\nsupersedes: ADR-007\ndate: 2026-11-22\n');
    expect(made).toContain('# 이벤트를 90일 보관\n\n## Context and Problem Statement\n');
  });

  it('leads through a chain: each is superseded by the next', async () => {
    const folder = await folderOf({ 'adr/0001-a.md': nygard(1, 'A') });
    await docket(folder, ['supersede', 'adr/0001-a.md', 'B']);
    await docket(folder, ['supersede', 'adr/0002-b.md', 'C']);
    expect((await listed(folder)).map(({ supersededBy }) => supersededBy)).toEqual([['adr/0002-b.md'], ['adr/0003-c.md'], []]);
  });

  it('keeps line endings and a byte-order mark, also in the new document', async () => {
    const windows = `\uFEFF${nygard(1, 'Use FTP').replaceAll('\n', '\r\n')}`;
    const folder = await folderOf({ 'adr/0001-use-ftp.md': windows });
    await docket(folder, ['supersede', 'adr/0001-use-ftp.md', 'Use queues']);
    expect(await read(folder, 'adr/0001-use-ftp.md')).toBe(windows.replace('Accepted', 'Superseded by [2. Use queues](0002-use-queues.md)'));
    expect((await read(folder, 'adr/0002-use-queues.md')).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('prints a diff and writes nothing with --print', async () => {
    const folder = await folderOf({ 'adr/0001-use-ftp.md': nygard(1, 'Use FTP') });
    const { code, out } = await docket(folder, ['supersede', 'adr/0001-use-ftp.md', 'Use queues', '--print']);
    expect(code).toBe(0);
    expect(out).toContain('--- /dev/null\n+++ b/adr/0002-use-queues.md\n');
    expect(out).toContain('--- a/adr/0001-use-ftp.md\n+++ b/adr/0001-use-ftp.md\n');
    expect(out).toContain('\n-Accepted\n+Superseded by [2. Use queues](0002-use-queues.md)\n');
    expect(await readdir(path.join(folder, 'adr'))).toEqual(['0001-use-ftp.md']);
    expect(await read(folder, 'adr/0001-use-ftp.md')).toBe(nygard(1, 'Use FTP'));
  });

  it.each([
    ['a/b ../../etc/passwd', '0002-a-b-etc-passwd.md'],
    ['..', '0002-decision-nygard.md'],
    ['x'.repeat(300), `0002-${'x'.repeat(60)}.md`],
  ])('makes a file name beside the old one of the title %j', async (title, name) => {
    const folder = await folderOf({ 'adr/0001-use-ftp.md': nygard(1, 'Use FTP') });
    expect(await docket(folder, ['supersede', 'adr/0001-use-ftp.md', title])).toEqual({ code: 0, out: `adr/${name}\n`, err: '' });
    expect(await readdir(path.join(folder, 'adr'))).toEqual(['0001-use-ftp.md', name]);
  });

  const bare = '# Use FTP\n\n## Context and Problem Statement\n\nFiles.\n\n## Considered Options\n\n* FTP\n\n## Decision Outcome\n\nFTP.\n';
  it.each([
    ['adr/0001-use-ftp.md', bare, 'docket: "adr/0001-use-ftp.md" was left as it is: The document has no place for a status; add one, such as "Status: proposed" under the title.\n'],
    ['adr/0001-use-ftp.md', nygard(1, 'Use FTP').replace('Accepted', 'Superseded by [2. Two](0002-two.md)'), 'docket: "adr/0001-use-ftp.md" was left as it is: It is superseded by "2. Two" already; supersede that one instead.\n'],
    ['notes.md', '# Shop\n\nA readme.\n', 'docket: "notes.md" was left as it is: "notes.md" is neither a decision record nor a design doc, so no other document can take its place or amend it.\n'],
  ])('ends with 2 and writes nothing where %s cannot be marked', async (file, text, err) => {
    const folder = await folderOf({ [file]: text });
    const before = (await readdir(folder, { recursive: true })).sort();
    expect(await docket(folder, ['supersede', file, 'Use queues'])).toEqual({ code: 2, out: '', err });
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
    expect(await read(folder, file)).toBe(text);
  });

  it('says what is wrong with what was written behind it', async () => {
    const folder = await folderOf({ 'adr/0001-use-ftp.md': nygard(1, 'Use FTP') });
    expect((await docket(folder, ['supersede', 'adr/0001-use-ftp.md', ' '])).err).toBe('docket: the title is empty; write docket supersede adr/0001-use-ftp.md "What it is about"\n');
    expect((await docket(folder, ['supersede', 'adr', 'x'])).err).toBe('docket: "adr" is a folder; name one document\n');
    expect((await docket(path.join(folder, 'adr'), ['supersede', '../other.md', 'x'])).err).toMatch(/^docket: "\.\.\/other\.md" lies outside of the current folder/);
    expect((await docket(folder, ['supersede', 'adr/0009-no.md', 'x'])).code).toBe(2);
    expect((await docket(folder, ['supersede', 'adr/0001-use-ftp.md'])).err).toBe('docket: the argument "title" is missing\n');
    expect(await readdir(path.join(folder, 'adr'))).toEqual(['0001-use-ftp.md']);
  });

  it('replaces no file, also none that Docket does not read', async () => {
    const dated = '# Vans\n\n- Status: accepted\n- Date: 2026-01-02\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n\n## Decision Outcome\n\nA.\n';
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["adr/*queues*"]\n', 'adr/20260102-vans.md': dated, 'adr/20261122-use-queues.md': 'mine' });
    expect(await docket(folder, ['supersede', 'adr/20260102-vans.md', 'Use queues'])).toEqual({ code: 2, out: '', err: 'docket: "adr/20261122-use-queues.md" exists already; nothing was written\n' });
    expect([await read(folder, 'adr/20260102-vans.md'), await read(folder, 'adr/20261122-use-queues.md')]).toEqual([dated, 'mine']);
    expect((await docket(folder, ['supersede', 'adr/20260102-vans.md', 'Vans again'])).code).toBe(0);
    expect((await docket(folder, ['amend', 'adr/20260102-vans.md', 'Vans again'])).err).toBe('docket: "adr/20260102-vans.md" was left as it is: "adr/20261122-vans-again.md" exists already; nothing was written.\n');
  });

  it('follows no link out of the folder', async () => {
    const outside = await folderOf();
    const folder = await folderOf();
    await mkdir(path.join(outside, 'adr'));
    await writeFile(path.join(outside, 'adr/0001-use-ftp.md'), nygard(1, 'Use FTP'));
    await symlink(path.join(outside, 'adr'), path.join(folder, 'adr'));
    const { code } = await docket(folder, ['supersede', 'adr/0001-use-ftp.md', 'Use queues']);
    expect(code).toBe(2);
    expect(await readdir(path.join(outside, 'adr'))).toEqual(['0001-use-ftp.md']);
  });
});

describe('docket amend', () => {
  it('keeps the status of the old record and says in both how they stand', async () => {
    const folder = await folderOf({ 'adr/0001-use-ftp.md': nygard(1, 'Use FTP') });
    expect((await docket(folder, ['amend', 'adr/0001-use-ftp.md', 'Retry three times'])).out).toBe('adr/0002-retry-three-times.md\n');
    expect(await read(folder, 'adr/0001-use-ftp.md')).toBe(nygard(1, 'Use FTP', '\nAmended by [2. Retry three times](0002-retry-three-times.md)\n'));
    expect(await read(folder, 'adr/0002-retry-three-times.md')).toContain('Proposed\n\nAmends [1. Use FTP](0001-use-ftp.md)\n');
    expect(await listed(folder)).toMatchObject([{ status: 'accepted', supersededBy: [] }, { status: 'proposed' }]);
  });
});
