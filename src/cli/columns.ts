import { cut, pad, widthOf, type Paint, type Style } from './display.ts';

/** One cell: its text, and how it is drawn. */
export interface Cell {
  readonly text: string;
  readonly styles?: readonly Style[];
}

export interface Column {
  /** No narrower than this, unless that is all it needs; undefined: it is never cut. */
  readonly least?: number;
  /** How much of the room it gets beside the others that are cut; 1 where nothing is said. */
  readonly share?: number;
  /** Where it is cut. */
  readonly cutAt?: 'start' | 'end';
  /** Where the terminal is too narrow for all, the column with the highest number goes first; undefined: it stays. */
  readonly drop?: number;
}

const GAP = 2;

/** Lines up rows by the width that their texts take on a screen, no wider than `width` where that can be. */
export function layOut(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number | undefined, paint: Paint): string[] {
  const natural = columns.map((_, index) => rows.reduce((most, row) => Math.max(most, widthOf(row[index]?.text ?? '')), 0));
  const widths = width === undefined ? natural : fitted(columns, natural, width);
  const shown = widths.flatMap((one, index) => (one > 0 ? [index] : []));
  return rows.map((row) =>
    shown.map((index, place) => {
      const { text = '', styles = [] } = row[index] ?? {};
      const short = cut(text, widths[index]!, columns[index]!.cutAt);
      const painted = styles.length && short ? paint(short, ...styles) : short;
      return place === shown.length - 1 ? painted : painted + pad('', widths[index]! - widthOf(short) + GAP);
    }).join('').trimEnd(),
  );
}

// The column that is widest for its share gives what it can; when none can, a column that may be dropped goes.
function fitted(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, one) => sum + (one > 0 ? one + GAP : 0), -GAP);
  while (total() > width) {
    const weights = columns.map(({ least, share = 1 }, index) => (least === undefined || widths[index]! <= least ? 0 : widths[index]! / share));
    const widest = weights.reduce((best, one, index) => (one > (best < 0 ? 0 : weights[best]!) ? index : best), -1);
    if (widest >= 0) {
      widths[widest]!--;
      continue;
    }
    const dropped = columns.reduce((best, column, index) => (widths[index]! > 0 && (column.drop ?? 0) > (best < 0 ? 0 : columns[best]!.drop!) ? index : best), -1);
    if (dropped < 0) return widths;
    widths[dropped] = 0;
    columns.forEach((column, index) => {
      if (column.least !== undefined && widths[index]! > 0) widths[index] = natural[index]!;
    });
  }
  return widths;
}
