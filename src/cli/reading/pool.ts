import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { unreadDocument } from '../../core/document.ts';
import { readDocumentFacts, type Reading } from '../../core/reading.ts';
import type { ReadMany } from '../../core/workspace.ts';
import type { ThreadData, ThreadMessage } from './thread.ts';

export interface PoolOptions {
  /** The program of a reading thread. */
  readonly program: URL;
  /** The absolute folder from which paths count. */
  readonly root: string;
  readonly threads?: number;
  /** Milliseconds that one file may take. */
  readonly patience?: number;
  /** Bytes below which threads cost more than they save. */
  readonly worthwhile?: number;
}

/** Milliseconds in which a thread must be up. */
const START = 20_000;

/** A syntax tree is large and short-lived: room for young objects, in MB, saves a fifth of the time. */
const YOUNG = 192;

/** Reads documents in several threads at once. A file that kills its thread or takes too long is given up, alone. */
export function readInThreads({ program, root, threads = Math.min(4, availableParallelism()), patience = 10_000, worthwhile = 2_000_000 }: PoolOptions): ReadMany {
  return async (paths, receive, signal) => {
    const sized = await Promise.all(paths.map(async (one) => ({ path: one, size: await sizeOf(path.join(root, ...one.split('/'))) })));
    if (threads < 2 || sized.reduce((sum, { size }) => sum + size, 0) < worthwhile) return;
    // The largest ones first, so that no thread is left with one at the end.
    const waiting = sized.sort((a, b) => a.size - b.size).map((one) => one.path);
    await Promise.all(Array.from({ length: threads }, () => work()));

    async function work(): Promise<void> {
      let thread: Thread | undefined;
      try {
        while (waiting.length && !signal?.aborted) {
          // A thread that does not even start leaves its share to the others and to the caller.
          thread ??= await Thread.start(program, { root });
          if (!thread) return;
          const next = waiting.pop();
          if (next === undefined) return;
          const answer = await thread.read(next, patience);
          if ('reading' in answer) receive(answer.reading);
          else {
            await thread.end();
            thread = undefined;
            receive(givenUp(next, answer.failed));
          }
        }
      } finally {
        await thread?.end();
      }
    }
  };
}

function givenUp(path: string, reason: string): Reading {
  return readDocumentFacts(unreadDocument(path, '', { id: 'not-parsed', data: { reason } }));
}

const sizeOf = (file: string): Promise<number> => stat(file).then((stats) => stats.size, () => 0);

type Answer = { readonly reading: Reading } | { readonly failed: string };

// One thread and the file it is reading.
class Thread {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
    // One that fails while nobody waits for it is found out by the next who does.
    worker.on('error', () => {});
  }

  static async start(program: URL, data: ThreadData): Promise<Thread | undefined> {
    const worker = new Worker(program, { workerData: data, stdout: true, stderr: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    const thread = new Thread(worker);
    const first = await thread.#next(START);
    if ('message' in first && 'ready' in first.message) return thread;
    await thread.end();
    return undefined;
  }

  async read(path: string, patience: number): Promise<Answer> {
    this.#worker.postMessage(path);
    const next = await this.#next(patience);
    if ('failed' in next) return next;
    return 'reading' in next.message ? next.message : { failed: 'the thread is out of step' };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #next(patience: number): Promise<{ readonly message: ThreadMessage } | { readonly failed: string }> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      const settle = (result: Parameters<typeof resolve>[0]): void => {
        clearTimeout(late);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(result);
      };
      const onMessage = (message: ThreadMessage): void => settle({ message });
      const onError = (error: Error): void => settle({ failed: error.message });
      const onExit = (code: number): void => settle({ failed: `the thread ended with ${code}` });
      const late = setTimeout(() => settle({ failed: `it took longer than ${Math.round(patience / 100) / 10} s` }), patience);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }
}
