import * as vscode from 'vscode';

/** What is used of the interface that the editor's own Git extension has for others. */
export interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
  /** The text of a file, by its path on disk, in a revision; rejects where there is none. */
  show(revision: string, path: string): Promise<string>;
}

interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null; readonly onDidOpenRepository: vscode.Event<unknown> };
}

/** The repository that holds a file or folder; undefined where there is no Git, as in the browser. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.getAPI(1).getRepository(uri) ?? undefined;
}

/** Calls back whenever Git has found another repository; never where there is no Git. */
export async function onRepository(found: () => void): Promise<vscode.Disposable | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.getAPI(1).onDidOpenRepository(found);
}
