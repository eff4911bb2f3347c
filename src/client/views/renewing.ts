import type { CancellationToken } from 'vscode';

/** Cancels one request; VS Code's `CancellationTokenSource`. */
export interface Cancelling {
  readonly token: CancellationToken;
  cancel(): void;
  dispose(): void;
}

/**
 * The requests of one view that are not answered yet. One that is of no use any more is cancelled and made anew, and whoever
 * waits for it gets the new answer: VS Code would go on showing what a cancelled one is answered with.
 */
export class Renewing {
  readonly #create: () => Cancelling;
  readonly #asked = new Set<Cancelling>();
  #isResting = false;
  #waking: (() => void)[] = [];

  constructor(create: () => Cancelling) {
    this.#create = create;
  }

  /** What `request` is answered at last; it is called again each time it was cancelled. */
  async ask<T>(request: (token: CancellationToken) => Promise<T>): Promise<T> {
    for (;;) {
      const one = this.#create();
      this.#asked.add(one);
      try {
        const answer = await request(one.token);
        // What was under way when it was cancelled is the answer to what nobody asks any more.
        if (!one.token.isCancellationRequested) return answer;
      } catch (error) {
        if (!one.token.isCancellationRequested) throw error;
      } finally {
        this.#asked.delete(one);
        one.dispose();
      }
      if (this.#isResting) await new Promise<void>((resolve) => this.#waking.push(resolve));
    }
  }

  /** What is asked for is wanted in another way now. */
  renew(): void {
    for (const one of this.#asked) one.cancel();
  }

  /** Nobody sees the view: what is asked for is asked again when it wakes. */
  rest(): void {
    this.#isResting = true;
    this.renew();
  }

  wake(): void {
    this.#isResting = false;
    for (const resolve of this.#waking.splice(0)) resolve();
  }
}
