import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderOf } from './world.ts';

/** A real repository with one commit of these files on `main`; gone after the test. */
export async function repositoryOf(files: Readonly<Record<string, string>>): Promise<Repository> {
  const folder = await folderOf(files);
  const repository: Repository = {
    folder,
    git: (...args) => execFileSync('git', ['-c', 'user.name=Mina', '-c', 'user.email=mina@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    async write(name, text) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    },
  };
  repository.git('init', '--quiet', '-b', 'main');
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--allow-empty', '--message', 'Begin');
  return repository;
}

export interface Repository {
  readonly folder: string;
  /** Runs `git` there and gives what it prints. */
  git(...args: string[]): string;
  write(name: string, text: string): Promise<void>;
}
