import type * as vscode from 'vscode';
import { repositoryOf } from './git-extension.ts';

/** Who writes in a folder, as its Git configuration says; undefined where there is no Git, as in the browser. */
export async function gitAuthor(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const repository = await repositoryOf(folder);
    if (!repository) return undefined;
    const own = await repository.getConfig('user.name').catch(() => '');
    return own.trim() || (await repository.getGlobalConfig?.('user.name'))?.trim() || undefined;
  } catch {
    return undefined;
  }
}
