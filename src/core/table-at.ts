import type { Table } from './document.ts';

/** The table of a document that begins at `start`; `tables` in the order of the text. */
export function tableAt(tables: readonly Table[], start: number): Table | undefined {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.range.start < start) low = middle + 1;
    else high = middle;
  }
  return tables[low]?.range.start === start ? tables[low] : undefined;
}
