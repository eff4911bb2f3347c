import * as vscode from 'vscode';

/**
 * Where documents are written: on disk, on another machine, in a repository that is not cloned, or nowhere yet.
 * What an editor shows of the past (`git:`), of a change request or of a notebook's cell is no document of the team.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The documents that the server hears of; those of a workspace folder are among them wherever it lies. */
export function documentSelector(): { scheme: string; language: string; pattern?: string }[] {
  const schemes = new Set([...SCHEMES, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => [{ scheme, language: 'markdown' }, { scheme, language: 'yaml', pattern: '**/.docket.yaml' }]);
}
