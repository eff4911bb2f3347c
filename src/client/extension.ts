import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { Method, WATCHED_FILES, WATCHED_SETTINGS, type InitializationOptions, type TreeParams, type TreeResult } from '../protocol/protocol.ts';
import type { Api } from './api.ts';
import { AskedSoFar } from './asked.ts';
import { commands } from './commands/index.ts';
import { restarts, watchState } from './crash.ts';
import { documentSelector } from './documents.ts';
import { serveFiles } from './file-system.ts';
import { serveCommitted } from './git-text.ts';
import { RULE_PAGES, serveRulePages } from './rule-pages.ts';
import { serveStorage } from './storage.ts';
import { views } from './views/index.ts';
import { watchFolders, watchTrust } from './watching.ts';

/** Makes the client of a language server, Node's or the browser's, with what both have in common. */
export type CreateClient = (common: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and adds every command and view; what is not here is made by the server. */
export function activateWith(extension: vscode.ExtensionContext, createClient: CreateClient): Api {
  const watchers = [WATCHED_FILES, WATCHED_SETTINGS].map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const asked = new AskedSoFar();
  const client: BaseLanguageClient = createClient({
    documentSelector: documentSelector(),
    outputChannelName: 'Docket',
    initializationOptions: (): Partial<InitializationOptions> => ({ rulePages: RULE_PAGES, hasCommands: true, tellsOfFiles: true, asked: asked.all(), isTrusted: vscode.workspace.isTrusted, ...(extension.storageUri && { storage: extension.storageUri.toString() }) }),
    synchronize: { fileEvents: watchers, configurationSection: 'docket' },
    middleware: { sendRequest: asked.sendRequest },
    errorHandler: restarts(() => client),
  });
  serveFiles(client);
  serveCommitted(client);
  if (extension.storageUri) serveStorage(client, extension.storageUri);
  extension.subscriptions.push(...watchers, client, watchState(client), watchFolders(client), watchTrust(client), views(client, extension.workspaceState), serveRulePages(extension.extensionUri), ...commands.map((command) => command(client, extension.extensionUri)));
  // Nothing waits for the server: views and commands do so themselves. Where it does not start, the client has said why, and they offer to try again.
  client.start().catch(() => {});
  return { tree: (id) => client.sendRequest<TreeResult>(Method.tree, { tree: id, whole: true } satisfies TreeParams).then(({ nodes }) => nodes) };
}
