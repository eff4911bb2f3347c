import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/finding.ts';
import type { Files } from '../core/files.ts';
import { CONFIG_FILE } from '../core/config.ts';
import type { Language } from '../core/language.ts';
import { nameOf } from '../core/paths.ts';
import { Method } from '../protocol/protocol.ts';
import { canonicalUri, Folders, uriOf, type Folder } from './folders.ts';
import { toDiagnostic } from './to-lsp.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly filesOf: (folderUri: string) => Files;
  readonly language: Language;
  /** With a slash at its end, or empty. */
  readonly rulePages: string;
  /** Can the client be asked for its settings? */
  readonly canConfigure: boolean;
}

/** Milliseconds that an edit waits for the next one before the document is checked. */
const PAUSE = 120;

/** What one client sees: its folders, its open documents, and the findings it was sent. */
export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  readonly language: Language;
  /** The findings last sent, by URI, and the version of the document they were made from. */
  readonly #sent = new Map<string, { readonly findings: readonly Finding[]; readonly version: number | undefined }>();
  /** The documents that a command had checked: their findings stay, and are kept up to date, when they are closed. */
  readonly #asked = new Set<string>();
  /** The version of each open document that the index has. */
  readonly #settled = new Map<string, number>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #canConfigure: boolean;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  constructor({ connection, documents, filesOf, language, rulePages, canConfigure }: SessionOptions) {
    this.connection = connection;
    this.documents = documents;
    this.language = language;
    this.#canConfigure = canConfigure;
    this.folders = new Folders({
      filesOf, language,
      rulePage: (id) => (rulePages === '' ? '' : `${rulePages}${id}.md`),
      onError: (error) => connection.console.error(String(error)),
    });
  }

  /** Once the folder has been read: shows its configuration's mistakes, and what was opened meanwhile. */
  watchLoad(folder: Folder): void {
    void folder.loaded.then(async () => {
      await this.checkConfigs(folder);
      for (const document of this.documents.all()) if (this.folders.locate(document.uri).folder === folder) this.changed(document);
      this.announce();
    });
  }

  /** Forgets a folder and takes its findings back. */
  removeFolder(uri: string): void {
    this.folders.remove(uri);
    for (const sent of [...this.#sent.keys()]) if (sent.startsWith(`${canonicalUri(uri)}/`)) this.#send(sent, [], undefined);
    this.announce();
  }

  /** An open document has a new text: it is read and checked after a pause. */
  changed(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document.uri));
    this.#waiting.set(document.uri, setTimeout(() => {
      this.#waiting.delete(document.uri);
      void this.#settleAndCheck(document.uri).catch((error: unknown) => this.connection.console.error(String(error)));
    }, PAUSE));
  }

  /** Gives the editor's text of a document to the index now. */
  async settle(uri: string): Promise<void> {
    const document = this.documents.get(uri);
    if (!document) return;
    const { folder, path } = this.folders.locate(uri);
    await folder.loaded;
    this.#settled.set(uri, document.version);
    await folder.workspace.open(path, document.getText());
    if (nameOf(path) === CONFIG_FILE) await this.#configChanged(folder);
    this.announce();
  }

  async closed(uri: string): Promise<void> {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    const { folder, path } = this.folders.locate(uri);
    await folder.loaded;
    this.#settled.delete(uri);
    await folder.workspace.close(path);
    if (this.#asked.has(uri) && this.folders.all().includes(folder)) await this.check(uri);
    else this.#send(uri, [], undefined);
    this.folders.forget(uri);
    this.announce();
  }

  async changedOnDisk(uri: string): Promise<void> {
    const { folder, path } = this.folders.locate(uri);
    if (!this.folders.all().includes(folder)) return;
    await folder.loaded;
    if (nameOf(path) === '.gitignore') await folder.workspace.load();
    else await folder.workspace.refresh(path);
    if (nameOf(path) === CONFIG_FILE) await this.#configChanged(folder);
    else if (this.#asked.has(uri)) await this.#checkAgain(uri);
    this.announce();
  }

  deleted(uri: string): void {
    const { folder, path } = this.folders.locate(uri);
    if (!this.folders.all().includes(folder)) return;
    folder.workspace.remove(path);
    for (const sent of [...this.#sent.keys(), ...this.#asked]) if (sent === uri || sent.startsWith(`${uri}/`)) {
      this.#asked.delete(sent);
      this.#send(sent, [], undefined);
    }
    if (nameOf(path) === CONFIG_FILE) void this.#configChanged(folder);
    this.announce();
  }

  /** Checks one document and sends what was found. */
  async check(uri: string): Promise<readonly Finding[]> {
    const { folder, path } = this.folders.locate(uri);
    const version = this.documents.get(uri) && this.#settled.get(uri);
    const findings = await folder.workspace.lint(path);
    if (version === undefined && findings.some(isOfVanishedFile)) {
      this.deleted(uri);
      return [];
    }
    if (version === this.#settled.get(uri) || !this.documents.get(uri)) this.#send(uri, findings, version);
    return findings;
  }

  /** As `check`, on a user's command: the findings are kept up to date from now on, also when the document is closed. */
  async checkNow(uri: string): Promise<readonly Finding[]> {
    this.#asked.add(uri);
    return this.check(uri);
  }

  async checkConfigs(folder: Folder): Promise<void> {
    for (const path of folder.workspace.configPaths()) this.#send(uriOf(folder, path), folder.workspace.configFindings(path), undefined);
  }

  /** The findings of the document as it stands in the editor now; where the last ones sent were of another version, it is checked without sending. */
  async findingsOf(uri: string): Promise<readonly Finding[]> {
    const sent = this.#sent.get(uri);
    if (sent && sent.version === this.documents.get(uri)?.version) return sent.findings;
    await this.settle(uri);
    const { folder, path } = this.folders.locate(uri);
    return folder.workspace.lint(path);
  }

  /** Tells the client, after a pause, that its views are to be drawn again. */
  announce(): void {
    this.#announcing ??= setTimeout(() => {
      this.#announcing = undefined;
      void this.connection.sendNotification(Method.itemsChanged);
    }, 50);
  }

  /** Reads every folder again. */
  async refresh(): Promise<void> {
    await Promise.all(this.folders.all().map(async (folder) => {
      await folder.loaded;
      await this.#configChanged(folder);
    }));
    this.announce();
  }

  /** The settings may have changed: open documents are checked by them. */
  async readSettings(): Promise<void> {
    for (const document of this.documents.all()) {
      if (await this.#lintsOnType(document.uri)) this.changed(document);
      else if (!this.#asked.has(document.uri)) this.#send(document.uri, [], document.version);
    }
  }

  async #settleAndCheck(uri: string): Promise<void> {
    await this.settle(uri);
    await this.#checkAgain(uri);
  }

  // A document in an editor waits for a command where the settings say so.
  async #checkAgain(uri: string): Promise<void> {
    if (!this.documents.get(uri) || (await this.#lintsOnType(uri))) await this.check(uri);
  }

  async #configChanged(folder: Folder): Promise<void> {
    await folder.workspace.load();
    await this.checkConfigs(folder);
    for (const uri of new Set([...this.#sent.keys(), ...this.#asked])) if (this.folders.locate(uri).folder === folder) await this.#checkAgain(uri);
    this.announce();
  }

  async #lintsOnType(uri: string): Promise<boolean> {
    if (!this.#canConfigure) return true;
    const settings = (await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'docket' })) as { lint?: { onType?: boolean } } | null;
    return settings?.lint?.onType !== false;
  }

  #send(uri: string, findings: readonly Finding[], version: number | undefined): void {
    if (findings.length || this.documents.get(uri)) this.#sent.set(uri, { findings, version });
    else this.#sent.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: findings.map(toDiagnostic), ...(version === undefined ? {} : { version }) });
  }
}

// A file may go between the moment it was listed and the moment it is read; the editor tells of it soon enough.
function isOfVanishedFile({ ruleId, data }: Finding): boolean {
  return ruleId === 'readable' && /^(?:ENOENT|FileNotFound|EntryNotFound)$/.test(String(data['reason']));
}
