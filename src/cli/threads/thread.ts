import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadData, ThreadOrder } from './serve.ts';

/** Milliseconds in which a thread must be up. */
const START = 20_000;

/** Room for young objects, in MB: more of it saves no time. */
const YOUNG = 4;

/** What became of one order: its answer, why the thread failed at it, or that it was never begun. */
export type Outcome = ThreadAnswer | { readonly failed: string } | { readonly undone: true };

interface Waiting {
  readonly patience: number;
  readonly settle: (outcome: Outcome) => void;
}

/** One thread and the orders that it has been given; it answers them in turn. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #late: NodeJS.Timeout | undefined;
  #isOver = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: ThreadAnswer) => this.#settleFirst(answer));
    worker.on('error', (error) => this.#fail(error.message));
    worker.on('exit', (code) => this.#fail(`the thread ended with ${code}`));
  }

  /** Undefined where the thread does not even start. */
  static async start(program: URL, data: ThreadData): Promise<Thread | undefined> {
    const worker = new Worker(program, { workerData: data, stdout: true, stderr: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    const thread = new Thread(worker);
    const first = await thread.#next(START);
    if ('ready' in first) return thread;
    await thread.end();
    return undefined;
  }

  /** Orders may be given before others are answered; `patience` is in milliseconds and begins with the answer before. */
  ask(order: ThreadOrder, patience: number): Promise<Outcome> {
    if (this.#isOver) return Promise.resolve({ undone: true });
    this.#worker.postMessage(order);
    return this.#next(patience);
  }

  /** It may go on, but keeps the process up no longer. */
  rest(): void {
    this.#worker.unref();
  }

  wake(): void {
    this.#worker.ref();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  async end(): Promise<void> {
    this.#fail('the thread was ended');
    await this.#worker.terminate();
  }

  #next(patience: number): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ patience, settle });
      if (this.#waiting.length === 1) this.#watch();
    });
  }

  #watch(): void {
    clearTimeout(this.#late);
    const [first] = this.#waiting;
    if (!first) return;
    this.#late = setTimeout(() => {
      this.#fail(`it took longer than ${Math.round(first.patience / 100) / 10} s`);
      void this.#worker.terminate();
    }, first.patience);
  }

  #settleFirst(outcome: Outcome): void {
    const first = this.#waiting.shift();
    this.#watch();
    first?.settle(outcome);
  }

  // What it was at is what it failed at; the rest was not begun.
  #fail(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const [first, ...others] = this.#waiting.splice(0);
    clearTimeout(this.#late);
    first?.settle({ failed: reason });
    for (const other of others) other.settle({ undone: true });
  }
}
