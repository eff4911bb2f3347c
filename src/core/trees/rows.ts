import { say, type Language, type Text } from '../language.ts';
import type { Branch, Grown, TreeNode, WholeNode } from './tree.ts';

/** So many rows are drawn at once without an editor standing still. */
const PART = 500;

const MORE: Text = { en: '{count} more', ko: '{count}개 더 보기' };

/** The rows of a view, one level at a time, of a long one a part at a time: what nobody opens is not made. */
export class Rows {
  readonly #grown: Grown;
  readonly #language: Language;
  readonly #known = new Map<string, Branch>();

  constructor(grown: Grown, language: Language) {
    this.#grown = grown;
    this.#language = language;
    this.#learn(grown.branches);
  }

  /** What is in a row, or the first rows; empty where there is no such row any more. */
  below(id?: string): readonly TreeNode[] {
    const [, of = id, from = '0'] = (id !== undefined && OF_REST.exec(id)) || [];
    const start = Number(from);
    const all = of === undefined || of === '' ? this.#grown.branches : this.#learn(this.#find(of)?.children?.() ?? []);
    const end = all.length - start > PART ? start + PART : all.length;
    const shown = all.slice(start, end).map((branch) => branch.node());
    return end < all.length ? [...shown, this.#rest(`${of ?? ''}${REST}${end}`, all.length - end)] : shown;
  }

  #rest(id: string, count: number): TreeNode {
    const label = say(MORE, this.#language, { count: String(count) });
    return { id, kind: 'group', label, spoken: label, icon: { name: 'ellipsis' }, can: [], holds: 'closed' };
  }

  /** What is said of a row when somebody points at it. */
  tooltip(id: string): readonly string[] {
    return this.#find(id)?.tooltip() ?? [];
  }

  /** A row with all that is in it; none where there is no such row any more. */
  whole(id: string): readonly WholeNode[] {
    const branch = this.#find(id);
    return branch ? wholeOf([branch]) : [];
  }

  node(id: string): TreeNode | undefined {
    return this.#find(id)?.node();
  }

  #find(id: string): Branch | undefined {
    const known = this.#known.get(id);
    if (known) return known;
    // What is left of a long list is no row of the tree, however many are opened to look for it.
    if (OF_REST.test(id)) return undefined;
    // The view was drawn from other rows: those that nobody has opened here are opened one after the other.
    const waiting = [...this.#grown.branches];
    for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
      if (branch.id === id) return branch;
      if (branch.children) waiting.push(...this.#learn(branch.children()));
    }
    return undefined;
  }

  #learn(branches: readonly Branch[]): readonly Branch[] {
    for (const branch of branches) this.#known.set(branch.id, branch);
    return branches;
  }
}

/** Between the id of a row, or nothing, and a number: what it holds from there on. No text of a document has it. */
const REST = '\u0000';
const OF_REST = /^([^\0]*)\0(\d+)$/;

/** All rows as plain data. */
export function wholeOf(branches: readonly Branch[]): WholeNode[] {
  return branches.map((branch) => ({ ...branch.node(), tooltip: branch.tooltip(), ...(branch.children ? { children: wholeOf(branch.children()) } : {}) }));
}
