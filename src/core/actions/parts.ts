import type { ListItem } from 'mdast';
import type { Document } from '../document.ts';
import { rangeOf } from '../document.ts';
import type { Action } from '../entry.ts';
import { LIST_LABEL } from './accountable.ts';
import { listItemsOf } from './list-items.ts';

/** Those of `items` that have to say for themselves who does them: no parts of one that somebody has, and no heads of a list. */
export function standingAlone(items: readonly Action[], document: Document): readonly Action[] {
  if (!items.length) return items;
  const starts = new Map(items.map((action) => [action.range.start, action]));
  const left = new Set<number>();
  let coveredTo = 0;
  for (const node of listItemsOf(document)) {
    const { start, end } = rangeOf(node);
    if (start < coveredTo) left.add(start);
    else if (node.children.some((child) => child.type === 'list')) {
      const own = starts.get(start);
      if (own?.owners.length || namesSomebody(node, document)) coveredTo = end;
      else if (own && (own.done === null || MENTION.test(document.text.slice(own.range.end, Math.min(end, own.range.end + MOST))))) left.add(start);
    }
  }
  return items.filter(({ range }) => !left.has(range.start));
}

const MENTION = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}]/u;
const MOST = 4000;

// By a name, or by a label of which the list is the rest.
function namesSomebody(item: ListItem, { text }: Document): boolean {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return false;
  const { start, end } = rangeOf(first);
  const written = text.slice(start, Math.min(end, start + MOST));
  return MENTION.test(written) || (/[:：][\s*_]*$/.test(written) && !LIST_LABEL.test(written));
}
