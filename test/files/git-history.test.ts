import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../src/core/files.ts';
import { gitHistory } from '../../src/files/git-history.ts';
import { nodeFiles } from '../../src/files/node.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'docket-git-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

function git(args: readonly string[], day = '2026-03-02'): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false', ...args], { cwd: root, stdio: 'ignore', env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` } });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

function commit(files: Readonly<Record<string, string>>, day?: string): void {
  write(files);
  git(['add', '--all'], day);
  git(['commit', '-m', 'Change'], day);
}

describe('the text that is committed', () => {
  it('is what HEAD has, whatever has been written since, without its byte-order mark', async () => {
    git(['init', '-b', 'main']);
    commit({ 'docs/a b/0001-로그.md': '\uFEFF# 로그\r\n', 'empty.md': '' });
    write({ 'docs/a b/0001-로그.md': '# 다른 것\n', 'new.md': '# New\n' });
    const { committed } = gitHistory(root);
    expect(await committed('docs/a b/0001-로그.md')).toBe('# 로그\r\n');
    expect(await Promise.all(['empty.md', 'new.md', 'docs', 'no.md'].map(committed))).toEqual(['', undefined, undefined, undefined]);
  });

  it.skipIf(process.platform === 'win32')('is asked of no program where there is no repository', async () => {
    write({ 'a.md': '# A\n' });
    writeFileSync(path.join(root, 'git'), `#!/bin/sh\n: > "${root}/started"\n`, { mode: 0o755 });
    const before = process.env['PATH'];
    process.env['PATH'] = `${root}${path.delimiter}${before}`;
    try {
      expect(await gitHistory(root).committed('a.md')).toBeUndefined();
    } finally {
      process.env['PATH'] = before;
    }
    expect(existsSync(path.join(root, 'started'))).toBe(false);
  });

  it('follows HEAD, also while somebody asks', async () => {
    git(['init', '-b', 'main']);
    commit({ 'a.md': 'one\n' });
    const { committed } = gitHistory(root);
    expect(await committed('a.md')).toBe('one\n');
    commit({ 'a.md': 'two\n' });
    expect(await committed('a.md')).toBe('two\n');
    git(['checkout', '-b', 'other', 'HEAD~1']);
    expect(await committed('a.md')).toBe('one\n');
  });

  it('is that of another revision, and counts from the folder that is asked about', async () => {
    git(['init', '-b', 'main']);
    commit({ 'docs/a.md': 'one\n' });
    commit({ 'docs/a.md': 'two\n' });
    expect(await gitHistory(path.join(root, 'docs'), 'HEAD~1').committed('a.md')).toBe('one\n');
    expect(await nodeFiles(path.join(root, 'docs'), { revision: 'HEAD~1' }).committed('a.md')).toBe('one\n');
    expect(await nodeFiles(root).committed('docs/a.md')).toBe('two\n');
  });

  it('is asked for a thousand documents at once', async () => {
    git(['init', '-b', 'main']);
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`docs/${index}.md`, `# ${index}\n${'문장입니다. '.repeat(index % 50)}\n`]));
    commit(files);
    const { committed } = gitHistory(root);
    expect(await Promise.all(Object.keys(files).map(committed))).toEqual(Object.values(files));
  });

  it('is none where it is no text, too long, or its name has a line end', async () => {
    git(['init', '-b', 'main']);
    write({ 'long.md': 'a'.repeat(MOST_BYTES + 1), 'b\nc.md': 'x' });
    writeFileSync(path.join(root, 'latin.md'), Buffer.from([0x61, 0xe9, 0x61]));
    commit({ 'a.md': 'one\n' });
    const { committed } = gitHistory(root);
    expect(await Promise.all(['latin.md', 'long.md', 'b\nc.md', 'a.md'].map(committed))).toEqual([undefined, undefined, undefined, 'one\n']);
  });

  it('is none where there is no commit, no repository, no folder, or no trust', async () => {
    expect(await gitHistory(root).committed('a.md')).toBeUndefined();
    git(['init', '-b', 'main']);
    expect(await gitHistory(root).committed('a.md')).toBeUndefined();
    expect(await gitHistory(path.join(root, 'nowhere')).committed('a.md')).toBeUndefined();
    commit({ 'a.md': 'one\n' });
    const distrusted = nodeFiles(root, { asksGit: () => false });
    expect([await distrusted.committed('a.md'), await distrusted.changedSince('2026-01-31')]).toEqual([undefined, undefined]);
    expect(await gitHistory(root, 'no-such-branch').committed('a.md')).toBeUndefined();
  });
});

describe('the documents that have changed since a day', () => {
  it('are those that a commit has touched on it or later', async () => {
    git(['init', '-b', 'main']);
    commit({ 'docs/old.md': 'a\n', 'docs/both.md': 'a\n' }, '2025-06-01');
    commit({ 'docs/both.md': 'b\n', 'docs/새것.md': 'a\n', 'code.ts': '' }, '2026-01-31');
    write({ 'docs/old.md': 'b\n' });
    const { changedSince } = gitHistory(root);
    expect([...(await changedSince('2026-01-31'))!].sort()).toEqual(['docs/both.md', 'docs/새것.md']);
    expect([...(await changedSince('2026-02-02'))!]).toEqual([]);
    expect([...(await gitHistory(path.join(root, 'docs')).changedSince('2025-01-01'))!].sort()).toEqual(['both.md', 'old.md', '새것.md']);
  });

  it('count from the day of a merge, and are asked for again when HEAD moves', async () => {
    git(['init', '-b', 'main']);
    commit({ 'a.md': 'a\n' }, '2025-06-01');
    git(['checkout', '-b', 'other']);
    commit({ 'b.md': 'b\n' }, '2025-06-02');
    git(['checkout', 'main']);
    const { changedSince } = gitHistory(root);
    expect([...(await changedSince('2026-01-31'))!]).toEqual([]);
    git(['merge', '--no-ff', 'other'], '2026-02-10');
    expect([...(await changedSince('2026-01-31'))!]).toEqual(['b.md']);
  });

  it('are not known where there is no repository', async () => {
    expect(await gitHistory(root).changedSince('2026-01-31')).toBeUndefined();
  });
});

describe('who has made commits', () => {
  const commits = (count: number, day: string): void => {
    for (let at = 0; at < count; at++) commit({ 'a.md': `${day} ${at}\n` }, day);
  };

  it('are the authors, committers and co-authors since a day, on every branch', async () => {
    git(['init', '-b', 'main']);
    git(['commit', '--allow-empty', '-m', 'Old', '--author', 'Old <old@example.org>'], '2024-01-01');
    commits(10, '2026-02-01');
    git(['checkout', '-b', 'other'], '2026-02-02');
    git(['commit', '--allow-empty', '-m', 'Pair\n\nCo-authored-by: Bo <bo@example.org>', '--author', 'Ann Lee <ann@example.org>'], '2026-02-02');
    git(['checkout', 'main']);
    expect(new Set(await gitHistory(root).committers('2025-03-02'))).toEqual(new Set(['A <a@example.org>', 'Ann Lee <ann@example.org>', 'Bo <bo@example.org>']));
  });

  it('are not told by a few commits, by a shallow clone, by a folder without Git or where Git may not be asked', async () => {
    expect(await gitHistory(root).committers('2025-03-02')).toBeUndefined();
    git(['init', '-b', 'main']);
    commits(9, '2026-02-01');
    expect(await gitHistory(root).committers('2025-03-02')).toBeUndefined();
    commits(5, '2026-02-02');
    expect(await gitHistory(root).committers('2025-03-02')).toEqual(['A <a@example.org>']);
    expect(await nodeFiles(root, { asksGit: () => false }).committers('2025-03-02')).toBeUndefined();
    const shallow = path.join(root, 'shallow');
    execFileSync('git', ['clone', '--depth', '12', `file://${root}`, shallow], { stdio: 'ignore' });
    expect(await gitHistory(shallow).committers('2025-03-02')).toBeUndefined();
  });
});
