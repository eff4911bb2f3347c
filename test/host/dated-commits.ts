import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Makes a folder a repository to which each document came on the day that it names first. */
export async function commitByDate(folder: string): Promise<void> {
  const git = (day: string, ...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', '-c', 'gc.auto=0', ...args], { cwd: folder, stdio: 'ignore', env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` } });
  };
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
  const days = new Map<string, string[]>();
  for (const name of names) {
    const day = DAY.exec(name + (await readFile(path.join(folder, name), 'utf8')))?.[0] ?? FIRST;
    days.set(day, [...(days.get(day) ?? []), name]);
  }
  git(FIRST, 'init');
  for (const [day, added] of [...days].sort(([a], [b]) => a.localeCompare(b))) {
    git(day, 'add', '--', ...added);
    git(day, 'commit', '-m', 'Add documents');
  }
}

const DAY = /\b20[0-2]\d-(0[1-9]|1[0-2])-([01]\d|2[0-8])\b/;
const FIRST = '2026-01-01';
