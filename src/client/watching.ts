import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type FoldersParams } from '../protocol/protocol.ts';
import { inBackground } from './background.ts';

/** Milliseconds in which events are gathered. */
const GATHER = 50;

/** Tells the server when the user trusts the workspace: only then may it ask Git. */
export function watchTrust(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => inBackground(client, client.sendNotification(Method.trusted)));
}

/** Tells the server of folders that come and go: a watcher of files hears only the folder's own name. */
export function watchFolders(client: BaseLanguageClient): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const created = new Set<string>();
  const deleted = new Set<string>();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  const gather = (into: Set<string>) => (uri: vscode.Uri): void => {
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri.path)) return;
    if (into === created && /\.(?:md|markdown)$/i.test(uri.path)) return;
    into.add(uri.toString());
    gathering ??= setTimeout(() => {
      gathering = undefined;
      inBackground(client, tell());
    }, GATHER);
  };
  const tell = async (): Promise<void> => {
    const gone = [...deleted];
    const come = [...created].map((uri) => vscode.Uri.parse(uri));
    deleted.clear();
    created.clear();
    const areFolders = await Promise.all(come.map(isFolder));
    const uris = [...come.filter((_, index) => areFolders[index]).map((uri) => client.code2ProtocolConverter.asUri(uri)), ...gone];
    const hasOthers = areFolders.includes(false);
    if (uris.length || hasOthers) await client.sendNotification(Method.foldersChanged, { uris, hasOthers } satisfies FoldersParams);
  };
  return vscode.Disposable.from(watcher, watcher.onDidCreate(gather(created)), watcher.onDidDelete(gather(deleted)), { dispose: () => clearTimeout(gathering) });
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
}
