import type * as vscode from 'vscode';
import type { Choices, ViewNode } from '../../protocol/protocol.ts';
import type { TreeName } from './names.ts';

/** So many rows of a list are kept, of so many lists: what a view shows without being scrolled. */
const ROWS = 20;
const LISTS = 4;

/** Milliseconds without a drawing after which it is kept. */
const PAUSE = 5000;

interface Drawn {
  /** How the view was wanted. */
  readonly choices: string;
  /** By the id of the row that they are in; empty for the first ones. */
  readonly lists: Readonly<Record<string, readonly ViewNode[]>>;
}

/** The first rows of a view as it was drawn last in this workspace: they stand there until the documents have been read. */
export class EarlierRows implements vscode.Disposable {
  readonly #kept: Pick<vscode.Memento, 'get' | 'update'>;
  readonly #key: string;
  #drawn: Drawn | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: Pick<vscode.Memento, 'get' | 'update'>, tree: TreeName) {
    this.#kept = kept;
    this.#key = `rows.${tree}`;
  }

  /** None where the view is wanted in another way now. */
  of(choices: Choices, below = ''): readonly ViewNode[] {
    const known = this.#kept.get<Drawn>(this.#key);
    return known?.choices === JSON.stringify(choices) ? (known.lists[below] ?? []) : [];
  }

  /** Keeps the rows that were just drawn, after a pause. */
  keep(choices: Choices, below = '', nodes: readonly ViewNode[] = []): void {
    const lists = below === '' ? {} : this.#drawn?.lists;
    if (!lists || Object.keys(lists).length >= LISTS) return;
    this.#drawn = { choices: JSON.stringify(choices), lists: { ...lists, [below]: nodes.slice(0, ROWS) } };
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      if (JSON.stringify(this.#drawn) !== JSON.stringify(this.#kept.get(this.#key))) void this.#kept.update(this.#key, this.#drawn);
    }, PAUSE);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
  }
}
