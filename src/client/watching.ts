import * as vscode from 'vscode';
import { FileChangeType, type BaseLanguageClient } from 'vscode-languageclient';
import { Method } from '../protocol/protocol.ts';

/** Tells the server of folders that come and go: a watcher of files hears only the folder's own name. */
export function watchFolders(client: BaseLanguageClient): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  watcher.onDidCreate(async (uri) => {
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri.path) || /\.md$/i.test(uri.path)) return;
    const stat = await vscode.workspace.fs.stat(uri).then((found) => found, () => undefined);
    if (stat && (stat.type & vscode.FileType.Directory) !== 0) await client.sendNotification(Method.folderCreated);
  });
  watcher.onDidDelete((uri) => {
    void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Deleted }] });
  });
  return watcher;
}
