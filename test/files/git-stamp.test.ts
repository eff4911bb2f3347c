import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitStamp } from '../../src/files/git-stamp.ts';

let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'docket-stamp-'));
  root = path.join(folder, 'work');
  mkdirSync(root);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a digest of what Git says', () => {
  it.skipIf(process.platform === 'win32')('starts no program where there is no repository, and is the same each time', async () => {
    writeFileSync(path.join(folder, 'git'), `#!/bin/sh\n: > "${folder}/started"\n`, { mode: 0o755 });
    const before = process.env['PATH'];
    process.env['PATH'] = `${folder}${path.delimiter}${before}`;
    try {
      const stamp = await gitStamp(root);
      expect(stamp).not.toBe('');
      expect(await gitStamp(root)).toBe(stamp);
    } finally {
      process.env['PATH'] = before;
    }
    expect(existsSync(path.join(folder, 'started'))).toBe(false);
  });

  it('is another one when a repository is there, and after each commit', async () => {
    const git = (...args: readonly string[]): void => void execFileSync('git', ['-c', 'user.name=Mina', '-c', 'user.email=mina@example.com', ...args], { cwd: root, stdio: 'ignore' });
    const stamps = [await gitStamp(root)];
    git('init');
    for (const message of ['one', 'two']) {
      git('commit', '--allow-empty', '-m', message);
      stamps.push(await gitStamp(root));
    }
    expect(new Set(stamps).size).toBe(3);
  });
});
