/** Milliseconds after which a folder that came is visited for the first time, and after twice as long each time that follows. */
const FIRST = 500;
/** Milliseconds after which it is visited no more by itself. */
const LAST = 60 * 60 * 1000;

/**
 * Folders to look at again. VS Code begins to watch a folder when it hears of it: of folders that were made in it by then
 * it hears nothing, nor of what is written into them later, until the window is opened anew.
 */
export class Revisits {
  readonly #visit: (uris: readonly string[]) => void;
  /** With what came when it did: a folder may go and come back. */
  readonly #known = new Map<string, readonly string[]>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(visit: (uris: readonly string[]) => void) {
    this.#visit = visit;
  }

  /** Folders came; whoever visits one visits those in it. */
  came(uris: readonly string[]): void {
    const all = new Set(uris);
    const outermost = uris.filter((uri) => !parentsOf(uri).some((parent) => all.has(parent)));
    if (!outermost.length) return;
    for (const uri of outermost) this.#known.set(uri, outermost);
    this.#later(outermost, FIRST);
  }

  /** What was there is gone. */
  gone(uris: readonly string[]): void {
    for (const uri of uris) this.#known.delete(uri);
  }

  /** Visits all of them now. */
  now(): void {
    if (this.#known.size) this.#visit([...this.#known.keys()]);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#known.clear();
  }

  #later(uris: readonly string[], milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const left = uris.filter((uri) => this.#known.get(uri) === uris);
      if (!left.length) return;
      this.#visit(left);
      if (milliseconds < LAST) this.#later(uris, 2 * milliseconds);
    }, milliseconds);
    this.#timers.add(timer);
  }
}

function parentsOf(uri: string): string[] {
  const parts = uri.split('/');
  return parts.slice(1).map((_, count) => parts.slice(0, count + 1).join('/'));
}
