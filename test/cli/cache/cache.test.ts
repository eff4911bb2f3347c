import { chmod, cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../templates/built-in.ts';
import { sha256 } from '../../../src/cli/cache/answers.ts';
import { DiskCache } from '../../../src/cli/cache/disk-cache.ts';
import { userCacheFolder } from '../../../src/cli/cache/place.ts';
import type { Io } from '../../../src/cli/io.ts';
import type { Files } from '../../../src/core/files.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { nodeFiles } from '../../../src/files/node.ts';
import { decision, docket, folderOf } from '../world.ts';

const real: Partial<Io> = { now: () => new Date() };

// What a run says that remembers, and what one says that does not.
async function bothRuns(root: string, cache: string): Promise<void> {
  const cold = await docket(root, ['lint', '--format', 'json', '--no-cache'], real);
  expect(await docket(root, ['lint', '--format', 'json', '--cache-dir', cache], real)).toEqual(cold);
  expect(await docket(root, ['lint', '--format', 'json', '--cache-dir', cache], real)).toEqual(cold);
}

const filesOf = async (cache: string): Promise<string[]> => {
  const folder = path.join(cache, (await readdir(cache))[0]!);
  return (await readdir(folder)).sort().map((name) => path.join(folder, name));
};

const indexOf = async (cache: string): Promise<string> => (await filesOf(cache)).find((file) => path.basename(file) === 'index')!;

describe('a cache', () => {
  it.each(['media/sample', 'test/cases'])('never changes what is found in %s', async (folder) => {
    const [root, cache] = [await folderOf(), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await cp(fileURLToPath(new URL(`../../../${folder}`, import.meta.url)), root, { recursive: true });
    await bothRuns(root, cache);
  }, 120_000);

  it('never changes what is found when files change, also at once and in as many bytes', async () => {
    const [root, cache] = [await folderOf({
      'docs/adr/0001-a.md': decision({ title: 'Use queues', more: '\nSee [the picture](a.png) and [two](0002-b.md#context-and-problem-statement).\n' }), 'docs/adr/0002-b.md': decision({ title: 'Use topics', status: 'proposed' }),
      'docs/adr/a.png': 'x', 'docs/adr/README.md': '# Decisions\n\n- [Use queues](0001-a.md)\n- [Use topics](0002-b.md)\n',
    }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    const at = (name: string): string => path.join(root, ...name.split('/'));
    const change = async (name: string, from: string | RegExp, to: string): Promise<void> => writeFile(at(name), (await readFile(at(name), 'utf8')).replace(from, to));
    const steps: (() => Promise<unknown>)[] = [
      async () => {},
      () => change('docs/adr/0002-b.md', 'proposed', 'proposde'),
      () => change('docs/adr/0001-a.md', 'Use queues', 'Use qeuues'),
      () => change('docs/adr/0001-a.md', /^## .*$/m, '##'),
      () => rm(at('docs/adr/a.png')),
      () => writeFile(at('docs/adr/0003-c.md'), decision({ title: 'Use a bus', more: '\nSupersedes [one](0001-a.md)\n' })),
      () => writeFile(at('docs/adr/0002-again.md'), decision({ title: 'Use it again' })),
      () => rm(at('docs/adr/0002-b.md')),
      () => writeFile(at('.docket.yaml'), 'rules:\n  broken-link: error\nvocabulary:\n  statuses:\n    accepted: [proposde]\n'),
      () => writeFile(at('docs/adr/.docket.yaml'), 'language: ko\n'),
      () => writeFile(at('.gitignore'), 'a.png\n'),
      () => writeFile(at('docs/adr/0004-d.md'), new Uint8Array([0xff, 0xfe, 0x00])),
      () => writeFile(at('docs/adr/template.md'), '# {title}\n\n## Why\n\n## What\n'),
    ];
    for (const step of steps) {
      await step();
      await bothRuns(root, cache);
    }
  }, 120_000);

  it('never changes what is found in files that cannot be read', async () => {
    const [root, cache] = [await folderOf({ 'docs/0001-a.md': decision({ status: 'acepted' }), 'docs/0002-b.md': new Uint8Array([0xff, 0xfe, 0x00]) }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await symlink('loop.md', path.join(root, 'docs/loop.md'));
    await symlink('none.md', path.join(root, 'docs/gone.md'));
    await bothRuns(root, cache);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['empty', () => Buffer.alloc(0)],
    ['another program\'s', () => Buffer.from('SQLite format 3\0'.repeat(100))],
    ['of another shape', () => withDigest({ engine: 'test', above: '', parts: [], rows: [['docs/0001-a.md', null, 'x', 'null', null, [], { path: 'docs/0001-a.md' }, null]], checked: null })],
    ['about texts that are nowhere', () => withDigest({ engine: 'test', above: '', parts: [{ name: '0.part', bytes: 10, digest: 'x' }], rows: [['docs/0001-a.md', null, 'x', 'null', null, [], [0, 8, 3], [1, 0, 2]]], checked: null })],
    ['about files of others', () => withDigest({ engine: 'test', above: '', parts: [{ name: '../index', bytes: 10, digest: 'x' }], rows: [], checked: null })],
    ['with questions that nobody asks', () => withDigest({ engine: 'test', above: '', parts: [], rows: [], checked: { settings: '', answers: [['no question', 'x']] } })],
    ['no index at all', () => withDigest([])],
  ])('that is %s is not used, and made again', async (_name, broken) => {
    const [root, cache] = [await folderOf({ 'docs/0001-a.md': decision({ status: 'acepted' }) }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await bothRuns(root, cache);
    const file = await indexOf(cache);
    const whole = await readFile(file);
    await writeFile(file, broken(whole));
    await bothRuns(root, cache);
    expect((await readFile(file)).length).toBeGreaterThan(500);
  });

  it.each([
    ['gone', (file: string) => rm(file)],
    ['a link to itself', async (file: string) => { await rm(file); await symlink(path.basename(file), file); }],
    ['cut off', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 20))],
    ['changed in as many bytes', async (file: string) => writeFile(file, (await readFile(file)).reverse())],
  ])('of which a part is %s is not used, and made again', async (_name, broken) => {
    const [root, cache] = [await folderOf({ 'docs/0001-a.md': decision({ status: 'acepted' }), 'docs/0002-b.md': decision({ title: 'Use topics' }) }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await bothRuns(root, cache);
    for (const isChanged of [false, true]) {
      const parts = (await filesOf(cache)).filter((file) => file.endsWith('.part'));
      expect(parts.length).toBeGreaterThan(1);
      for (const file of parts) await broken(file);
      if (isChanged) await writeFile(path.join(root, 'docs/0001-a.md'), decision({ status: 'aceptde' }));
      await bothRuns(root, cache);
      await bothRuns(root, cache);
      expect(await filesOf(cache)).not.toEqual(expect.arrayContaining(parts));
    }
  });

  it('takes in what is new beside what is there, and keeps no file that it has no use for', async () => {
    const [root, cache] = [await folderOf(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/00${index + 10}-a.md`, decision({ title: `Use queue ${index}`, status: 'acepted' })]))), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await bothRuns(root, cache);
    const before = await filesOf(cache);
    await writeFile(path.join(root, 'docs/0010-a.md'), decision({ title: 'Use topics', status: 'acepted' }));
    await bothRuns(root, cache);
    const after = await filesOf(cache);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBeGreaterThan(before.length);
    const sizes = await Promise.all([before, after.filter((file) => !before.includes(file))].map(async (files) => (await Promise.all(files.filter((file) => file.endsWith('.part')).map((file) => readFile(file)))).reduce((sum, { length }) => sum + length, 0)));
    expect(sizes[1]! * 5).toBeLessThan(sizes[0]!);
    for (let count = 0; count < 20; count++) {
      await writeFile(path.join(root, 'docs/0011-a.md'), decision({ title: `Use topic ${count}`, status: 'acepted' }));
      await docket(root, ['lint', '--cache-dir', cache], real);
    }
    expect((await filesOf(cache)).length).toBeLessThan(36);
    expect(await filesOf(cache)).not.toEqual(expect.arrayContaining(before));
    await bothRuns(root, cache);
  }, 60_000);

  it('of another engine is not used', async () => {
    const [root, cache] = [await folderOf({ 'docs/0001-a.md': decision({ status: 'acepted' }) }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    await bothRuns(root, cache);
    const before = await readFile(await indexOf(cache));
    await docket(root, ['lint', '--cache-dir', cache], { ...real, engine: 'newer' });
    expect((await readFile(await indexOf(cache))).equals(before)).toBe(false);
  });

  it('can be shared, and need not be writable', async () => {
    const [root, cache] = [await folderOf({ 'docs/0001-a.md': decision({ status: 'acepted' }) }), await folderOf()];
    await rm(path.join(cache, '.git'), { recursive: true });
    const cold = await docket(root, ['lint', '--no-cache'], real);
    for (const outcome of await Promise.all(Array.from({ length: 6 }, () => docket(root, ['lint', '--cache-dir', cache], real)))) expect(outcome).toEqual(cold);
    expect(await readdir(cache)).toHaveLength(1);
    await writeFile(path.join(root, 'no-folder'), '');
    expect(await docket(root, ['lint', '--cache-dir', 'no-folder'], real)).toEqual(cold);
    await chmod(cache, 0o500);
    expect(await docket(root, ['lint', '--cache-dir', cache], real)).toEqual(cold);
    await chmod(cache, 0o700);
  });

  it('costs a look at each file that has not changed, and reads none', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/00${index + 10}-a.md`, decision({ title: `Use queue ${index}`, status: 'acepted', more: '\n[next](none.md)\n' })]));
    const [root, folder] = [await folderOf(files), await folderOf()];
    const run = async (): Promise<{ read: string[]; found: number }> => {
      const read: string[] = [];
      const onDisk = nodeFiles(root);
      const counted: Files = { ...onDisk, read: (one) => { read.push(one); return onDisk.read(one); } };
      // Later by more than the clock of files can stand still.
      const cache = new DiskCache(counted, { folder, fewest: 1, engine: 'test', settings: '', root, deep: true, revision: undefined, now: () => Date.now() + 10_000 });
      const workspace = new Workspace({ files: cache.files, templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02', recall: cache.recall, lintMany: cache.lint(undefined, async () => new Map()) });
      await workspace.load();
      await workspace.lintAhead(workspace.paths());
      let found = 0;
      for (const one of workspace.paths()) found += (await workspace.lintFully(one)).length;
      return { read: read.filter((one) => one.endsWith('.md')), found };
    };
    const cold = await run();
    expect(cold.found).toBeGreaterThan(20);
    expect(new Set(cold.read).size).toBe(20);
    expect(await run()).toEqual({ read: [], found: cold.found });
  });

  it('lies where the platform keeps such things', () => {
    expect(userCacheFolder({}, 'linux', '/home/a')).toBe(path.join('/home/a', '.cache', 'docket'));
    expect(userCacheFolder({ XDG_CACHE_HOME: '/var/c' }, 'linux', '/home/a')).toBe(path.join('/var/c', 'docket'));
    expect(userCacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux', '/home/a')).toBe(path.join('/home/a', '.cache', 'docket'));
    expect(userCacheFolder({}, 'darwin', '/Users/a')).toBe(path.join('/Users/a', 'Library', 'Caches', 'docket'));
    expect(userCacheFolder({ LOCALAPPDATA: 'C:\\l' }, 'win32', 'C:\\a')).toBe(path.join('C:\\l', 'docket', 'Cache'));
    expect(userCacheFolder({}, 'win32', '')).toBeUndefined();
  });
});

function withDigest(value: unknown): Buffer {
  const content = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`docket cache 2\n${sha256(content)}\n`), content]);
}
