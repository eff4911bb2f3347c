import type { ViewNode } from '../protocol/protocol.ts';

/** What `activate` returns to other extensions. */
export interface Api {
  /** The rows of a view, `decisions` or `actions`, as they are drawn. */
  tree(id: string): Promise<ViewNode[]>;
}
