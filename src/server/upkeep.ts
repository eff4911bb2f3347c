import type { Entry } from '../core/entry.ts';
import type { Workspace } from '../core/workspace.ts';
import type { ReadingProgress } from './reading-progress.ts';

export interface UpkeepOptions {
  readonly workspace: Workspace;
  /** The URIs to check, the most urgent first, when these paths have been read, or when any finding may have changed. */
  readonly concerned: (read: ReadonlySet<string> | 'all') => readonly string[];
  readonly check: (uri: string) => Promise<void>;
  /** What the views show may have changed, or `isAll` of it. */
  readonly onRead: (isAll: boolean) => void;
  readonly onError: (error: unknown) => void;
  /** Shows how far reading has come. */
  readonly progress: ReadingProgress;
  readonly pause: () => Promise<void> | undefined;
  /** Remembers what was read until the next start. */
  readonly remember?: () => Promise<void>;
}

/** Milliseconds in which changes on disk are gathered. */
const GATHER = 50;
/** Milliseconds without work after which is remembered what was read. */
const REMEMBER = 3000;

/**
 * Keeps one folder's documents and findings up to date, one piece of work after the other: look, read, check.
 * What comes meanwhile is gathered, and goes before the reading and the checking that is left.
 */
export class Upkeep {
  /** Settles when every file has been read; never rejects. */
  readonly loaded: Promise<void>;
  readonly #options: UpkeepOptions;
  readonly #toLook = new Set<string>();
  readonly #read = new Set<string>();
  #toCheck = new Set<string>();
  #isBehind = false;
  #mayAllHaveChanged = false;
  #interrupt = new AbortController();
  #entries: readonly Entry[] = [];
  #templates: ReadonlySet<string> = new Set();
  #waiting: (() => void)[] = [];
  #isWorking = false;
  #isStopped = false;
  #remembering: ReturnType<typeof setTimeout> | undefined;

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.loaded = this.look(['']);
  }

  /** Looks at paths that may have come, changed or gone; settles when what is there has been read. */
  look(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.#toLook.add(path);
    this.#interrupt.abort();
    return this.#start();
  }

  /** A configuration is another one, or the language is: reads what that lets be read, and checks what is shown. */
  reconfigured(): Promise<void> {
    this.#mayAllHaveChanged = this.#isBehind = true;
    this.#interrupt.abort();
    return this.#start();
  }

  /** Settles when all that is known to have changed has been read; never rejects. */
  settled(): Promise<void> {
    return this.#isWorking ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  /** Ends the work early, and for good. */
  stop(): void {
    this.#isStopped = true;
    this.#interrupt.abort();
    this.#options.progress.end();
    clearTimeout(this.#remembering);
  }

  #start(): Promise<void> {
    const settled = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (!this.#isWorking) void this.#work();
    return settled;
  }

  // Never rejects: each piece of work is attempted.
  async #work(): Promise<void> {
    this.#isWorking = true;
    clearTimeout(this.#remembering);
    if (this.#entries.length) await new Promise((resolve) => setTimeout(resolve, GATHER));
    for (let work = this.#next(); work; work = this.#next()) {
      await work().catch(this.#options.onError);
      await this.#options.pause();
    }
    this.#isWorking = false;
    const { remember, onError } = this.#options;
    if (remember && !this.#isStopped) this.#remembering = setTimeout(() => void remember().catch(onError), REMEMBER);
  }

  #next(): (() => Promise<void>) | undefined {
    if (!this.#isStopped && this.#toLook.size > 0) return () => this.#look();
    if (!this.#isStopped && this.#isBehind) return () => this.#catchUp();
    for (const settle of this.#waiting.splice(0)) settle();
    const [uri] = this.#isStopped ? [] : this.#toCheck;
    if (uri === undefined) return undefined;
    this.#toCheck.delete(uri);
    return () => this.#options.check(uri);
  }

  async #look(): Promise<void> {
    const paths = [...this.#toLook];
    this.#toLook.clear();
    this.#isBehind = true;
    if (await this.#options.workspace.look(paths)) this.#mayAllHaveChanged = true;
  }

  async #catchUp(): Promise<void> {
    const { workspace, concerned, onRead, progress } = this.#options;
    this.#isBehind = false;
    this.#interrupt = new AbortController();
    const { signal } = this.#interrupt;
    for (const path of await workspace.catchUp({ signal, progress: progress.tell })) this.#read.add(path);
    if (signal.aborted) {
      this.#isBehind = true;
      return;
    }
    progress.end();
    const entries = workspace.entries();
    if (entries === this.#entries && !this.#mayAllHaveChanged) return;
    // Documents are checked by the templates beside them.
    const templates = new Set(entries.filter(({ kind }) => kind === 'template').map(({ path }) => path));
    const isAnotherTemplate = [...this.#read].some((path) => templates.has(path)) || [...this.#templates].some((path) => !templates.has(path));
    this.#toCheck = new Set([...concerned(this.#mayAllHaveChanged || isAnotherTemplate ? 'all' : this.#read), ...this.#toCheck]);
    const isAll = this.#mayAllHaveChanged;
    this.#mayAllHaveChanged = false;
    this.#read.clear();
    this.#entries = entries;
    this.#templates = templates;
    onRead(isAll);
  }
}
