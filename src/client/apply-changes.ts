import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileChange } from '../protocol/protocol.ts';

/** Applies changes as one edit that can be undone; with a label all are shown first, ticked, and have to be confirmed. False where nothing was changed, which the user has been told. */
export async function applyChanges(client: BaseLanguageClient, changes: readonly FileChange[], preview?: string): Promise<boolean> {
  // The editor says of an edit without changes that it could not be applied.
  if (changes.every((change) => change.kind === 'edit' && !change.edits.length)) return true;
  const edit = new vscode.WorkspaceEdit();
  const about: vscode.WorkspaceEditEntryMetadata | undefined = preview === undefined ? undefined : { needsConfirmation: false, label: preview };
  for (const change of changes) {
    const uri = client.protocol2CodeConverter.asUri(change.uri);
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} lies in a file system that is read-only; nothing was written.', vscode.workspace.asRelativePath(uri)));
      return false;
    }
    if (change.kind === 'create') {
      edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(change.text) }, about);
    } else if (change.kind === 'move') {
      edit.renameFile(uri, client.protocol2CodeConverter.asUri(change.to), { overwrite: false, ignoreIfExists: false }, about);
    } else {
      if (change.isReadOnly || (await isReadOnly(uri))) {
        void vscode.window.showErrorMessage(vscode.l10n.t('{0} is read-only, so nothing was written; make it writable and try again.', vscode.workspace.asRelativePath(uri)));
        return false;
      }
      const document = await vscode.workspace.openTextDocument(uri);
      for (const { range: { start, end }, newText, line } of change.edits) {
        if (start.line >= document.lineCount || document.lineAt(start.line).text !== line) {
          void vscode.window.showErrorMessage(vscode.l10n.t('{0} has changed meanwhile; nothing was written. Try again.', vscode.workspace.asRelativePath(uri)));
          return false;
        }
        edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText, about);
      }
    }
  }
  if (preview !== undefined) askFor(edit);
  if (await vscode.workspace.applyEdit(edit)) return true;
  const made = changes.find((change) => change.kind !== 'edit');
  const name = made && vscode.workspace.asRelativePath(client.protocol2CodeConverter.asUri(made.kind === 'move' ? made.to : made.uri));
  if (preview === undefined) void vscode.window.showErrorMessage(name === undefined ? vscode.l10n.t('The edit could not be applied; nothing was written.') : vscode.l10n.t('The file {0} could not be created; it may exist already, or the folder may be read-only.', name));
  return false;
}

// The editor shows an edit beforehand where something in it needs a confirmation, and leaves that unticked: to create a file that is there changes nothing and has no row.
function askFor(edit: vscode.WorkspaceEdit): void {
  const [last] = edit.entries().at(-1) ?? [];
  if (last) edit.createFile(last, { ignoreIfExists: true }, { needsConfirmation: true, label: vscode.l10n.t('Look through the changes below, then apply them') });
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0, () => false);
}
