import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/finding.ts';
import { isAbsence } from '../core/file-reasons.ts';
import type { Files } from '../core/files.ts';
import { looksDifferent } from '../core/outward.ts';
import { isWanted } from '../core/workspace.ts';
import type { Language } from '../core/language.ts';
import { Method, type Asked } from '../protocol/protocol.ts';
import { Announcing } from './announcing.ts';
import { Folders, uriOf, type Folder, type Located, type Memory } from './folders.ts';
import type { Settings } from './settings.ts';
import { onNewDay } from './new-day.ts';
import { Pace } from './pace.ts';
import { ReadingProgress } from './reading-progress.ts';
import { Sent } from './sent.ts';
import { Turns } from './turns.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly filesOf: (folderUri: string) => Files;
  readonly memoryOf: (folderUri: string, files: Files) => Memory | undefined;
  readonly language: Language;
  readonly settings: Settings;
  /** With a slash at its end, or empty. */
  readonly rulePages: string;
  /** What an earlier server was asked to check. */
  readonly asked: Asked;
  readonly abilities: Abilities;
}

/** What the client can do beyond the least. */
export interface Abilities {
  /** It asks for the edit of an action when somebody chooses it. */
  readonly resolvesEdits: boolean;
  /** A workspace edit may make a file. */
  readonly createsFiles: boolean;
  /** It has the editor extension's commands. */
  readonly hasCommands: boolean;
  /** It tells of every file that comes or goes; otherwise what lies around a document is looked at again after each edit. */
  readonly tellsOfFiles: boolean;
  /** It lets features be offered once they are of use. */
  readonly registersLater: boolean;
}

/** Milliseconds that an edit waits for the next one where it may concern all documents, as in a configuration. */
const PAUSE = 120;

/** Milliseconds without an edit that others can see, after which the other open documents are checked again. */
const PAUSE_OF_TYPING = 400;

/** What one client sees: its folders, its open documents, and the findings it was sent. */
export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  readonly abilities: Abilities;
  readonly #settings: Settings;
  readonly #sent: Sent;
  /** The documents that a command had checked: their findings stay, and are kept up to date, when they are closed. */
  readonly #asked: Set<string>;
  #isAllAsked: boolean;
  /** The version of each open document that the index has. */
  readonly #settled = new Map<string, number>();
  readonly #turns = new Turns();
  readonly #pace = new Pace();
  readonly #announcing: Announcing;
  readonly #onRead: (() => void)[] = [];
  // What was due yesterday is late now.
  readonly #noMoreDays = onNewDay(() => this.folders.checkAgain());

  constructor({ connection, documents, filesOf, memoryOf, language, settings, rulePages, asked, abilities }: SessionOptions) {
    this.connection = connection;
    this.abilities = abilities;
    this.documents = documents;
    this.#settings = settings;
    this.#asked = new Set(asked.documents);
    this.#isAllAsked = asked.workspace;
    this.#sent = new Sent((params) => this.background(() => connection.sendDiagnostics(params)));
    this.#announcing = new Announcing(() => this.folders.all(), () => {
      for (const listener of this.#onRead) listener();
      this.background(() => connection.sendNotification(Method.itemsChanged));
    });
    this.folders = new Folders({
      filesOf, memoryOf, language,
      rulePage: (id) => (rulePages === '' ? '' : `${rulePages}${id}.md`),
      upkeep: (folder) => ({
        concerned: (read) => this.#concerned(folder(), read),
        check: (uri) => this.#checkAgain(uri),
        onRead: (isAll) => (isAll ? this.announce() : this.#announcing.perhaps()),
        onError: (error) => this.#log(error),
        progress: new ReadingProgress(() => connection.window.createWorkDoneProgress(), () => this.folders.language),
      }),
    });
  }

  /** Lets work go on by itself: what goes wrong is written to the client's log. */
  background(work: () => Promise<unknown>): void {
    // A message to a client that has gone is refused at once, and not by the promise.
    (async () => work())().catch((error: unknown) => this.#log(error));
  }

  /** Takes workspace folders in and out; documents that have another folder now are read there. */
  changeFolders(added: readonly { readonly uri: string; readonly name: string }[], removed: readonly { readonly uri: string }[]): void {
    const before = new Map([...this.documents.keys(), ...this.#sent.uris()].map((uri) => [uri, this.folders.locate(uri)]));
    for (const { uri } of removed) this.folders.remove(uri);
    for (const { uri, name } of added) this.folders.add(uri, name);
    for (const [uri, was] of before) if (was && this.folders.locate(uri)?.folder !== was.folder) this.background(() => this.#move(uri, was));
    this.announce();
  }

  /** An open document has a new text: it is read and checked soon. */
  changed({ uri, languageId }: TextDocument): void {
    this.#checkSoon(uri, languageId === 'markdown' ? undefined : PAUSE);
  }

  /** Gives the editor's text of a document to the index now. */
  settle(uri: string): Promise<void> {
    return this.#turns.take(uri, async () => {
      const document = this.documents.get(uri);
      if (!document || this.#settled.get(uri) === document.version) return;
      const { version } = document;
      const { folder, path } = this.folders.home(uri);
      if (!this.abilities.tellsOfFiles) folder.workspace.lookAround();
      const before = folder.workspace.outward(path);
      const isConfigured = await folder.workspace.open(path, document.getText());
      if (!this.documents.get(uri)) return;
      this.#settled.set(uri, version);
      if (isConfigured || folder.workspace.entry(path)?.kind === 'template') this.background(() => folder.upkeep.reconfigured());
      if (before.entry !== '' && looksDifferent(before, folder.workspace.outward(path))) this.#checkOthers(folder, uri);
      this.#announcing.perhaps();
    });
  }

  /** A document was closed: the text on disk holds again. */
  closed(uri: string): Promise<void> {
    this.#pace.forget(uri);
    this.#settled.delete(uri);
    this.#settings.forget(uri);
    return this.#turns.take(uri, async () => {
      const located = this.folders.locate(uri);
      if (!located || this.documents.get(uri)) return;
      try {
        await this.#leave(uri, located);
      } finally {
        const isShown = this.documents.get(uri) || (this.#isAsked(uri) && located.folder.workspace.has(located.path));
        if (!isShown) this.#sent.clear(uri);
      }
      if (this.#isAsked(uri) && !this.documents.get(uri)) await this.check(uri);
      this.#announcing.perhaps();
    });
  }

  /** Files and folders that may have come, changed or gone on disk. */
  changedOnDisk(uris: readonly string[]): void {
    const paths = new Map<Folder, string[]>();
    for (const { folder, path } of uris.flatMap((uri) => this.folders.within(uri))) paths.set(folder, [...(paths.get(folder) ?? []), path]);
    for (const [folder, some] of paths) {
      this.background(async () => {
        await folder.upkeep.look(some);
        if (!some.every(isWanted)) this.#checkOthers(folder);
      });
    }
  }

  /** Files that are no documents came: links may lead to them. */
  filesAppeared(): void {
    for (const folder of this.folders.all()) {
      folder.workspace.lookAround();
      this.#checkOthers(folder);
    }
  }

  /** Checks one document and sends what was found. */
  async check(uri: string): Promise<readonly Finding[]> {
    const located = this.folders.locate(uri);
    if (!located) return [];
    const version = this.#settled.get(uri);
    const findings = await located.folder.workspace.lint(located.path);
    const isGone = version === undefined && findings.some(isOfVanishedFile);
    if (isGone) this.#sent.clear(uri);
    else if (version === this.#settled.get(uri) && (version !== undefined || !this.documents.get(uri))) this.#sent.send(uri, findings, version);
    return isGone ? [] : findings;
  }

  /** As `check`, on a user's command: the findings are kept up to date from now on, also when the document is closed. */
  async checkNow(uri: string): Promise<readonly Finding[]> {
    this.#asked.add(uri);
    return this.check(uri);
  }

  /** Every document was checked on a user's command: those that come later are to be checked, too. */
  allChecked(): void {
    this.#isAllAsked = true;
  }

  /** The findings of the document as it stands in the editor now; where the last ones sent were of another version, it is checked without sending. */
  async findingsOf(uri: string): Promise<readonly Finding[]> {
    const known = this.#sent.of(uri, this.documents.get(uri)?.version);
    if (known) return known;
    await this.settle(uri);
    const located = this.folders.locate(uri);
    return located ? located.folder.workspace.lint(located.path) : [];
  }

  /** Calls `listener` whenever the client is told that what its views show may be something else, until the session ends. */
  onRead(listener: () => void): void {
    this.#onRead.push(listener);
  }

  /** Tells the client that its views are to be drawn again. */
  announce(): void {
    this.#announcing.certainly();
  }

  /** Reads every folder again. */
  async refresh(): Promise<void> {
    await Promise.all(this.folders.all().map(({ upkeep }) => upkeep.look([''])));
  }

  /** The settings may have changed: what is shown follows them. */
  async readSettings(): Promise<void> {
    this.#settings.forget();
    if (this.folders.speak(await this.#settings.language())) this.announce();
    for (const document of this.documents.all()) {
      if (await this.#settings.lintsOnType(document.uri)) this.changed(document);
      else if (!this.#isAsked(document.uri)) this.#sent.send(document.uri, [], document.version);
    }
  }

  /** Ends all work. */
  stop(): void {
    this.#noMoreDays();
    this.#pace.stop();
    this.#announcing.stop();
    this.folders.stop();
  }

  async #settleAndCheck(uri: string): Promise<void> {
    await this.settle(uri);
    await this.#checkAgain(uri);
  }

  #checkSoon(uri: string, least?: number): void {
    this.#pace.soon(uri, () => this.#settleAndCheck(uri).catch((error: unknown) => this.#log(error)), least);
  }

  // What was found in other open documents may have gone by what this one says: they are checked in a pause of typing,
  // but for one that is about to be read, and one whose file is gone and which nobody has edited since.
  #checkOthers(folder: Folder, uri?: string): void {
    for (const one of this.documents.keys()) if (one !== uri && this.#settled.has(one) && this.folders.locate(one)?.folder === folder) this.#checkSoon(one, PAUSE_OF_TYPING);
  }

  // A document in an editor waits for a command where the settings say so.
  async #checkAgain(uri: string): Promise<void> {
    await this.#settleAgain(uri);
    if (!this.documents.get(uri) || (await this.#settings.lintsOnType(uri))) await this.check(uri);
  }

  // The file of an open document went and has come back.
  async #settleAgain(uri: string): Promise<void> {
    const located = this.folders.locate(uri);
    if (!this.#settled.has(uri) && located?.folder.workspace.has(located.path)) await this.settle(uri);
  }

  #isAsked(uri: string): boolean {
    return this.#isAllAsked || this.#asked.has(uri);
  }

  // Open documents first; the findings of what is gone are taken back.
  #concerned(folder: Folder, read: ReadonlySet<string> | 'all'): string[] {
    const pathOf = (uri: string): string | undefined => {
      const located = this.folders.locate(uri);
      return located?.folder === folder ? located.path : undefined;
    };
    const open = this.documents.keys().filter((uri) => {
      const path = pathOf(uri);
      if (path === undefined || !this.#settled.has(uri) || folder.workspace.isOpen(path)) return path !== undefined;
      this.#settled.delete(uri);
      this.#pace.forget(uri);
      return false;
    });
    const shown = [...this.#sent.uris(), ...this.#asked].filter((uri) => {
      const path = pathOf(uri);
      if (path === undefined) return false;
      if (folder.workspace.has(path) || folder.workspace.isOpen(path)) return read === 'all' || read.has(path);
      this.#asked.delete(uri);
      this.#sent.clear(uri);
      return false;
    });
    const configs = read === 'all' ? folder.workspace.configPaths() : [];
    const all = this.#isAllAsked ? folder.workspace.paths().filter((path) => read === 'all' || read.has(path)) : [];
    return [...open, ...shown, ...[...configs, ...all].map((path) => uriOf(folder, path))];
  }

  // The document belongs to another folder now, or to none.
  async #move(uri: string, was: Located): Promise<void> {
    const document = this.documents.get(uri);
    if (!this.folders.locate(uri)) this.#asked.delete(uri);
    this.#sent.clear(uri);
    if (!document) return;
    await this.#turns.take(uri, () => this.#leave(uri, was));
    this.#settled.delete(uri);
    this.changed(document);
  }

  async #leave(uri: string, { folder, path }: Located): Promise<void> {
    const isTemplate = folder.workspace.entry(path)?.kind === 'template';
    const before = folder.workspace.outward(path);
    if ((await folder.workspace.close(path)) || isTemplate) this.background(() => folder.upkeep.reconfigured());
    if (looksDifferent(before, folder.workspace.outward(path))) this.#checkOthers(folder, uri);
    this.folders.forget(uri);
  }

  #log(error: unknown): void {
    try {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } catch {
      // The client has gone, and nobody reads its log.
    }
  }
}

// A file may go between the moment it was listed and the moment it is read; the editor tells of it soon enough.
function isOfVanishedFile({ ruleId, data }: Finding): boolean {
  return ruleId === 'readable' && isAbsence(String(data['reason']));
}
