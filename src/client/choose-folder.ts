import * as vscode from 'vscode';

/** The folder that something new is put into: the only one, or the one that the user picks; undefined where there is none or nothing was picked. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('In which folder?') });
  return folders[0];
}
