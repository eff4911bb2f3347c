import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledCli, runBundle } from './bundle.ts';
import { decision, docket, folderOf } from './world.ts';

const bundle = bundledCli();

/** Enough text that reading it in threads is worth while. */
async function largeFolder(): Promise<string> {
  const filler = `\n<!-- ${'so many words '.repeat(3000)} -->\n`;
  const files: Record<string, string> = { '.docket.yaml': 'exclude: ["old/**"]\n', 'old/decisions/0001-x.md': decision(), 'kep/README.md': '# KEP-1: x\n', 'docs/decisions/0003-bad.md': '> '.repeat(1000) };
  for (let number = 10; number < 70; number++) files[`docs/decisions/00${number}-d.md`] = decision({ title: `Number ${number}`, status: number % 2 ? 'accepted' : 'proposed', more: `\n- [ ] Do it @mina\n${filler}` });
  return folderOf(files);
}

describe('the docket program', () => {
  it('runs, and gives its exit code to the shell', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision().replace(/## Decision Outcome[\s\S]*/, '') });
    expect(await runBundle(bundle(), ['--version'], { cwd: folder })).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    expect(await runBundle(bundle(), ['lint'], { cwd: folder })).toMatchObject({ code: 1, err: '' });
    expect(await runBundle(bundle(), ['lint', '--x'], { cwd: folder })).toEqual({ code: 2, out: '', err: 'docket: there is no option "--x"; see "docket --help"\n' });
  });

  it('takes a text from standard input, and shows the page of a rule that lies beside it', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision() });
    const input = decision().replace(/## Decision Outcome[\s\S]*/, '');
    expect(await runBundle(bundle(), ['lint', '--stdin', '--stdin-filename', 'decisions/0001-a.md', '--format', 'ndjson'], { cwd: folder, input })).toMatchObject({ code: 1, err: '', out: expect.stringContaining('"rule":"required-sections"') as string });
    const pages = path.join(path.dirname(bundle()), 'rules');
    await cp(new URL('../../src/core/rules', import.meta.url), pages, { recursive: true });
    expect((await runBundle(bundle(), ['lint', '--explain', 'readable'], { cwd: folder })).out).toMatch(/^readable\n[^]*\nWhy\n/);
  });

  it.each([['markdown', /^<!-- docket/], ['html', /^<!doctype html>/], ['csv', /^\uFEFFKind,/], ['ics', /^BEGIN:VCALENDAR/], ['json', /^\{\s+"docket"/]])('loads what writes a report as %s when one is asked for', async (format, begins) => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision() });
    const args = ['report', '--lang', 'en', '--format', format];
    expect(await runBundle(bundle(), args, { cwd: folder })).toEqual({ code: 0, out: expect.stringMatching(begins) as string, err: '' });
    for (let time = 1; time <= 2; time++) expect(await runBundle(bundle(), [...args, '--out', 'made'], { cwd: folder })).toEqual({ code: 0, out: '', err: 'Written: made\n' });
  });

  it('waits for a Git that has ended before it has closed its output', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision({ status: 'proposed' }), 'bin/git': '#!/bin/sh\nsleep 1 &\nexit 128\n' });
    await chmod(path.join(folder, 'bin/git'), 0o755);
    const outcome = await runBundle(bundle(), ['lint', 'decisions'], { cwd: folder, env: { PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH']}` } });
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(outcome.out).not.toBe('');
  });

  it('names a folder that it may not read, and goes on', async () => {
    const folder = await folderOf({ 'secret/0001-a.md': decision(), 'docs/decisions/0001-b.md': decision() });
    // Root may read everything, so a root that runs this lets nobody do it.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    await Promise.all([chmod(folder, 0o755), chmod(path.dirname(bundle()), 0o755), chmod(path.join(folder, 'secret'), 0)]);
    const linted = await runBundle(bundle(), ['lint', '--format', 'json'], { cwd: folder, uid });
    expect(linted).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(linted.out)).toMatchObject([{ path: 'secret', line: 1, rule: 'readable', severity: 'error', message: 'The folder could not be read (permission denied), so its documents are missing here; check that you may read it.', data: { code: 'EACCES' } }]);
    const listed = await runBundle(bundle(), ['list', '--format', 'ndjson'], { cwd: folder, uid });
    expect(listed).toMatchObject({ code: 0, err: 'secret:1:1: The folder could not be read (permission denied), so its documents are missing here; check that you may read it.\n' });
    expect(listed.out).toContain('0001-b.md');
  });

  it('reads a large folder in threads with the same result as without', async () => {
    const folder = await largeFolder();
    for (const args of [['list', '--format', 'ndjson'], ['lint', '--format', 'json']]) expect(await runBundle(bundle(), args, { cwd: folder })).toEqual(await docket(folder, args));
  }, 60_000);

  it('tells what was found in a document before it is written over', async () => {
    const folder = await largeFolder();
    const name = 'docs/decisions/0070-e.md';
    await writeFile(path.join(folder, name), decision({ title: 'Last', more: '\n[a](no.md)\n' }));
    const args = ['lint', '--format', 'gitlab'];
    const { out } = await runBundle(bundle(), args, { cwd: folder });
    expect(out).toContain(name);
    await runBundle(bundle(), [...args, '--out', name], { cwd: folder });
    expect(await readFile(path.join(folder, name), 'utf8')).toBe(out);
  }, 60_000);

  it('checks the shards of a large folder in threads, and merges them to what one run finds', async () => {
    const folder = await largeFolder();
    const whole = await runBundle(bundle(), ['lint', '--format', 'json'], { cwd: folder });
    // Outside of the folder, which has to stay as it was.
    const parts = await folderOf();
    const files = ['1.json', '2.json'].map((name) => path.join(parts, name));
    for (const [index, file] of files.entries()) expect(await runBundle(bundle(), ['lint', '--shard', `${index + 1}/2`, '--out', file], { cwd: folder })).toMatchObject({ code: 0, err: '' });
    expect(await runBundle(bundle(), ['merge', '--format', 'json', ...files], { cwd: folder })).toEqual(whole);
  }, 60_000);

  it.skipIf(!existsSync('/dev/full'))('ends with 2 and one line where its output cannot be written', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': decision() });
    const full = await open('/dev/full', 'w');
    expect(await runBundle(bundle(), ['lint'], { cwd: folder, outTo: full.fd })).toEqual({ code: 2, out: '', err: 'docket: cannot write what was found: the disk is full\n' });
    await full.close();
  });

  it('ends quietly where its reader has seen enough', async () => {
    const folder = await folderOf();
    await mkdir(path.join(folder, 'decisions'));
    for (let number = 1000; number < 1400; number++) await writeFile(path.join(folder, 'decisions', `${number}-a-document-with-a-long-name.md`), decision());
    expect(await runBundle(bundle(), ['list', '--format', 'ndjson'], { cwd: folder, readAtMost: 1 })).toMatchObject({ code: 0, err: '' });
  }, 60_000);
});
