import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { Code, isBlank } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { rangeOf, type Points } from './points.ts';

/** How many cells a line has when it is read as the head of a table; 0 where it can be none. */
export function headCells(text: string, from: number, end: number): number {
  let size = 0;
  let parts = text.charCodeAt(from) === Code.bar ? 0 : 1;
  let seen = parts === 1;
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    parts++;
    if (seen) {
      seen = false;
      size++;
    }
    if (code === Code.bar) {
      seen = true;
      at++;
    } else {
      at = dataEnd(text, at, end);
    }
  }
  return parts > 1 ? size : 0;
}

/** The alignments that the line below a head of `size` cells gives them; undefined where it is no such line. */
export function delimiterRow(cursor: Cursor, size: number): AlignType[] | undefined {
  const place = cursor.save();
  cursor.skip(3);
  const row = cursor.text.slice(cursor.at, cursor.pending > 0 ? cursor.at : cursor.end);
  cursor.restore(place);
  if (!/^[|:-]/.test(row) || !/[|:]/.test(row)) return undefined;
  const cells = row.replace(/^\|/, '').replace(/\|[ \t]*$/, '').split('|');
  if (cells.length !== size) return undefined;
  const align: AlignType[] = [];
  for (const cell of cells) {
    const found = /^[ \t]*(:?)-+(:?)[ \t]*$/.exec(cell);
    if (!found) return undefined;
    align.push(found[1] ? (found[2] ? 'center' : 'left') : found[2] ? 'right' : null);
  }
  return align;
}

/** A row and, for each cell that is not empty, the range of its text. */
export interface Row {
  readonly node: TableRow;
  readonly texts: readonly { readonly cell: TableCell; readonly start: number; readonly end: number }[];
}

/** Reads a line as a row of a table; `from` is its first character that is no white space. */
export function tableRow(text: string, from: number, end: number, points: Points): Row {
  const cells: TableCell[] = [];
  const texts: { cell: TableCell; start: number; end: number }[] = [];
  const add = (start: number, stop: number, first: number, last: number): void => {
    const cell: TableCell = { type: 'tableCell', children: [], position: points.between(start, stop) };
    cells.push(cell);
    if (last > first) texts.push({ cell, start: first, end: last });
  };
  let start = from;
  let first = -1;
  let last = -1;
  let isFirstBar = text.charCodeAt(from) === Code.bar;
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
    } else if (code === Code.bar) {
      if (!isFirstBar) {
        add(start, at, first, last);
        start = at;
        first = last = -1;
      }
      isFirstBar = false;
      at++;
    } else {
      if (first < 0) first = at;
      last = at = dataEnd(text, at, end);
    }
  }
  if (first >= 0) add(start, end, first, last);
  else if (cells.length > 0) points.end(cells.at(-1)!, end);
  else add(start, end, -1, -1);
  return { node: { type: 'tableRow', children: cells, position: points.between(from, end) }, texts };
}

/** A table that so far has its head alone. */
export function tableOf(align: AlignType[], head: Row, end: number, points: Points): Table {
  return { type: 'table', align, children: [head.node], position: points.between(rangeOf(head.node).start, end) };
}

function dataEnd(text: string, at: number, end: number): number {
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === Code.bar || isBlank(code)) break;
    at++;
    if (code === Code.backslash && at < end && (text.charCodeAt(at) === Code.backslash || text.charCodeAt(at) === Code.bar)) at++;
  }
  return at;
}
