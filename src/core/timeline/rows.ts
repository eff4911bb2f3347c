import type { List, ListItem, Paragraph, RootContent, Table as TableNode, TableRow } from 'mdast';
import { plainText, rangeOf, type Document, type Section } from '../document.ts';
import { headingKey } from '../headings.ts';
import type { Range } from '../lines.ts';
import { sectionsOf, type Announced } from '../section-roles.ts';
import type { Structure } from '../structure.ts';
import { stampOf, type Stamp } from './stamps.ts';

/** One event of a timeline: a row, an item of a list, a line or a heading that begins with a time. */
export interface Row {
  readonly stamp: Stamp;
  /** The first line of it. */
  readonly range: Range;
  /** Plain text behind the time. */
  readonly text: string;
  /** The list or table that it stands in, where it can be moved as a whole, and which place it has there. */
  readonly block: List | TableNode | undefined;
  readonly node: ListItem | TableRow | undefined;
}

/** Rows that follow one another in time. */
export interface Strand {
  readonly rows: readonly Row[];
}

/** A section that tells what happened when. */
export interface Timeline {
  readonly section: Section;
  /** Several where its sub-sections, or what stands between the rows, begin something else. */
  readonly strands: readonly Strand[];
}

/** The timelines of a document in its order. */
export function timelinesOf(document: Document, seen: Structure | undefined): Timeline[] {
  return sectionsOf('timeline', document, seen).map((one) => ({ section: one.section, strands: strandsOf(one, document) }));
}

function strandsOf({ section, inside }: Announced, document: Document): Strand[] {
  const strands: { readonly rows: Row[] }[] = [{ rows: [] }];
  const take = (nodes: readonly RootContent[], isOfOneRow: boolean): void => {
    for (const node of nodes) {
      const rows = rowsOf(node, document);
      if (!rows.length && !isOfOneRow && isCaption(node)) strands.push({ rows: [] });
      else strands.at(-1)!.rows.push(...rows);
    }
  };
  take(section.nodes, false);
  for (const one of inside) {
    const stamp = stampOf(one.title);
    if (!stamp) strands.push({ rows: [] });
    else strands.at(-1)!.rows.push({ stamp, range: one.heading, text: one.title.slice(stamp.length), block: undefined, node: undefined });
    take(one.nodes, stamp !== undefined);
  }
  return strands.filter(({ rows }) => rows.length > 0);
}

// A few words between the rows name another day (`4/24/23`, `The next morning`), or another part of the system.
function isCaption(node: RootContent): boolean {
  return node.type === 'paragraph' && rangeOf(node).end - rangeOf(node).start <= 60;
}

function rowsOf(node: RootContent, document: Document): Row[] {
  if (node.type === 'table') return tableRows(node);
  if (node.type === 'list') return node.children.flatMap((item) => itemRows(item, node, document));
  return node.type === 'paragraph' ? lineRows(node, document) : [];
}

// A list below a mere date tells of that day.
function itemRows(item: ListItem, list: List, document: Document): Row[] {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return [];
  const words = plainText(first);
  const stamp = stampOf(words);
  if (!stamp) return [];
  const row: Row = { stamp, range: firstLine(rangeOf(first), document), text: words.slice(stamp.length), block: list, node: item };
  const inner = stamp.minutes === undefined ? others.filter((one) => one.type === 'list') : [];
  return [row, ...inner.flatMap((one) => one.children.flatMap((nested) => {
    const [paragraph] = nested.children;
    const text = paragraph?.type === 'paragraph' ? plainText(paragraph) : '';
    const own = stampOf(text);
    return own ? [{ stamp: own, range: firstLine(rangeOf(paragraph!), document), text: text.slice(own.length), block: one, node: nested }] : [];
  }))];
}

function lineRows(paragraph: Paragraph, { text }: Document): Row[] {
  const { start, end } = rangeOf(paragraph);
  const rows: Row[] = [];
  for (const line of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const words = line[0].replace(/[*_`]|<br ?\/?>|\\$/g, '').trimStart();
    const stamp = stampOf(words);
    if (stamp) rows.push({ stamp, range: { start: start + line.index, end: start + line.index + line[0].trimEnd().length }, text: words.slice(stamp.length), block: undefined, node: undefined });
  }
  return rows;
}

const TIME = /^(?:date|day|weekday|time|times|when|timestamp|at|시각|시간|일시|날짜|일자|요일|時刻|時間|日時|日付|时间|zeit|uhrzeit|datum|hora|fecha|heure|date and time|date\/time|start|start time|started)(?:$|[ (/,])/u;

// The time may be spread over the first columns: the weekday, the day, the time.
function tableRows(table: TableNode): Row[] {
  const [header, ...rows] = table.children;
  const named = (header?.children ?? []).findIndex((cell) => TIME.test(headingKey(plainText(cell))));
  return rows.flatMap((row) => {
    const cells = row.children.map((cell) => plainText(cell));
    const first = Math.max(0, named);
    const head = cells.slice(first, first + 3).map((cell) => cell.slice(0, 60));
    const stamp = joined(head);
    if (!stamp) return [];
    return [{ stamp, range: rangeOf(row), text: cells.join(' '), block: table, node: row }];
  });
}

function joined(cells: readonly string[]): Stamp | undefined {
  const alone = stampOf(cells[0] ?? '');
  if (alone?.minutes !== undefined) return alone;
  for (let count = cells.length; count > 1; count--) {
    const all = stampOf(cells.slice(0, count).join(' '));
    if (all?.minutes !== undefined && all.length >= cells.slice(0, count - 1).join(' ').length) return all;
  }
  return alone;
}

function firstLine({ start, end }: Range, { text }: Document): Range {
  const length = /^[^\r\n]*/.exec(text.slice(start, end))![0].length;
  return { start, end: start + length };
}
