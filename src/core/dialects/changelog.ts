import { rangeOf, type Document } from '../document.ts';
import { datesIn, type DateFound } from '../dates.ts';
import type { Range } from '../lines.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { claim, type Claim, type Dialect } from './dialect.ts';
import { linesOf } from './keyed-line.ts';
import { namedSections } from './named-sections.ts';
import { plain } from './source.ts';
import { exactStatus } from './status-words.ts';

/** A list of changes with their dates: the earliest is when the document was begun, and an entry that is only a state is its state. */
export const changelog: Dialect = {
  id: 'changelog',
  read(document, vocabulary) {
    const section = namedSections(document, vocabulary).find((each) => each.section.depth <= 3 && each.roles[0] === 'changelog')?.section;
    if (!section) return [];
    const items = section.nodes
      .flatMap((node) => (node.type === 'list' ? node.children.map((item) => rangeOf(item.children[0] ?? item)) : node.type === 'paragraph' ? linesOf(document.text, rangeOf(node)) : []))
      .slice(0, MOST_ITEMS);
    const rows = document.tables.filter((table) => table.range.start >= section.content.start && table.range.end <= section.content.end).flatMap((table) => table.rows.slice(0, MOST_ITEMS).map((row) => ({ start: row[0]?.range.start ?? 0, end: row.at(-1)?.range.end ?? 0 })));
    const headings = document.sections.filter((each) => each.parent === section).slice(0, MOST_ITEMS).map((each) => each.heading);
    return claimsOfEntries(document, vocabulary, [...items, ...rows, ...headings]);
  },
};

const MOST_ITEMS = 60;

function claimsOfEntries(document: Document, vocabulary: Vocabulary, entries: readonly Range[]): Claim[] {
  const dated = entries.flatMap((range): { date: DateFound; range: Range }[] => {
    const [date] = datesIn(document.text.slice(range.start, Math.min(range.end, range.start + 400)), vocabulary);
    return date ? [{ date, range }] : [];
  });
  const order = dated.find(({ date }) => date.order)?.date.order;
  const settled = dated.map(({ date: { dayFirst, ...date }, range }) => ({ date: { ...date, ...(dayFirst && (order === 'day-first' ? { value: dayFirst } : order === undefined ? { dayFirst } : {})) } as DateFound, range }));
  const [first, ...others] = settled.sort((a, b) => (a.date.value < b.date.value ? -1 : a.date.value > b.date.value ? 1 : 0));
  if (!first) return [];
  const place = (of: { date: DateFound; range: Range }) => ({ start: of.range.start + of.date.start, end: of.range.start + of.date.end });
  const claims = [claim(document, 'changelog', 'date', first.date.value, place(first), 40, { ...(first.date.dayFirst && { dayFirst: first.date.dayFirst }), ...(first.date.order && { order: first.date.order }) })];
  // The others only tell how this repository orders day and month.
  for (const other of others) if (other.date.order) claims.push(claim(document, 'changelog', 'date', other.date.value, place(other), 1, { order: other.date.order }));

  const stated = settled.flatMap(({ date, range }) => {
    const source = document.text.slice(range.start, range.end);
    const words = plain(`${source.slice(0, date.start)} ${source.slice(date.end)}`).replace(/[()（）]/g, ' ');
    for (const part of words.split(/\s[-–—|]\s|[:：]/)) {
      const text = part.replace(/^[\s,;-]+|[\s,;-]+$/g, '');
      const status = exactStatus(text, vocabulary);
      const at = status ? source.indexOf(text) : -1;
      if (status && at >= 0) return [{ status, range: { start: range.start + at, end: range.start + at + text.length } }];
    }
    return [];
  });
  const last = stated.at(-1);
  if (last) claims.push(claim(document, 'changelog', 'status', last.status, last.range, 30));
  return claims;
}
