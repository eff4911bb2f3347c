import { CONFIG_FILE, MISNAMED_CONFIG_FILE } from './config.ts';
import type { Configuration } from './configuration.ts';
import type { Configurations } from './configurations.ts';
import type { Files, FileText } from './files.ts';
import { folderOf, foldersAbove, isMarkdownPath, isWithin, nameOf } from './paths.ts';
import type { Problem } from './problems.ts';
import { isSidecarPath, type PackedReading } from './reading.ts';
import { Unread } from './unread.ts';
import { builtInVocabulary } from './vocabulary/index.ts';

/** Hands over the reading of each document, in any order. What it leaves out, the workspace reads itself. */
export type ReadMany = (paths: readonly string[], receive: (reading: PackedReading) => void, signal?: AbortSignal) => Promise<void>;

/** Hands over what is remembered of documents that have not changed, read with these `words` of the team's; those that it leaves out are read. */
export type Recall = (asked: readonly { readonly path: string; readonly words: string }[]) => Promise<readonly PackedReading[]>;

/** How far a reading has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How `catchUp` is followed and ended early. */
export interface CatchUp {
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What becomes of the files that were read. */
export interface Receiver {
  take(path: string, text: FileText): void;
  takeReading(reading: PackedReading): void;
  /** The file is gone. */
  forget(path: string): void;
  /** A configuration excludes the file. */
  leaveOut(path: string): void;
  /** What is remembered of the file's text is out of date. */
  outdate(path: string): void;
  reconfigured(): void;
}

export interface IntakeOptions {
  readonly files: Files;
  readonly receiver: Receiver;
  /** Reads through `read`. */
  readonly configurations: (texts: Files) => Configurations;
  /** Asked before documents are read; without it nothing is remembered. */
  readonly recall?: Recall;
  /** Reads many documents at once; without it they are read here, one after the other. */
  readonly readMany?: ReadMany;
  /** Waited for between two documents, so that whoever asks something meanwhile is answered. */
  readonly pause?: () => Promise<void> | undefined;
  /** Waited for when a file has been read here. */
  readonly taken?: (path: string) => Promise<void> | undefined;
}

/** Which files of a folder there are, on disk and in an editor, and which of them are still to be read. */
export class Intake {
  readonly configurations: Configurations;
  readonly #files: Files;
  readonly #receiver: Receiver;
  readonly #options: IntakeOptions;
  /** The wanted files that the last look found, also those that a configuration excludes. */
  readonly #listed = new Set<string>();
  /** Has the whole folder been looked at? */
  #looked = false;
  #above: string | undefined;
  readonly #unread = new Unread();
  /** The folders that cannot be looked into, and why. */
  readonly #closed = new Map<string, Problem>();
  /** Texts in an editor, which go before those on disk. */
  readonly #open = new Map<string, { readonly text: string }>();

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#files = options.files;
    this.#receiver = options.receiver;
    this.configurations = options.configurations({ isVirtual: this.#files.isVirtual, list: (...args) => this.#files.list(...args), outer: (name) => this.#files.outer(name), names: (folder) => this.#files.names(folder), ignored: (paths) => this.#files.ignored(paths), onBranches: (folder) => this.#files.onBranches(folder), committed: (path) => this.#files.committed(path), changedSince: (day) => this.#files.changedSince(day), committers: (since) => this.#files.committers(since), above: () => this.#files.above(), read: (path) => this.read(path) });
  }

  /** The way from the top of the repository down to this folder. */
  get above(): string {
    return this.#above ?? '';
  }

  /** The folders that cannot be looked into, and why; without those that a configuration excludes. */
  closedFolders(): ReadonlyMap<string, Problem> {
    return new Map([...this.#closed].filter(([folder]) => !this.configurations.of(folder).excludes(folder)));
  }

  /** Is the file there, and has not been read yet? */
  isComing(path: string): boolean {
    return this.#unread.has(path) && !this.#isLeftOut(path);
  }

  /** The paths of all files that are there and wanted, in any order. */
  listed(): ReadonlySet<string> {
    return this.#listed;
  }

  /** Has an editor given any text? */
  get hasOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Has an editor given its text for the file, and has the file not gone since? */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /**
   * Looks at files and folders that may have come, changed or gone; `catchUp` reads what is new there.
   * True where a configuration is another one now, and with it perhaps the findings of every document.
   */
  async look(told: readonly string[], signal?: AbortSignal): Promise<boolean> {
    const paths = told.filter((path) => !isForeign(path) || this.configurations.madeFrom(path).length);
    if (told.length && !paths.length) return false;
    const tops = outermost(paths.map((path) => (nameOf(path) === '.gitignore' ? folderOf(path) : path)));
    const touched = new Set(paths);
    for (const top of tops.length > MOST_LOOKS ? [''] : tops) for (const path of await this.#list(top, signal)) touched.add(path);
    if (signal?.aborted) return false;
    const places = new Set(paths);
    const isAll = places.has('');
    for (const path of [...this.#listed, ...this.#open.keys()]) {
      if (!isAll && !places.has(path) && !foldersAbove(path).some((folder) => places.has(folder))) continue;
      // What has just come is expected already.
      if (touched.has(path) && !places.has(path)) continue;
      touched.add(path);
      // Whoever saves changes nothing of the text that the editor gave.
      if (!this.#open.has(path)) this.#expect(path);
    }
    const configs: string[] = [];
    for (const path of touched) configs.push(...this.#configsOf(path));
    return this.#configure(configs, tops.includes(''));
  }

  /** Reads what `look` found to be new, and what a configuration lets be read in another way; returns the paths. Ends early when aborted. */
  async catchUp({ progress = () => {}, signal }: CatchUp = {}): Promise<readonly string[]> {
    const total = this.#unread.size;
    const done = new Set<string>();
    const tell = (path: string): void => progress({ done: done.add(path).size, total: Math.max(total, done.size) });
    progress({ done: 0, total });
    await this.#recall(tell);
    await this.#readMany(tell, signal);
    while (this.#unread.size > 0 && !signal?.aborted) {
      for await (const path of this.#readAhead(signal)) {
        tell(path);
        await this.#options.taken?.(path);
        await this.#options.pause?.();
        if (signal?.aborted) break;
      }
    }
    return [...done];
  }

  /** Reads one file now, also one that Git ignores. */
  async refresh(path: string): Promise<void> {
    this.#listed.add(path);
    await this.#readNow(path);
  }

  /** Takes the editor's text for a document; it holds until `close`. True as for `look`. */
  async open(path: string, text: string): Promise<boolean> {
    this.#open.set(path, { text });
    if (!this.#looked) await this.#findConfigs(path);
    return this.#readNow(path);
  }

  /** From now on the text on disk holds again; what was never saved is forgotten. True as for `look`. */
  async close(path: string): Promise<boolean> {
    if (!this.#open.delete(path)) return false;
    // What was read of the editor's text is not what is on disk.
    this.#expect(path);
    await this.#list(path);
    if (this.#open.has(path)) return false;
    if (!this.#listed.has(path)) this.#forget(path);
    return this.#readNow(path);
  }

  // What is at and below one path on disk; returns what has come and gone.
  async #list(top: string, signal?: AbortSignal): Promise<string[]> {
    const open = new Map(this.#open);
    const closed = new Map<string, Problem>();
    const found = new Set(await this.#files.list(isWanted, signal, top, (folder, problem) => closed.set(folder, problem)));
    if (signal?.aborted) return [];
    for (const folder of [...this.#closed.keys()]) if (isWithin(folder, top)) this.#closed.delete(folder);
    for (const [folder, problem] of closed) this.#closed.set(folder, problem);
    const gone = [...this.#listed].filter((path) => isWithin(path, top) && !found.has(path));
    const come = [...found].filter((path) => !this.#listed.has(path));
    for (const path of gone) {
      this.#listed.delete(path);
      // An editor may go on holding the text of a file that is gone; it counts again when it is given anew.
      if (this.#open.get(path) === open.get(path)) this.#open.delete(path);
      if (!this.#open.has(path)) this.#forget(path);
    }
    for (const path of come) {
      this.#listed.add(path);
      this.#expect(path);
    }
    this.#looked ||= top === '';
    return [...come, ...gone];
  }

  #expect(path: string): number {
    this.#receiver.outdate(path);
    return isConfigPath(path) ? 0 : this.#unread.add(path);
  }

  #forget(path: string): void {
    this.#unread.delete(path);
    this.#receiver.forget(path);
  }

  // Before the folder has been looked at, one document needs the configurations above it and nothing else.
  async #findConfigs(path: string): Promise<void> {
    const above = foldersAbove(path).map((folder) => (folder === '' ? CONFIG_FILE : `${folder}/${CONFIG_FILE}`));
    const found = await Promise.all(above.filter((one) => !this.#listed.has(one)).map((one) => this.#list(one)));
    await this.#configure(found.flat(), true);
  }

  /** The configurations that are read from a file: its own, those whose template it is, and those that extend it. */
  #configsOf(path: string): string[] {
    return [...(isConfigPath(path) ? [path] : []), ...this.configurations.madeFrom(path)];
  }

  // Only those documents are read again of which the new configuration lets something else be read.
  async #configure(paths: readonly string[], always = false): Promise<boolean> {
    this.#above ??= await this.#files.above();
    if (paths.length === 0 && !always) return false;
    await this.configurations.read(new Set(paths), (path) => this.#listed.has(path) || this.#open.has(path), (before) => {
      this.#receiver.reconfigured();
      for (const path of new Set([...this.#listed, ...this.#open.keys()])) {
        const was = before(path);
        const is = this.configurations.of(path);
        if (was !== is && (was.excludes(path) !== is.excludes(path) || wordsOf(was) !== wordsOf(is))) this.#expect(path);
      }
    });
    return true;
  }

  async #readNow(path: string): Promise<boolean> {
    const isThere = this.#listed.has(path) || this.#open.has(path);
    const stamp = isThere ? this.#expect(path) : 0;
    const configured = await this.#configure(this.#configsOf(path));
    if (stamp > 0) this.#take(path, stamp, await this.read(path));
    return configured;
  }

  // A few files are read from disk while one is parsed.
  async *#readAhead(signal?: AbortSignal): AsyncGenerator<string> {
    const ahead: { readonly path: string; readonly stamp: number; readonly text: Promise<FileText> }[] = [];
    const next = this.#unread.all().values();
    for (;;) {
      while (ahead.length < AHEAD) {
        const { value: file, done } = next.next();
        if (done) break;
        ahead.push({ ...file, text: this.#isLeftOut(file.path) ? LEFT_OUT : this.read(file.path) });
      }
      const first = ahead.shift();
      if (!first) return;
      const text = await first.text;
      if (signal?.aborted) return;
      if (this.#take(first.path, first.stamp, text)) yield first.path;
    }
  }

  #isLeftOut(path: string): boolean {
    return !isWanted(path) || this.configurations.of(path).excludes(path);
  }

  // False where the text is out of date.
  #take(path: string, stamp: number, text: FileText): boolean {
    if (!this.#unread.settle(path, stamp)) return false;
    if (this.#isLeftOut(path)) this.#receiver.leaveOut(path);
    else this.#receiver.take(path, text);
    return true;
  }

  async #recall(tell: (path: string) => void): Promise<void> {
    if (!this.#options.recall) return;
    const stamps = new Map(this.#unread.all().filter(({ path }) => isMarkdownPath(path) && !this.#open.has(path) && !this.#isLeftOut(path)).map(({ path, stamp }) => [path, stamp]));
    for (const reading of stamps.size ? await this.#options.recall([...stamps.keys()].map((path) => ({ path, words: wordsOf(this.configurations.of(path)) }))) : []) {
      if (!this.#unread.settle(reading.path, stamps.get(reading.path) ?? 0)) continue;
      this.#receiver.takeReading(reading);
      tell(reading.path);
    }
  }

  async #readMany(tell: (path: string) => void, signal?: AbortSignal): Promise<void> {
    if (!this.#options.readMany) return;
    // Others read with the built-in words; where a team has its own, the workspace reads itself.
    const closed = this.#unread.all().filter(({ path }) => isMarkdownPath(path) && !this.#open.has(path) && !this.#isLeftOut(path) && !this.configurations.withTemplate(path).length && this.configurations.of(path).vocabulary === builtInVocabulary);
    const stamps = new Map(closed.map(({ path, stamp }) => [path, stamp]));
    await this.#options.readMany([...stamps.keys()], (reading) => {
      if (!this.#unread.settle(reading.path, stamps.get(reading.path) ?? 0)) return;
      this.#receiver.takeReading(reading);
      tell(reading.path);
    }, signal);
  }

  /** The editor's text of a file, or else that on disk. */
  async read(path: string): Promise<FileText> {
    // An editor may have opened the file while it was being read.
    const read = this.#open.has(path) ? undefined : await this.#files.read(path);
    const open = this.#open.get(path);
    return open === undefined ? (read ?? this.#files.read(path)) : { ...open, hasByteOrderMark: false };
  }
}

/** How many files are read from disk ahead of the one that is parsed. */
const AHEAD = 8;

/** From so many places on it costs less to look at the whole folder. */
const MOST_LOOKS = 20;

const LEFT_OUT: Promise<FileText> = Promise.resolve({ text: '', hasByteOrderMark: false });

/** Is it a file that Docket reads: Markdown, a side-car of a document, or a configuration? */
export function isWanted(path: string): boolean {
  return isMarkdownPath(path) || isSidecarPath(path) || isConfigPath(path);
}

/** Is it a `.docket.yaml`, or meant to be one? */
export function isConfigPath(path: string): boolean {
  return nameOf(path) === CONFIG_FILE || nameOf(path) === MISNAMED_CONFIG_FILE;
}

// YAML that is of interest only to whoever extends it.
const isForeign = (path: string): boolean => /\.ya?ml$/i.test(path) && !isWanted(path);

// Without those that lie in another one.
function outermost(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return [...all].filter((path) => path === '' || !foldersAbove(path).some((folder) => all.has(folder)));
}

const wordsOf = ({ config }: Configuration): string => JSON.stringify(config.vocabulary ?? null);
