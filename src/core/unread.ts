/** The files that have come or changed since they were read. One that changes again while it is being read stays among them. */
export class Unread {
  readonly #stamps = new Map<string, number>();
  #latest = 0;

  get size(): number {
    return this.#stamps.size;
  }

  /** Says that the file has to be read; the stamp that comes back is for `settle`. */
  add(path: string): number {
    this.#stamps.set(path, ++this.#latest);
    return this.#latest;
  }

  has(path: string): boolean {
    return this.#stamps.has(path);
  }

  all(): { readonly path: string; readonly stamp: number }[] {
    return [...this.#stamps].map(([path, stamp]) => ({ path, stamp }));
  }

  /** Takes out a file that was read; false where it has changed since the reading began, or somebody else has read it. */
  settle(path: string, stamp: number): boolean {
    return this.#stamps.get(path) === stamp && this.#stamps.delete(path);
  }

  delete(path: string): void {
    this.#stamps.delete(path);
  }
}
