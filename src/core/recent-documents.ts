import type { Document } from './document.ts';

/** Parsed documents, the latest of them, up to so many characters: linting needs again what the index just read. */
export class RecentDocuments {
  readonly #most: number;
  readonly #documents = new Map<string, Document>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Would another one drive out what is kept? */
  get isFull(): boolean {
    return this.#size >= this.#most;
  }

  get(path: string): Document | undefined {
    return this.#documents.get(path);
  }

  set(path: string, document: Document): void {
    this.delete(path);
    this.#documents.set(path, document);
    this.#size += document.text.length;
    for (const oldest of this.#documents.keys()) {
      if (this.#size <= this.#most || oldest === path) break;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    this.#size -= this.#documents.get(path)?.text.length ?? 0;
    this.#documents.delete(path);
  }
}
