import * as vscode from 'vscode';

/** What is used of the interface that the editor's own Git extension has for others. */
export interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
  /** The text of a file, by its path on disk, in a revision; rejects where there is none. */
  show(revision: string, path: string): Promise<string>;
}

interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

/** The repository that holds a file or folder; undefined where there is no Git, as in the browser. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.getAPI(1).getRepository(uri) ?? undefined;
}
