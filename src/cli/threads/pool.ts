import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { unreadDocument } from '../../core/document.ts';
import { isEnough, type Found, type Sized } from '../../core/early.ts';
import type { KeptText } from '../../core/keeping.ts';
import { packReading, readDocumentFacts, type PackedReading } from '../../core/reading.ts';
import type { LintMany, ReadMany } from '../../core/workspace.ts';
import { addAnswer, type Answers } from '../cache/answers.ts';
import type { ThreadAnswer, ThreadData } from './serve.ts';
import { JoinedTexts, SharedTexts } from './shared-texts.ts';
import { Thread, type Outcome } from './thread.ts';

export interface PoolOptions {
  /** The program of a thread. */
  readonly program: URL;
  readonly data: ThreadData;
  /** Is the document one of those that are checked when all are read? */
  readonly isChecked?: (path: string) => boolean;
  readonly threads?: number;
  /** Milliseconds that one file may take, or a few that are read together: where they take longer, each is read alone. */
  readonly patience?: number;
  /** Bytes below which threads cost more than they save. */
  readonly worthwhile?: number;
}

/** So many orders wait at a thread, so that it never waits for the next one. */
const AHEAD = 3;

/** So many times a thread takes some documents to read, at least. */
const SHARES = 4;

/** So many documents are read or checked by one order. */
const TOGETHER = 8;

/** Without their sizes, documents are taken for so large, in bytes. */
const USUAL = 10_000;

/** While one document is checked so many are settled, which each thread does for itself, with memory for all of them. */
const SETTLED = 10;

/** Milliseconds in which a thread must have taken in what was read of all documents. */
const TAKING = 120_000;

/** Reads and checks documents in several threads at once. A file that kills its thread or takes too long is given up, alone. */
export class DocumentThreads {
  readonly #options: Required<Omit<PoolOptions, 'isChecked'>> & Pick<PoolOptions, 'isChecked'>;
  /** The threads that are up; one that has failed leaves its place empty. */
  readonly #threads: (Thread | undefined)[] = [];
  /** Has a thread failed, and another one taken its place? */
  #hasLost = false;
  /** What the threads have read, for all of them. */
  readonly #texts = new SharedTexts();
  readonly #joined = new WeakMap<Thread, JoinedTexts>();
  readonly #answers: Answers = new Map();
  /** What they have found early. */
  readonly #found = new Map<string, Found>();
  /** Which thread has read a document, and may still have it. */
  readonly #readBy = new Map<string, number>();

  constructor(options: PoolOptions) {
    this.#options = { threads: Math.min(4, availableParallelism()), patience: 10_000, worthwhile: 2_000_000, ...options };
  }

  /** Reads documents; leaves all of it to its caller where that is quicker. */
  readonly read: ReadMany = async (paths, receive, signal) => {
    const { data: { root }, threads, worthwhile } = this.#options;
    if (threads < 2) return;
    const sized = paths.map((one) => ({ path: one, size: sizeOf(path.join(root, ...one.split('/'))) }));
    const total = sized.reduce((sum, { size }) => sum + size, 0);
    if (total < worthwhile) return;
    // The largest ones first, so that no thread is left with one at the end.
    const waiting = neighbours(sized, total / threads / SHARES).sort((a, b) => a.size - b.size);
    await this.#eachThread(async (index) => {
      for (let some = waiting.pop(); some && !signal?.aborted; some = waiting.pop()) {
        // A thread that does not even start leaves its share to the others and to the caller.
        if (!(await this.#readThese(index, some.paths, receive, signal))) return void waiting.push(some);
      }
    });
  };

  // Those that come after some at which the thread fails are read by the next one.
  async #readThese(index: number, paths: string[], receive: (reading: PackedReading) => void, signal: AbortSignal | undefined): Promise<boolean> {
    const { patience, isChecked } = this.#options;
    const all = paths.length;
    // Those among which one has killed a thread, or taken too long.
    const alone: string[] = [];
    const next = (thread: Thread): string[] | undefined => (signal?.aborted || thread.isOver ? undefined : alone.length ? alone.splice(-1) : paths.length ? paths.splice(-TOGETHER) : undefined);
    while (paths.length + alone.length && !signal?.aborted) {
      const thread = await this.#thread(index);
      if (!thread) {
        paths.push(...alone);
        return false;
      }
      await inTurn(() => next(thread), async (some) => {
        const outcome = await thread.ask({ read: some.toReversed(), asked: isChecked ? some.filter(isChecked) : [] }, patience);
        if ('undone' in outcome) (some.length > 1 ? paths : alone).push(...some);
        else if ('readings' in outcome) {
          for (const { path: one } of outcome.readings) this.#readBy.set(one, index);
          this.#take(thread, outcome, receive);
        } else if (some.length > 1) alone.push(...some);
        else receive(givenUp(some[0]!, 'failed' in outcome ? outcome.failed : 'the thread is out of step'));
      });
      if (!paths.length && !alone.length && isChecked) {
        const outcome = await thread.ask({ check: 'read' }, patience * all);
        if ('readings' in outcome) this.#take(thread, outcome, receive);
      }
    }
    return true;
  }

  #take(thread: Thread, { readings, found, come }: Extract<ThreadAnswer, { readings: unknown }>, receive: (reading: PackedReading) => void): void {
    const joined = this.#joined.get(thread)!;
    joined.join(come);
    for (const reading of readings) receive(joined.reading(reading));
    for (const [one, findings, basis] of found) this.#found.set(one, { findings: joined.text(findings), basis: joined.text(basis) });
  }

  /** Checks documents; what it leaves out, its caller checks itself. */
  readonly lint: LintMany = async (paths, workspace, receive) => {
    const { threads, patience, worthwhile } = this.#options;
    const left = new Set(paths);
    const settle = (one: string, packed: KeptText): void => {
      if (left.delete(one)) receive(one, packed);
    };
    const settleAll = (thread: Thread, outcome: Outcome): void => {
      if (!('linted' in outcome)) return;
      const joined = this.#joined.get(thread)!;
      joined.join(outcome.come);
      for (const [one, place] of outcome.linted) settle(one, joined.text(place));
    };
    // All is settled here, which needs room; of the threads nothing is needed any more but what they have asked.
    if (this.#found.size) await this.#rest();
    for (const [one, found] of this.#found) workspace.takeOver(one, found);
    this.#found.clear();
    for (const one of paths) {
      const known = await workspace.known(one);
      if (known !== undefined) settle(one, known);
    }
    const areFew = left.size * USUAL < worthwhile || left.size * SETTLED < paths.length;
    if (threads < 2 || (areFew && !this.#threads.some(Boolean))) return;
    const shared = this.#texts.of(workspace.readings());
    const ready: (Thread | undefined)[] = [];
    await this.#eachThread(async (index) => {
      const thread = await this.#thread(index);
      const outcome = await thread?.ask({ take: shared }, TAKING);
      if (outcome && 'taken' in outcome) ready[index] = thread;
    });
    const shares: string[][] = Array.from({ length: threads }, () => []);
    for (const one of left) (shares[this.#readBy.get(one) ?? -1] ?? smallest(shares)).push(one);
    await this.#eachThread(async (index) => {
      const thread = ready[index];
      if (!thread) return;
      const next = (): string[] | undefined => {
        const share = shares[index]!.length ? shares[index]! : largest(shares);
        return thread.isOver || !share.length ? undefined : share.splice(-TOGETHER);
      };
      await inTurn(next, async (some) => {
        const outcome = await thread.ask({ lint: some }, patience * TOGETHER);
        settleAll(thread, outcome);
      });
    });
  };

  /** What the threads have asked the files, where they write it down; undefined where one has not lived to tell. */
  async answers(): Promise<Answers | undefined> {
    await this.#ask();
    return this.#hasLost ? undefined : this.#answers;
  }

  /** Ends the threads: they keep what they have read as long as they are up. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread?.end()));
  }

  async #ask(): Promise<void> {
    if (this.#options.data.isRecorded) await Promise.all(this.#threads.map(async (thread) => {
      thread?.wake();
      const outcome = await thread?.ask({ tell: 'answers' }, TAKING);
      if (outcome && 'answers' in outcome) for (const [key, digest] of outcome.answers) addAnswer(this.#answers, key, digest);
    }));
    this.#hasLost ||= this.#threads.some((thread) => thread?.isOver);
  }

  async #rest(): Promise<void> {
    await this.#ask();
    await this.end();
    this.#readBy.clear();
  }

  async #eachThread(work: (index: number) => Promise<void>): Promise<void> {
    for (const thread of this.#threads) thread?.wake();
    try {
      await Promise.all(Array.from({ length: this.#options.threads }, (_, index) => work(index)));
    } finally {
      for (const thread of this.#threads) thread?.rest();
    }
  }

  async #thread(index: number): Promise<Thread | undefined> {
    const known = this.#threads[index];
    if (known && !known.isOver) return known;
    this.#hasLost ||= known !== undefined;
    for (const [one, by] of known ? this.#readBy : []) if (by === index) this.#readBy.delete(one);
    const thread = await Thread.start(this.#options.program, this.#options.data);
    if (thread) this.#joined.set(thread, new JoinedTexts(this.#texts));
    this.#threads[index] = thread;
    return thread;
  }
}

// Several pieces of work at once, and the next one as soon as one is done.
async function inTurn<Item>(next: () => Item | undefined, work: (item: Item) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AHEAD }, async () => {
    for (let item = next(); item !== undefined; item = next()) await work(item);
  }));
}

// Documents that lie beside each other are read and checked by the same thread.
function neighbours(sized: readonly Sized[], most: number): { readonly paths: string[]; readonly size: number }[] {
  const groups: { readonly paths: string[]; size: number }[] = [];
  for (const { path: one, size } of sized.toSorted((a, b) => (a.path < b.path ? 1 : -1))) {
    const last = groups.at(-1);
    if (!last || isEnough(last.size, last.paths.at(-1)!, one, most)) groups.push({ paths: [one], size });
    else {
      last.paths.push(one);
      last.size += size;
    }
  }
  return groups;
}

function givenUp(path: string, reason: string): PackedReading {
  return packReading(readDocumentFacts(unreadDocument(path, '', { id: 'not-parsed', data: { reason } })));
}

// Ten thousand promises would take longer than what they wait for.
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

const smallest = (shares: readonly string[][]): string[] => shares.reduce((least, one) => (one.length < least.length ? one : least));

const largest = (shares: readonly string[][]): string[] => shares.reduce((most, one) => (one.length > most.length ? one : most));
