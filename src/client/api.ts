import type { ViewNode } from '../protocol/protocol.ts';

/** What `activate` returns to other extensions. */
export interface Api {
  /** The rows of a view, such as `decisions` or `actions`, as they are drawn where nobody has chosen anything. */
  tree(id: string): Promise<readonly ViewNode[]>;
}
