/** Milliseconds that work waits at least: what was typed at once comes as several messages. */
const LEAST = 2;
/** Milliseconds after which work is not put off any more for what it took the last time. */
const MOST = 300;

interface Paced {
  /** What waits to be done. */
  waiting?: { readonly timer: ReturnType<typeof setTimeout>; readonly least: number } | undefined;
  isRunning: boolean;
  /** Wanted again while it is running. */
  next?: { readonly work: () => Promise<void>; readonly least: number } | undefined;
  /** When it may begin again. */
  rested: number;
}

/** Does work on a thing at once, and then rests as long as that took: what is wanted meanwhile is done once, after the rest. */
export class Pace {
  readonly #paced = new Map<string, Paced>();

  /** `least`: milliseconds that it waits in any case; what waits for less is not put off by it. */
  soon(key: string, work: () => Promise<void>, least = LEAST): void {
    const paced = this.#paced.get(key) ?? { isRunning: false, rested: 0 };
    this.#paced.set(key, paced);
    const waiting = paced.isRunning ? paced.next : paced.waiting;
    if (waiting && waiting.least < least) return;
    if (paced.isRunning) {
      paced.next = { work, least };
      return;
    }
    clearTimeout(paced.waiting?.timer);
    paced.waiting = { least, timer: setTimeout(() => void this.#run(key, paced, work), Math.max(least, paced.rested - Date.now())) };
  }

  /** Does not do what waits. */
  forget(key: string): void {
    const paced = this.#paced.get(key);
    clearTimeout(paced?.waiting?.timer);
    if (paced) paced.next = undefined;
    this.#paced.delete(key);
  }

  stop(): void {
    for (const key of [...this.#paced.keys()]) this.forget(key);
  }

  // `work` never rejects.
  async #run(key: string, paced: Paced, work: () => Promise<void>): Promise<void> {
    const start = Date.now();
    paced.waiting = undefined;
    paced.isRunning = true;
    await work();
    paced.isRunning = false;
    paced.rested = Date.now() + Math.min(MOST, Date.now() - start);
    const { next } = paced;
    paced.next = undefined;
    if (next) this.soon(key, next.work, next.least);
  }
}
