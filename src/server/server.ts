import {
  CodeActionKind, TextDocuments, TextDocumentSyncKind,
  type Connection, type InitializeParams, type InitializeResult, type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../core/files.ts';
import { languageOf } from '../core/language.ts';
import { clientFiles } from '../files/client.ts';
import { Method, type FolderParams, type InitializationOptions, type ReadFileResult } from '../protocol/protocol.ts';
import { FIX_ALL } from './actions/fix-all.ts';
import { features } from './features/index.ts';
import type { Memory } from './folders.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';

/** The files of a folder that the server can reach itself; undefined where only the client can. */
export type OwnFiles = (folderUri: string, isTrusted: () => boolean) => Files | undefined;

/** What the server can remember of a folder in the storage at a URI; undefined where it can write nowhere. */
export type OwnMemory = (folderUri: string, storageUri: string, files: Files) => Memory | undefined;

/** Takes the options of the client, before anything is asked for. */
export type OnOptions = (options: Partial<InitializationOptions>) => void;

/** Wires one connection: what comes in goes to the session, and each feature answers its requests from it. */
export function startServer(connection: Connection, ownFiles: OwnFiles, ownMemory: OwnMemory = () => undefined, onOptions: OnOptions = () => {}): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let isTrusted = true;
  let workspaceFolders: readonly WorkspaceFolder[] = [];

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as Partial<InitializationOptions>;
    onOptions(options);
    isTrusted = options.isTrusted ?? true;
    const language = languageOf(options.language ?? params.locale);
    workspaceFolders = params.workspaceFolders ?? [];
    const { documentLink, definition } = params.capabilities.textDocument ?? {};
    const registersLater = (documentLink?.dynamicRegistration ?? false) && (definition?.dynamicRegistration ?? false);
    session = new Session({
      connection,
      documents,
      filesOf: (uri) => ownFiles(uri, () => isTrusted) ?? clientFiles(uri, {
        listFiles: (folder) => connection.sendRequest<string[]>(Method.listFiles, { folder } satisfies FolderParams),
        committedText: (file) => connection.sendRequest<string | null>(Method.committedText, { uri: file }),
        listNames: (folder) => connection.sendRequest<string[]>(Method.listNames, { folder } satisfies FolderParams),
        readFile: (file, most) => connection.sendRequest<ReadFileResult>(Method.readFile, { uri: file, most }),
      }),
      memoryOf: (uri, files) => (options.storage === undefined ? undefined : ownMemory(uri, options.storage, files)),
      language,
      settings: new Settings(connection, params.capabilities.workspace?.configuration ?? false, language),
      rulePages: options.rulePages ?? '',
      asked: options.asked ?? { workspace: false, documents: [] },
      abilities: {
        resolvesEdits: params.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
        createsFiles: params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
        hasCommands: options.hasCommands ?? false,
        tellsOfFiles: options.tellsOfFiles ?? false,
        registersLater,
      },
    });
    for (const feature of features) feature(session);
    return {
      serverInfo: { name: 'docket', version: process.env.DOCKET_VERSION ?? '' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        hoverProvider: true,
        ...(registersLater ? {} : { documentLinkProvider: {}, definitionProvider: true }),
        completionProvider: { triggerCharacters: ['#'], completionItem: { labelDetailsSupport: true } },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onNotification(Method.trusted, () => {
    isTrusted = true;
  });

  connection.onInitialized(() => {
    session?.changeFolders(workspaceFolders, []);
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => session?.changeFolders(added, removed));
    session?.background(async () => session?.readSettings());
  });

  connection.onDidChangeConfiguration(() => session?.background(async () => session?.readSettings()));
  documents.onDidChangeContent(({ document }) => session?.changed(document));
  documents.onDidClose(({ document }) => session?.background(async () => session?.closed(document.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.changedOnDisk(changes.map(({ uri }) => uri)));
  connection.onShutdown(() => session?.stop());
  documents.listen(connection);
  connection.listen();
}
