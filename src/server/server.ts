import {
  CodeActionKind, FileChangeType, TextDocuments, TextDocumentSyncKind,
  type Connection, type InitializeParams, type InitializeResult, type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../core/files.ts';
import { languageOf } from '../core/language.ts';
import { isWanted } from '../core/workspace.ts';
import { clientFiles } from '../files/client.ts';
import { Method, type InitializationOptions, type ReadFileResult } from '../protocol/protocol.ts';
import { features } from './features/index.ts';
import { Session } from './session.ts';

/** The files of a folder that the server can reach itself; undefined where only the client can. */
export type OwnFiles = (folderUri: string) => Files | undefined;

/** Wires one connection: what comes in goes to the session, and each feature answers its requests from it. */
export function startServer(connection: Connection, ownFiles: OwnFiles): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let workspaceFolders: readonly WorkspaceFolder[] = [];

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as Partial<InitializationOptions>;
    workspaceFolders = params.workspaceFolders ?? [];
    session = new Session({
      connection,
      documents,
      filesOf: (uri) => ownFiles(uri) ?? clientFiles(uri, {
        listFiles: (folder) => connection.sendRequest<string[]>(Method.listFiles, { folder }),
        readFile: (file, most) => connection.sendRequest<ReadFileResult>(Method.readFile, { uri: file, most }),
      }),
      language: languageOf(options.language ?? params.locale),
      rulePages: options.rulePages ?? '',
      canConfigure: params.capabilities.workspace?.configuration ?? false,
    });
    for (const feature of features) feature(session);
    return {
      serverInfo: { name: 'docket', version: process.env.DOCKET_VERSION ?? '' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (!session) return;
    const { folders } = session;
    for (const { uri, name } of workspaceFolders) session.watchLoad(folders.add(uri, name));
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) session?.removeFolder(uri);
      for (const { uri, name } of added) session?.watchLoad(folders.add(uri, name));
    });
    await session.readSettings();
  });

  connection.onDidChangeConfiguration(() => session?.readSettings());
  documents.onDidChangeContent(({ document }) => session?.changed(document));
  documents.onDidClose(({ document }) => session?.closed(document.uri));
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) session?.deleted(uri);
      else if (isWanted(decodeURIComponent(uri)) || uri.endsWith('/.gitignore')) await session?.changedOnDisk(uri);
    }
  });
  documents.listen(connection);
  connection.listen();
}
