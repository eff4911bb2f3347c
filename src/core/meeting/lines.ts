import type { Root, RootContent } from 'mdast';
import { plainText, rangeOf, type Cell, type Document, type Section, type Table } from '../document.ts';
import { headingKey } from '../headings.ts';
import type { Range } from '../lines.ts';
import { PLACEHOLDER } from '../snippet.ts';
import { tableAt } from '../table-at.ts';

/** One thing that a section of minutes lists: a row of a table, or an item of a list with all that stands in it. */
export interface Line {
  /** Plain text, the header of a table left out. */
  readonly text: string;
  /** What it is called: the first cell, or the beginning of the item. */
  readonly name: string;
  /** Its first line. */
  readonly range: Range;
  readonly table: Table | undefined;
  readonly cells: readonly Cell[];
}

/** The rows and items of a section, but for those that only say that there is nothing, or that nobody has filled in yet. */
export function linesOf({ nodes }: Section, document: Document): Line[] {
  return nodes.flatMap((node, index) => (isNotes(node, nodes[index - 1]) ? [notedLine(nodes[index - 1]!, node, document)] : linesIn(node, document))).filter(({ text, table }) => /[\p{L}\d]/u.test(text) && (table || !isNothing(text)) && !text.includes('{') && !new RegExp(PLACEHOLDER).test(text));
}

// `The alert paged five times.` and a list of notes on it is one thing.
function isNotes(node: RootContent, before: RootContent | undefined): boolean {
  return node.type === 'list' && before?.type === 'paragraph' && !/[:：]$/u.test(plainText(before));
}

function notedLine(paragraph: RootContent, notes: RootContent, document: Document): Line {
  const name = plainText(paragraph);
  return { text: `${name}. ${textOf(notes)}`, name: short(name), range: firstLine(rangeOf(paragraph), document), table: undefined, cells: [] };
}

/** Does a text only say that there is nothing? */
export function isNothing(text: string): boolean {
  return text.length < 200 && /^(?:[\s\-–—.…*_?]*|(?:none|nothing|nil|n\/a|tbd|not applicable|no (?:pages?|paging|changes?|events?|outages?|alerts?)|quiet (?:week|shift))(?![\p{L}\d]).*|[^,;·]{0,40}(?:없음|없다|없습니다|없었음|없었다|미정|해당 사항 없음)[.。]?)$/iu.test(text.trim());
}

/** The cell of a line under the first column whose header matches; undefined where there is no such column. */
export function cellUnder({ table, cells }: Line, header: RegExp): Cell | undefined {
  const column = table ? table.header.findIndex((cell) => header.test(headingKey(cell.text))) : -1;
  return column < 0 ? undefined : (cells[column] ?? { text: '', range: cells.at(-1)!.range });
}

function linesIn(node: RootContent, document: Document): Line[] {
  if (node.type === 'list') {
    return node.children.map((item) => {
      const text = item.children.map((part) => textOf(part)).join('. ');
      return { text, name: short(plainText(item.children[0] ?? item)), range: firstLine(rangeOf(item.children[0] ?? item), document), table: undefined, cells: [] };
    });
  }
  if (node.type !== 'table') return [];
  const { start } = rangeOf(node);
  const table = tableAt(document.tables, start);
  return (table?.rows ?? []).flatMap((cells) => {
    const [first] = cells;
    if (!first || cells.every(({ text }) => isNothing(text))) return [];
    return [{ text: cells.map((cell) => cell.text).join(' | '), name: short(first.text), range: first.range, table, cells }];
  });
}

// The items of a list inside each with an end of their own, so that words do not run together.
function textOf(node: RootContent | Root): string {
  if (node.type !== 'list') return plainText(node);
  return node.children.map((item) => item.children.map((part) => (part.type === 'list' ? plainText(part) : textOf(part))).join('. ')).join('. ');
}

function firstLine({ start, end }: Range, { text }: Document): Range {
  return { start, end: start + /^[^\r\n]*/.exec(text.slice(start, end))![0].length };
}

function short(text: string): string {
  return text.length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}
