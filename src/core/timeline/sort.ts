import type { List, Table as TableNode } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Range } from '../lines.ts';
import type { Placed } from './order.ts';

/** The edits that put the rows of one list or table in the order of time, each moved as a whole; undefined where they cannot be. */
export function sortRows(block: List | TableNode, placed: readonly Placed[], document: Document): readonly Edit[] | undefined {
  const nodes = block.type === 'table' ? block.children.slice(1) : block.children;
  const byNode = new Map(placed.map((one) => [one.row.node, one.at]));
  const slots = nodes.map((node): { readonly range: Range; readonly at: number | undefined } => ({ range: rangeOf(node), at: byNode.get(node) }));
  if (slots.some(({ at }) => at === undefined) || (block.type === 'list' && !canMoveItems(block, document))) return undefined;
  // Array.prototype.sort keeps rows of the same time in their order.
  const sorted = [...slots].sort((one, other) => one.at! - other.at!);
  return slots.flatMap(({ range }, index) => {
    const moved = sorted[index]!.range;
    return moved === range ? [] : [{ range, newText: document.text.slice(moved.start, moved.end) }];
  });
}

// A number would move with its item, and what is open to its end would swallow the next one.
function canMoveItems(list: List, { text, lines }: Document): boolean {
  const columns = new Set(list.children.map((item) => lines.positionAt(rangeOf(item).start).character));
  const isPlain = (node: { readonly type: string; readonly children?: readonly unknown[] }): boolean =>
    (node.type === 'paragraph') || ((node.type === 'list' || node.type === 'listItem') && (node.children as typeof list.children).every(isPlain));
  return !list.ordered && columns.size === 1 && list.children.every((item) => isPlain(item) && !/<!--|```|~~~/.test(text.slice(rangeOf(item).start, rangeOf(item).end)));
}
