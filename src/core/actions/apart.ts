import type { Range } from '../lines.ts';

/** Those of `read` that do not begin inside of one in `known`, in the order of the text. */
export function apart<Item extends { readonly range: Range }>(read: readonly Item[], known: readonly Item[]): Item[] {
  const inOrder = (a: Item, b: Item): number => a.range.start - b.range.start;
  const places = [...known].sort(inOrder);
  let at = 0;
  return [...read].sort(inOrder).filter(({ range }) => {
    while (at < places.length && places[at]!.range.end <= range.start) at++;
    const next = places[at];
    return !next || next.range.start > range.start;
  });
}
