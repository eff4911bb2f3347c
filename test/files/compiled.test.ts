import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optimisingLate, ownBytes } from '../../src/files/compiled.ts';

describe.skipIf(process.platform === 'win32')('compiled code that was kept', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docket-compiled-'));
    file = path.join(folder, 'program');
    await writeFile(file, 'code', { mode: 0o600 });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is taken where only its owner can have written it', () => {
    expect(ownBytes(file)?.toString()).toBe('code');
  });

  it.each([['the file', 0o620, () => file], ['the file', 0o602, () => file], ['the folder', 0o770, () => folder], ['the folder', 0o707, () => folder]])('is not taken where others may write %s (%o)', async (_, mode, one) => {
    await chmod(one(), mode);
    expect(ownBytes(file)).toBeUndefined();
  });

  it('is not taken from behind a link', async () => {
    await symlink(file, path.join(folder, 'link'));
    expect(ownBytes(path.join(folder, 'link'))).toBeUndefined();
  });

  it.each([['by a run', '', true], ['by none that has threads, which compile what its main one does not', "new (require('node:worker_threads').Worker)('', { eval: true });", false]])('is kept %s', (_, then, isKept) => {
    const place = path.join(folder, 'compiled', 'kept');
    const source = `import { createRequire } from 'node:module'; import { compiled } from ${JSON.stringify(pathToFileURL(path.resolve('src/files/compiled.ts')).href)};
      compiled('(function (require) { ' + ${JSON.stringify(then)} + ' })', { filename: 'a.js', place: ${JSON.stringify(place)}, flags: ['--heap-growing-percent=100'] }).runInThisContext()(createRequire(import.meta.url));`;
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source]);
    expect(existsSync(place)).toBe(isKept);
  });

  it('is made anew where it is broken, of which V8 would die', async () => {
    const place = path.join(folder, 'compiled', 'kept');
    const source = `import { compiled } from ${JSON.stringify(pathToFileURL(path.resolve('src/files/compiled.ts')).href)};
      compiled('1 + 1', { filename: 'a.js', place: ${JSON.stringify(place)}, flags: [] }).runInThisContext();`;
    const run = (): unknown => execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source]);
    run();
    const broken = await readFile(place);
    broken[broken.length >> 1]! ^= 0x55;
    await writeFile(place, broken);
    run();
    expect((await readFile(place)).equals(broken)).toBe(false);
  });

  it('is not there at the first start', () => {
    expect(ownBytes(path.join(folder, 'another'))).toBeUndefined();
  });
});

describe('the flags that have V8 optimise late', () => {
  it('are known to this one', () => {
    const set = optimisingLate(15).map((flag) => `require('node:v8').setFlagsFromString(${JSON.stringify(flag)});`).join('');
    expect(spawnSync(process.execPath, ['-e', set], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([['11.3.244.8-node.38', ['--interrupt-budget=1013760']], ['12.4.254.21-node.57', ['--invocation-count-for-turbofan=45000', '--invocation-count-for-maglev=6000']], ['13.6.233.17-node.53', ['--invocation-count-for-turbofan=45000', '--invocation-count-for-maglev=6000']], ['14.0.1', []]])('go by its version: %s', (version, flags) => {
    expect(optimisingLate(15, version)).toEqual(flags);
  });
});
