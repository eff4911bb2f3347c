import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, WATCHED_FILES, type TreeParams, type ViewNode } from '../protocol/protocol.ts';
import type { Api } from './api.ts';
import { commands } from './commands/index.ts';
import { serveFiles } from './file-system.ts';
import { views } from './views/index.ts';
import { watchFolders } from './watching.ts';

/** Makes the client of a language server, Node's or the browser's, with what both have in common. */
export type CreateClient = (common: CommonOptions) => BaseLanguageClient;

export interface CommonOptions {
  readonly documentSelector: { language: string; pattern?: string }[];
  readonly outputChannelName: string;
  readonly initializationOptions: { language: string; rulePages: string };
  readonly synchronize: { fileEvents: vscode.FileSystemWatcher[]; configurationSection: string };
}

/** Starts the server and adds every command and view; what is not here is made by the server. */
export async function activateWith(extension: vscode.ExtensionContext, createClient: CreateClient): Promise<Api> {
  const watcher = vscode.workspace.createFileSystemWatcher(WATCHED_FILES);
  const setting = vscode.workspace.getConfiguration('docket').get<string>('language', 'auto');
  const client = createClient({
    documentSelector: [{ language: 'markdown' }, { language: 'yaml', pattern: '**/.docket.yaml' }],
    outputChannelName: 'Docket',
    initializationOptions: {
      language: setting === 'auto' ? vscode.env.language : setting,
      rulePages: `${vscode.Uri.joinPath(extension.extensionUri, 'dist', 'rules').toString(true)}/`,
    },
    synchronize: { fileEvents: [watcher], configurationSection: 'docket' },
  });
  serveFiles(client);
  extension.subscriptions.push(watcher, client, watchFolders(client), views(client), ...commands.map((command) => command(client)));
  await client.start();
  await vscode.commands.executeCommand('setContext', 'docket.ready', true);
  return { tree: (id) => client.sendRequest<ViewNode[]>(Method.tree, { tree: id } satisfies TreeParams) };
}
