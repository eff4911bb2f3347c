import {
  CodeActionKind, TextDocuments, TextDocumentSyncKind,
  type Connection, type InitializeParams, type InitializeResult, type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../core/files.ts';
import { languageOf } from '../core/language.ts';
import { clientFiles, type ClientFileSystem } from '../files/client.ts';
import type { ClientMemory } from '../files/client-memory.ts';
import { toBase64 } from '../protocol/base64.ts';
import { Method, type FolderParams, type InitializationOptions, type Look, type LookParams, type ReadFileParams, type ReadFileResult, type StoredParams, type StoreParams } from '../protocol/protocol.ts';
import { FIX_ALL } from './actions/fix-all.ts';
import { features } from './features/index.ts';
import type { Memory } from './folders.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';

/** The files of a folder that the server can reach itself; undefined where only the client can. */
export type OwnFiles = (folderUri: string, isTrusted: () => boolean) => Files | undefined;

/** The folder of which something is to be remembered, and where; `client` can reach both where the server cannot. */
export interface MemoryPlace {
  readonly folderUri: string;
  readonly storageUri: string;
  readonly files: Files;
  readonly client: ClientMemory;
}

/** What the server remembers of a folder; undefined where it can write nowhere. */
export type OwnMemory = (place: MemoryPlace) => Memory | undefined;

/** Takes the options of the client, before anything is asked for. */
export type OnOptions = (options: Partial<InitializationOptions>) => void;

/** What a server can do where it runs. */
export interface Host {
  readonly ownFiles?: OwnFiles;
  readonly ownMemory?: OwnMemory;
  readonly onOptions?: OnOptions;
  /** Do bytes go over the connection as they are? */
  readonly carriesBytes?: boolean;
}

/** Wires one connection: what comes in goes to the session, and each feature answers its requests from it. */
export function startServer(connection: Connection, { ownFiles = () => undefined, ownMemory = () => undefined, onOptions = () => {}, carriesBytes = false }: Host): void {
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
    const plain = carriesBytes ? { plain: true } : {};
    const client: ClientFileSystem & ClientMemory = {
      listFiles: (folder) => connection.sendRequest<string[]>(Method.listFiles, { folder } satisfies FolderParams),
      committedText: (file) => connection.sendRequest<string | null>(Method.committedText, { uri: file }),
      listNames: (folder) => connection.sendRequest<string[]>(Method.listNames, { folder } satisfies FolderParams),
      readFile: (uri, most) => connection.sendRequest<ReadFileResult>(Method.readFile, { uri, most, ...plain } satisfies ReadFileParams),
      look: (uris) => connection.sendRequest<(Look | null)[]>(Method.look, { uris } satisfies LookParams),
      readStored: (name, most) => connection.sendRequest<ReadFileResult>(Method.readStored, { name, most, ...plain } satisfies StoredParams),
      store: (name, bytes) => connection.sendRequest(Method.store, { name, content: carriesBytes ? { bytes } : { base64: toBase64(bytes) } } satisfies StoreParams),
    };
    session = new Session({
      connection,
      documents,
      filesOf: (uri) => ownFiles(uri, () => isTrusted) ?? clientFiles(uri, client),
      memoryOf: (folderUri, files) => (options.storage === undefined ? undefined : ownMemory({ folderUri, storageUri: options.storage, files, client })),
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
