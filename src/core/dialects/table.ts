import { rangeOf, type Cell, type Document, type Table } from '../document.ts';
import { datesIn } from '../dates.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfField } from './field.ts';
import { headBlocks } from './head.ts';
import { namedSections } from './named-sections.ts';
import { statusIn } from './status-words.ts';

/** A Markdown table under the title or under a heading "Status": keys in its first row or in its first column; of a history of states the latest row. */
export const table: Dialect = {
  id: 'table',
  read(document, vocabulary) {
    if (!document.tables.length) return [];
    const statuses = namedSections(document, vocabulary).filter(({ section, roles }) => section.depth <= 3 && roles.includes('status')).flatMap(({ section }) => section.nodes);
    const places = new Set([...headBlocks(document, vocabulary), ...statuses].filter((block) => block.type === 'table').map((block) => rangeOf(block).start));
    return document.tables.filter((each) => places.has(each.range.start)).flatMap((each) => claimsOfTable(document, vocabulary, each));
  },
};

function claimsOfTable(document: Document, vocabulary: Vocabulary, { header, rows }: Table): Claim[] {
  const known = (cell: Cell | undefined) => cell !== undefined && fieldRoles(cell.text, vocabulary).length > 0;
  const across = header.filter(known).length;
  const down = [header, ...rows].filter((row) => known(row[0])).length;
  if (across >= 2 && across >= down && rows.length === 1) return pairs(document, vocabulary, header.map((key, column) => [key, rows[0]![column]]));
  const latest = across >= 2 && rows.length > 1 ? latestRow(vocabulary, header, rows) : undefined;
  if (latest) return pairs(document, vocabulary, header.map((key, column) => [key, latest[column]]));
  if (down >= 2 || (down === 1 && rows.length <= 2)) return pairs(document, vocabulary, [header, ...rows].slice(0, MOST_ROWS).map((row) => [row[0], row[1]]));
  return across >= 1 && rows.length === 1 ? pairs(document, vocabulary, header.map((key, column) => [key, rows[0]![column]])) : [];
}

// Rows of states with their days.
function latestRow(vocabulary: Vocabulary, header: readonly Cell[], rows: Table['rows']): readonly Cell[] | undefined {
  const roles = header.map((cell) => fieldRoles(cell.text, vocabulary));
  const status = roles.findIndex((each) => each.includes('status'));
  const date = roles.findIndex((each) => each.some((role) => DATES.has(role)));
  if (status < 0 || date < 0) return undefined;
  let latest: { readonly day: string; readonly row: readonly Cell[] } | undefined;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const day = row[date] && datesIn(row[date].text, vocabulary)[0]?.value;
    if (!day || !row[status] || !statusIn(row[status].text, vocabulary)) return undefined;
    if (!latest || day >= latest.day) latest = { day, row };
  }
  return latest?.row;
}

const DATES: ReadonlySet<FieldRole> = new Set<FieldRole>(['date', 'created', 'decided', 'updated', 'started']);
const MOST_ROWS = 40;

function pairs(document: Document, vocabulary: Vocabulary, cells: readonly (readonly [Cell | undefined, Cell | undefined])[]): Claim[] {
  return cells.flatMap(([key, value]) => (key && value ? claimsOfField(document, vocabulary, 'table', { key: key.text, value: value.range }, 86) : []));
}
