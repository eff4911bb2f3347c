import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../src/files/node.ts';

let top: string;
let root: string;

beforeEach(async () => {
  top = await realpath(await mkdtemp(path.join(tmpdir(), 'docket-git-')));
  root = path.join(top, 'root');
  await mkdir(root);
  git('init', '--quiet');
});
afterEach(() => {
  vi.unstubAllEnvs();
  return rm(top, { recursive: true, force: true });
});

async function write(files: Record<string, string>, folder = root): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}
function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], { cwd: root, stdio: 'ignore' });
}
const list = (folder = root, deep = true) => nodeFiles(folder, { deep }).list((name) => name.endsWith('.md'));

describe('what Git tracks', () => {
  it.each(['2', '4'])('is listed though its folder is ignored, with an index of version %s', async (version) => {
    await write({ '.gitignore': 'build/\n*.draft.md\n', 'a.md': '', 'build/kept.md': '', 'build/keps/other.md': '', 'build/new.md': '', 'b.draft.md': '', 'c.draft.md': '', 'docs/결정/a.md': '' });
    git('update-index', '--index-version', version);
    git('add', '--force', 'a.md', 'build/kept.md', 'build/keps/other.md', 'b.draft.md', 'docs');
    expect(await list()).toEqual(['a.md', 'b.draft.md', 'build/keps/other.md', 'build/kept.md', 'docs/결정/a.md']);
    expect(await list(path.join(root, 'build'))).toEqual(['keps/other.md', 'kept.md']);
    expect(await list(path.join(root, 'build'), false)).toEqual(['kept.md']);
    await rm(path.join(root, 'build/kept.md'));
    expect(await list()).not.toContain('build/kept.md');
  });

  it('is listed where an entry carries more than usual', async () => {
    await write({ '.gitignore': '*.md\n', 'a.md': '', 'b.md': '' });
    git('add', '--force', '--intent-to-add', 'a.md');
    git('add', '--force', 'b.md');
    expect(await list()).toEqual(['a.md', 'b.md']);
  });

  it('says nothing where the index is none', async () => {
    await write({ '.gitignore': 'build/\n', 'a.md': '', 'build/b.md': '', '.git/index': 'DIRC\0\0\0\u0002\0\0\0\u0009 and nothing more' });
    expect(await list()).toEqual(['a.md']);
  });
});

describe('what is ignored elsewhere', () => {
  it('is told by the repository of a linked working tree', async () => {
    await write({ 'a.md': '' });
    git('add', 'a.md');
    git('commit', '--quiet', '--message', 'x');
    git('worktree', 'add', '--quiet', '../linked');
    await write({ 'info/exclude': 'mine.md\n' }, path.join(root, '.git'));
    await write({ 'mine.md': '', 'b.md': '', '.gitignore': 'a.md\n' }, path.join(top, 'linked'));
    expect(await list(path.join(top, 'linked'))).toEqual(['a.md', 'b.md']);
  });

  it('is told by the file that the user names', async () => {
    await write({ 'settings': `[user]\n\tname = Ann\n[core]\n\texcludesFile = ${top}/mine # everywhere\n`, mine: 'notes.md\n' }, top);
    vi.stubEnv('GIT_CONFIG_GLOBAL', path.join(top, 'settings'));
    await write({ 'notes.md': '', 'a.md': '' });
    expect(execFileSync('git', ['ls-files', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })).toBe('a.md\n');
    expect(await list()).toEqual(['a.md']);
  });

  it('is not told by the configuration of the repository, which could name any file', async () => {
    await write({ mine: 'notes.md\n' }, top);
    git('config', 'core.excludesFile', path.join(top, 'mine'));
    await write({ 'notes.md': '' });
    expect(await list()).toEqual(['notes.md']);
  });
});
