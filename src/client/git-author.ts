import * as vscode from 'vscode';

/** What is used of the interface that the editor's own Git extension has for others. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
}

/** Who writes in a folder, as its Git configuration says; undefined where there is no Git, as in the browser. */
export async function gitAuthor(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const repository = git?.getAPI(1).getRepository(folder);
    if (!repository) return undefined;
    const own = await repository.getConfig('user.name').catch(() => '');
    return own.trim() || (await repository.getGlobalConfig?.('user.name'))?.trim() || undefined;
  } catch {
    return undefined;
  }
}
