import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type FoldersParams } from '../protocol/protocol.ts';
import { inBackground } from './background.ts';
import { Revisits } from './revisits.ts';

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
  const send = (params: FoldersParams): Promise<void> => client.sendNotification(Method.foldersChanged, params);
  const revisits = new Revisits((uris) => inBackground(client, send({ uris, hasOthers: false })));
  const tell = async (): Promise<void> => {
    const gone = [...deleted];
    const come = [...created].map((uri) => vscode.Uri.parse(uri));
    deleted.clear();
    created.clear();
    const areFolders = await Promise.all(come.map(isFolder));
    const folders = come.filter((_, index) => areFolders[index]).map((uri) => client.code2ProtocolConverter.asUri(uri));
    revisits.gone(gone);
    revisits.came(folders);
    const hasOthers = areFolders.includes(false);
    if (folders.length || gone.length || hasOthers) await send({ uris: [...folders, ...gone], hasOthers });
  };
  return vscode.Disposable.from(
    watcher, watcher.onDidCreate(gather(created)), watcher.onDidDelete(gather(deleted)), revisits,
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) revisits.now();
    }),
    { dispose: () => clearTimeout(gathering) },
  );
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
}
