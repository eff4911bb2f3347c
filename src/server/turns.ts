/** Lets work on the same thing wait for its turn; work on different things goes on side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Starts when all earlier work on `key` has ended, however it ended. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const ended = turn.then(() => {}, () => {}).then(() => {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    });
    this.#last.set(key, ended);
    return turn;
  }
}
