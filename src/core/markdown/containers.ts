import type { Blockquote, List, ListItem, RootContent } from 'mdast';
import { Code, isBlank, isDigit } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Points } from './points.ts';

/** The end of a line, and its number. */
export interface Mark {
  readonly line: number;
  readonly end: number;
}

interface Open {
  /** The last line with anything in it but white space: a quote's mark counts, wherever it stands. */
  marked: Mark;
  /** The last empty line that belongs to the container itself and to nothing inside it; 0 where there is none. */
  blank: number;
}

export interface OpenQuote extends Open {
  readonly type: 'quote';
  readonly node: Blockquote;
}

export interface OpenList extends Open {
  readonly type: 'list';
  readonly node: List;
  item: ListItem;
  readonly marker: number;
  /** Columns by which a line must be indented to belong to the item. */
  size: number;
  /** Is the item's first line empty so far, and the next one too? */
  initialBlank: boolean;
  furtherBlank: boolean;
  /** The last line with content of the item, or the mark of a quote inside it. */
  solid: Mark;
  /** The line of the item's own mark. */
  itemLine: number;
}

export type Container = OpenQuote | OpenList;

/** The children of the node that a container adds to. */
export function childrenOf(container: Container): RootContent[] {
  return (container.type === 'quote' ? container.node : container.item).children;
}

/** What stands before an item's text. */
export interface ItemPrefix {
  readonly marker: number;
  readonly start: number;
  /** The number of an ordered item. */
  readonly value: number | null;
  readonly size: number;
  readonly isBlank: boolean;
}

/** Takes the mark of a list item; where there is none, or not one of `marker`, nothing is taken. In a paragraph fewer marks begin a list. */
export function takeItemPrefix(cursor: Cursor, indent: number, marker: number | undefined, interrupts: boolean): ItemPrefix | undefined {
  const { text, end } = cursor;
  if (cursor.pending > 0) return undefined;
  const start = cursor.at;
  const code = start < end ? text.charCodeAt(start) : -1;
  let width = 1;
  let value: number | null = null;
  let found = code;
  if (code === Code.dash || code === Code.star || code === Code.plus) {
    if (marker !== undefined && marker !== code) return undefined;
    if (code !== Code.plus && isThematicBreak(text, start, end)) return undefined;
  } else if (isDigit(code)) {
    if (interrupts && code !== Code.one) return undefined;
    while (width < 10 && isDigit(text.charCodeAt(start + width))) width++;
    found = start + width < end ? text.charCodeAt(start + width) : -1;
    if (width > 9 || (interrupts && width > 1) || (marker === undefined ? found !== Code.dot && found !== Code.close : found !== marker)) return undefined;
    value = Number.parseInt(text.slice(start, start + width), 10);
    width++;
  } else {
    return undefined;
  }
  const after = start + width;
  if (cursor.isBlankFrom(after)) {
    if (interrupts) return undefined;
    cursor.take(width);
    return { marker: found, start, value, size: indent + 1 + width, isBlank: true };
  }
  if (!isBlank(text.charCodeAt(after))) return undefined;
  cursor.take(width);
  const place = cursor.save();
  let spaces = cursor.skip(5);
  if (spaces > 4) {
    cursor.restore(place);
    spaces = cursor.skip(1);
  }
  return { marker: found, start, value, size: indent + width + spaces, isBlank: false };
}

export function isThematicBreak(text: string, at: number, end: number): boolean {
  const marker = text.charCodeAt(at);
  let size = 0;
  for (let index = at; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === marker) size++;
    else if (!isBlank(code)) return false;
  }
  return size >= 3;
}

/** Opens the list that an item begins. */
export function openList(prefix: ItemPrefix, line: Mark, points: Points): OpenList {
  const item = itemAt(prefix, points);
  const node: List = { type: 'list', ordered: prefix.value !== null, start: prefix.value, spread: false, children: [item], position: points.between(prefix.start, prefix.start) };
  return { type: 'list', node, item, marker: prefix.marker, size: prefix.size, initialBlank: prefix.isBlank, furtherBlank: false, marked: line, solid: line, itemLine: line.line, blank: 0 };
}

/** Ends the item of a list and begins the next one. */
export function nextItem(list: OpenList, prefix: ItemPrefix, line: Mark, points: Points, isSwallowed: boolean, prefixEnd: number): void {
  // An unclosed block took the line ending before the mark: micromark then lets the item end behind the mark.
  points.end(list.item, isSwallowed ? prefixEnd : list.solid.end);
  if (!isSwallowed && line.line - list.solid.line >= 2) list.node.spread = true;
  list.item = itemAt(prefix, points);
  list.node.children.push(list.item);
  Object.assign(list, { size: prefix.size, initialBlank: prefix.isBlank, furtherBlank: false, marked: line, solid: line, itemLine: line.line, blank: 0 });
}

/** Ends a container; `end` is where, unless it ends with its last marked line. */
export function closeContainer(container: Container, points: Points, end: number | undefined, swallowed: number | undefined): void {
  const at = end ?? swallowed ?? container.marked.end;
  points.end(container.node, at);
  if (container.type !== 'list') return;
  const { marked, solid } = container;
  points.end(container.item, swallowed === undefined && marked.line > solid.line ? solid.end : at);
  if (swallowed === undefined && marked.line - solid.line >= 2) container.node.spread = true;
}

function itemAt({ start }: ItemPrefix, points: Points): ListItem {
  return { type: 'listItem', spread: false, checked: null, children: [], position: points.between(start, start) };
}
