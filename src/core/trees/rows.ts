import type { Branch, Grown, TreeNode, WholeNode } from './tree.ts';

/** The rows of a view, one level at a time: what nobody opens is not made. */
export class Rows {
  readonly #grown: Grown;
  readonly #known = new Map<string, Branch>();

  constructor(grown: Grown) {
    this.#grown = grown;
    this.#learn(grown.branches);
  }

  /** What is in a row, or the first rows; empty where there is no such row any more. */
  below(id?: string): readonly TreeNode[] {
    if (id === undefined) return this.#grown.branches.map((branch) => branch.node());
    return this.#learn(this.#find(id)?.children?.() ?? []).map((branch) => branch.node());
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

/** All rows as plain data. */
export function wholeOf(branches: readonly Branch[]): WholeNode[] {
  return branches.map((branch) => ({ ...branch.node(), tooltip: branch.tooltip(), ...(branch.children ? { children: wholeOf(branch.children()) } : {}) }));
}
