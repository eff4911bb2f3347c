import type * as vscode from 'vscode';
import { repositoryOf, type Repository } from './git-extension.ts';

/** Who writes in a folder, as its Git configuration says; undefined where there is no Git, as in the browser. */
export async function gitAuthor(folder: vscode.Uri): Promise<string | undefined> {
  return (await gitNames(folder))[0];
}

/** The name of who writes in a folder, and that of the mail address; none where there is no Git. */
export async function gitNames(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const repository = await repositoryOf(folder);
    if (!repository) return [];
    const [name, mail] = await Promise.all([valueOf(repository, 'user.name'), valueOf(repository, 'user.email')]);
    return name === '' ? [] : [name, mail.replace(/@.*$/, '').replace(/^\d+\+/, '')].filter(Boolean);
  } catch {
    return [];
  }
}

async function valueOf(repository: Repository, key: string): Promise<string> {
  const own = await repository.getConfig(key).catch(() => '');
  return own.trim() || (await repository.getGlobalConfig?.(key).catch(() => ''))?.trim() || '';
}
