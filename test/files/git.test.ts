import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { branchFiles } from '../../src/files/git.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'docket-git-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'ignore' });
}

function commit(...files: string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '# A\n');
  }
  git('add', '--all');
  git('commit', '-m', 'Add');
}

describe('what lies in a folder on other branches', () => {
  it('are those of every local and remote-tracking branch, each under its branch', async () => {
    git('init', '-b', 'main');
    commit('docs/adr/0001-로그.md', 'README.md');
    git('checkout', '-b', 'feature/retries');
    commit('docs/adr/0002-retries.md');
    git('update-ref', 'refs/remotes/origin/queues', 'HEAD');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/queues');
    git('checkout', 'main');
    expect(await branchFiles(root, 'docs/adr')).toEqual([
      { branch: 'feature/retries', name: '0001-로그.md' },
      { branch: 'feature/retries', name: '0002-retries.md' },
      { branch: 'main', name: '0001-로그.md' },
      { branch: 'origin/queues', name: '0001-로그.md' },
      { branch: 'origin/queues', name: '0002-retries.md' },
    ]);
  });

  it('are found from a folder below the top of the repository', async () => {
    git('init', '-b', 'main');
    commit('docs/adr/0001-a.md', 'docs/b.md');
    expect(await branchFiles(path.join(root, 'docs'), 'adr')).toEqual([{ branch: 'main', name: '0001-a.md' }]);
    expect(await branchFiles(path.join(root, 'docs', 'adr'), '')).toEqual([{ branch: 'main', name: '0001-a.md' }]);
    expect(await branchFiles(root, 'docs')).toEqual([{ branch: 'main', name: 'adr' }, { branch: 'main', name: 'b.md' }]);
    expect(await branchFiles(root, '')).toEqual([{ branch: 'main', name: 'docs' }]);
  });

  it('are none where a branch has no such folder, or a file of that name', async () => {
    git('init', '-b', 'main');
    commit('a.md');
    git('checkout', '-b', 'other');
    commit('docs/b.md');
    git('checkout', 'main');
    expect(await branchFiles(root, 'docs')).toEqual([{ branch: 'other', name: 'b.md' }]);
    expect(await branchFiles(root, 'a.md')).toEqual([]);
  });

  it('are none where there is no commit, no repository or no folder', async () => {
    expect(await branchFiles(root, '')).toEqual([]);
    git('init', '-b', 'main');
    expect(await branchFiles(root, 'docs')).toEqual([]);
    expect(await branchFiles(path.join(root, 'nowhere'), '')).toEqual([]);
  });

  it('are the same when objects are packed and in a second work tree', async () => {
    git('init', '-b', 'main');
    commit('adr/0001-a.md');
    git('branch', 'other');
    git('gc');
    git('worktree', 'add', 'second', 'other');
    expect(await branchFiles(path.join(root, 'second'), 'adr')).toEqual([{ branch: 'main', name: '0001-a.md' }, { branch: 'other', name: '0001-a.md' }]);
  });
});
