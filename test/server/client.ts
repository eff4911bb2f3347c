import { PassThrough } from 'node:stream';
import { createConnection, createProtocolConnection, ProgressType, StreamMessageReader, StreamMessageWriter, type CancellationToken, type Diagnostic, type MessageConnection, type PublishDiagnosticsParams, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport, type WorkspaceFolder } from 'vscode-languageserver/node';
import type { Files } from '../../src/core/files.ts';
import type { Memory } from '../../src/server/folders.ts';
import { clientMemory } from '../../src/files/client-memory.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { Method, type InitializationOptions, type LintProgress, type LintSummary, type LookParams, type ReadFileResult, type StoredParams, type StoreParams, type TreeResult, type ViewNode } from '../../src/protocol/protocol.ts';
import { unlessCancelled } from '../../src/server/answering.ts';
import { startServer } from '../../src/server/server.ts';

export interface ClientOptions {
  /** Path → text below the folder of each URI. */
  readonly folders: Readonly<Record<string, Record<string, string>>>;
  /** The files of the server's own; undefined where it asks the client for them. */
  readonly filesOf?: (uri: string, files: Files) => Files | undefined;
  /** What the server remembers of a folder, where it is told of a place for that. */
  readonly memory?: Memory;
  /** The engine whose readings the client keeps for the server, where that is told of a place for them. */
  readonly engine?: string;
  /** What the client keeps by name, and the time of each file, 0 where its file system knows none. */
  readonly storage?: { readonly kept: Map<string, string>; readonly timeOf: (uri: string) => number };
  /** What the client's Git has committed, by URI. */
  readonly committed?: Readonly<Record<string, string>>;
  /** What it answers when it is asked for its settings. */
  readonly settings?: () => object;
  readonly options?: Partial<InitializationOptions>;
  /** What it can do beyond the least. */
  readonly capabilities?: { readonly textDocument?: object; readonly workspaceEdit?: object; readonly window?: object };
}

/** A client of a server in this process, and what the server tells it. */
export type Client = Awaited<ReturnType<typeof connect>>;

/** Starts a server on folders in memory and shakes hands with it. */
export async function connect({ folders, filesOf = (_, files) => files, memory, engine, storage, committed = {}, settings = () => ({}), options = {}, capabilities = {} }: ClientOptions) {
  const maps = new Map(Object.entries(folders).map(([uri, files]) => [uri, new Map(Object.entries(files))]));
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), unlessCancelled), {
    ownFiles: (uri) => filesOf(uri, memoryFiles(maps.get(uri) ?? new Map())),
    ownMemory: ({ folderUri, client }) => memory ?? (engine === undefined ? undefined : clientMemory(folderUri, client, async () => engine)),
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const shown = new Map<string, PublishDiagnosticsParams>();
  const configured = {};
  const log: string[] = [];
  const heard: string[] = [];
  const read: string[] = [];
  const progress: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
  const wire = { bytes: 0 };
  toClient.on('data', (chunk: Buffer) => { wire.bytes += chunk.length; });
  const sent: PublishDiagnosticsParams[] = [];
  let waiting: (() => void)[] = [];
  const wake = (): void => { for (const one of waiting.splice(0)) one(); };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => { shown.set(params.uri, params); sent.push(params); heard.push('publishDiagnostics'); wake(); });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => { log.push(message); wake(); });
  connection.onNotification(Method.itemsChanged, () => { heard.push('itemsChanged'); wake(); });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  (connection as unknown as MessageConnection).onUnhandledProgress(({ value }) => { progress.push(value as WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd); wake(); });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({ ...settings(), ...configured })));
  const uris = (): string[] => [...maps].flatMap(([folder, files]) => [...files.keys()].map((file) => `${folder}/${file}`));
  const textAt = (uri: string): string => [...maps].flatMap(([folder, files]) => [...files].flatMap(([file, text]) => (`${folder}/${file}` === uri ? [text] : []))).join('');
  connection.onRequest(Method.listFiles, ({ folder }: { folder: string }) => uris().filter((uri) => `${uri}/`.startsWith(`${folder}/`)));
  connection.onRequest(Method.readFile, ({ uri }: { uri: string }) => {
    read.push(uri);
    return { base64: Buffer.from(textAt(uri)).toString('base64') };
  });
  connection.onRequest(Method.look, ({ uris: some }: LookParams) => some.map((uri) => (storage?.timeOf(uri) ? { seen: `${storage.timeOf(uri)} ${textAt(uri).length}`, bytes: textAt(uri).length } : null)));
  connection.onRequest<ReadFileResult, void>(Method.readStored, ({ name }: StoredParams) => (storage?.kept.has(name) ? { base64: storage.kept.get(name)! } : { failed: 'FileNotFound' }));
  connection.onRequest(Method.store, ({ name, content }: StoreParams) => { if ('base64' in content) storage?.kept.set(name, content.base64); return null; });
  connection.onRequest(Method.committedText, ({ uri }: { uri: string }) => committed[uri] ?? null);
  connection.listen();
  const workspaceFolders = Object.keys(folders).map((uri): WorkspaceFolder => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) }));
  await connection.sendRequest('initialize', {
    processId: null, rootUri: null, workspaceFolders, locale: 'en', initializationOptions: options,
    capabilities: { textDocument: capabilities.textDocument ?? {}, window: capabilities.window ?? {}, workspace: { workspaceEdit: capabilities.workspaceEdit ?? {}, configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: false } } },
  });
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: unknown): Promise<void> => connection.sendNotification(method, params);
  /** Asks again whenever the server has said something, until the answer is there. */
  const until = async <T>(ask: () => T | undefined | false): Promise<T> => {
    for (;;) {
      const answer = ask();
      if (answer !== undefined && answer !== false) return answer;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, 50);
      });
    }
  };
  const rulesIn = (uri: string): string[] | undefined => shown.get(uri)?.diagnostics.map(told);
  return {
    log, sent, maps, heard, read, progress, wire, until, rulesIn,
    /** Waits until the findings shown of a document are these. */
    shows: (uri: string, ...rules: string[]) => until(() => JSON.stringify(rulesIn(uri) ?? []) === JSON.stringify(rules)),
    open: (uri: string, text: string, version = 1) => send('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } }),
    change: (uri: string, text: string, version: number) => send('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: (uri: string) => send('textDocument/didClose', { textDocument: { uri } }),
    /** Tells of changes on disk as a watcher does: 1 created, 2 changed, 3 deleted. */
    watched: (...changes: [uri: string, type: 1 | 2 | 3][]) => send('workspace/didChangeWatchedFiles', { changes: changes.map(([uri, type]) => ({ uri, type })) }),
    folders: (added: string[], removed: string[] = []) => {
      for (const uri of added) if (!maps.has(uri)) maps.set(uri, new Map());
      return send('workspace/didChangeWorkspaceFolders', { event: { added: added.map((uri) => ({ uri, name: uri })), removed: removed.map((uri) => ({ uri, name: uri })) } });
    },
    configure: (change: { language?: string; lint?: { onType?: boolean } }) => {
      Object.assign(configured, change);
      return send('workspace/didChangeConfiguration', { settings: {} });
    },
    lint: async (uri?: string, onProgress: (at: LintProgress) => void = () => {}): Promise<LintSummary> => {
      const progressToken = Math.random().toString(36);
      const listening = connection.onProgress(new ProgressType<LintProgress>(), progressToken, onProgress);
      return connection.sendRequest<LintSummary>(Method.lint, { uri, progressToken }).finally(() => listening.dispose());
    },
    rows: async (tree = 'decisions'): Promise<string[]> => {
      const leaves = (nodes: readonly ViewNode[]): ViewNode[] => nodes.flatMap((node) => (node.open ? [node] : leaves(node.children ?? [])));
      return leaves((await connection.sendRequest<TreeResult>(Method.tree, { tree, whole: true })).nodes).map(({ label, open }) => `${label} ${open?.uri}`);
    },
    request: <T>(method: string, params?: unknown): Promise<T> => connection.sendRequest<T>(method, params),
    /** A request that the token cancels. */
    requestUntil: <T>(method: string, params: object | undefined, token: CancellationToken): Promise<T> => (params ? connection.sendRequest<T>(method, params, token) : connection.sendRequest<T>(method, token)),
    notify: send,
    end: async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}

const told = ({ code, message }: Diagnostic): string => `${code}: ${/"([^"]+)"/.exec(String(message))?.[1] ?? String(message)}`;
