import type { List, ListItem, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { innermost } from '../actions/titles.ts';
import { isFrontPage } from '../dialects/file-name.ts';
import { linesOf } from '../dialects/keyed-line.ts';
import { rangeOf, type Document, type Section } from '../document.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';
import type { Range } from '../lines.ts';
import type { Link } from '../links.ts';
import { folderOf, isMarkdownPath, resolvePath } from '../paths.ts';
import { stemOf } from '../titles.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';

/** One line of an index: an item of a list, or a row of a table. */
export interface Row {
  /** The item without its children, or the row. */
  readonly range: Range;
  /** With the children of the item: where the next row can begin. */
  readonly end: number;
  /** The parts that are compared with other rows: the item itself, or the cells. */
  readonly cells: readonly Range[];
  readonly link: Link | undefined;
  /** The record that the link leads to. */
  readonly entry: Entry | undefined;
  /** Where the link leads, if nothing is there. */
  readonly gone: string | undefined;
}

/** A list or table of records. */
export interface Region {
  readonly kind: 'list' | 'table';
  /** Titles of the columns; empty for a list. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** The section it stands in. */
  readonly section: Section | undefined;
}

/** A stretch between two comments that is kept by a program: `<!-- docket:index -->` … `<!-- /docket:index -->`. */
export interface Marked {
  readonly style: 'docket' | 'other';
  /** What stands behind the marker's name: a folder. */
  readonly folder: string | undefined;
  readonly range: Range;
}

const INDEX_COLUMNS: ReadonlySet<FieldRole> = new Set(['status', 'number', 'decided', 'created', 'date']);

/** The lists and tables of a document whose rows link to records. */
export function regionsOf(document: Document, at: (path: string) => Entry | undefined, vocabulary: Vocabulary, within?: Range): Region[] {
  const inside = ({ start, end }: Range): boolean => within === undefined || (start >= within.start && end <= within.end);
  const sectionOf = (start: number): Section | undefined => innermost(document.sections, start - 1);
  const regions: Region[] = [];
  visit(document.tree, 'list', (list: List) => {
    const range = rangeOf(list);
    if (inside(range)) regions.push({ kind: 'list', header: [], rows: list.children.flatMap((item) => rowOfItem(document, item, at) ?? []), section: sectionOf(range.start) });
  });
  for (const table of document.tables) {
    if (!inside(table.range)) continue;
    const lines = linesOf(document.text, table.range);
    let next = 0;
    const rows = table.rows.flatMap((cells) => {
      const start = cells[0]?.range.start;
      if (start === undefined) return [];
      // Both stand in the order of the text.
      while (next < lines.length && lines[next]!.end < start) next++;
      const line = lines[next];
      return line && line.start <= start ? [{ ...rowOf(document, line, cells.map((cell) => placeOf(document, cell.range)), at), end: line.end }] : [];
    });
    regions.push({ kind: 'table', header: table.header.map((cell) => cell.text), rows, section: sectionOf(table.range.start) });
  }
  const isIndex = ({ rows, header }: Region): boolean => {
    const records = rows.filter((row) => row.entry !== undefined).length;
    // One record is enough where the columns are those of an index.
    const isOfRecords = within !== undefined || header.some((title) => fieldRoles(title, vocabulary).some((role) => INDEX_COLUMNS.has(role)));
    return records >= (isOfRecords ? 1 : 2) && records * 2 >= rows.length;
  };
  return regions.filter(isIndex).sort((a, b) => a.rows[0]!.range.start - b.rows[0]!.range.start);
}

const BEGIN = /^<!--\s*(?:(docket:index)(?:[ \t]+([^\s>]+))?|adrlog|(?:begin|start)[-_ :]?(?:adr|decision|record|rfc)s?[-_ ]?(?:index|log|list|toc|table)|(?:adr|decision|record|rfc)s?[-_ :]?(?:index|log|list|toc|table)(?:[-_ :]?(?:begin|start))?)\s*-->/i;
const END = /^<!--\s*(?:\/?\s*docket:index(?:[-_ :]?end)?|\/docket:index|adrlogstop|(?:end|stop|\/)[-_ :]?(?:adr|decision|record|rfc)s?[-_ ]?(?:index|log|list|toc|table)|\/?(?:adr|decision|record|rfc)s?[-_ :]?(?:index|log|list|toc|table)[-_ :]?(?:end|stop))\s*-->/i;

/** The marked stretches of a document, in its order; one without its end is none. */
export function markedIn(document: Document): Marked[] {
  const found: Marked[] = [];
  const comments = document.tree.children.filter((node: RootContent) => node.type === 'html');
  for (const [index, node] of comments.entries()) {
    const begin = BEGIN.exec(sourceOf(document, node));
    const end = begin && comments.slice(index + 1).find((other) => END.test(sourceOf(document, other)));
    if (!begin || !end) continue;
    const start = rangeOf(node).start + begin[0].length;
    if (found.some((one) => start < one.range.end)) continue;
    found.push({ style: begin[1] ? 'docket' : 'other', folder: begin[2], range: { start, end: rangeOf(end).start } });
  }
  return found;
}

const LISTING = /(?:^|[-_. ])(?:index|toc|summary|log|list|overview|decisions|adrs|rfcs)$/i;

/** Is it a document whose lists are kept without being named: a front page, or one that is called like a list? */
export function isListing({ kind, path }: Pick<Entry, 'kind' | 'path'>): boolean {
  return kind === 'index' || (kind === 'other' && (isFrontPage(stemOf(path)) || LISTING.test(stemOf(path))));
}

/** The paths that the links of a document may mean, nearest first. */
export function linkedPaths(document: Document): string[] {
  return document.links.filter((link) => link.kind === 'link' && !/^(?:[a-z][a-z+.-]*:|#)/i.test(link.target)).flatMap((link) => pathsOf(document, link));
}

/** The folder that lists its records together: that of the record, or the one above where the record has a folder of its own. */
export function scopeOf({ path }: Entry): string {
  return isFrontPage(stemOf(path)) ? folderOf(folderOf(path)) : folderOf(path);
}

/** What records have in common that are listed together: their folder, kind and series. */
export function scopeKey(entry: Entry): string {
  return [scopeOf(entry), entry.kind, /^\p{L}+/u.exec(entry.id ?? '')?.[0].toLowerCase() ?? ''].join('\u0000');
}

// Where the words of a cell begin: in an empty one behind the blank after its bar.
function placeOf({ text }: Document, { start, end }: Range): Range {
  if (end > start) return { start, end };
  let at = start;
  while (/[ \t]/.test(text[at - 1] ?? '')) at--;
  const place = Math.min(at + 1, start);
  return { start: place, end: place };
}

function sourceOf(document: Document, node: RootContent): string {
  return document.text.slice(rangeOf(node).start, rangeOf(node).end);
}

function rowOfItem(document: Document, item: ListItem, at: (path: string) => Entry | undefined): Row | undefined {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const range = { start: rangeOf(item).start, end: rangeOf(paragraph).end };
  const end = range.start + document.text.slice(range.start, rangeOf(item).end).trimEnd().length;
  return { ...rowOf(document, range, [range], at), end };
}

function rowOf(document: Document, range: Range, cells: readonly Range[], at: (path: string) => Entry | undefined): Omit<Row, 'end'> {
  const links = linksWithin(document, range).filter((link) => link.kind === 'link' && !/^[a-z][a-z+.-]*:/i.test(link.target) && !link.target.startsWith('#'));
  for (const link of links) {
    const entry = pathsOf(document, link).map(at).find((one) => one !== undefined && RECORD_KINDS.includes(one.kind));
    if (entry) return { range, cells, link, entry, gone: undefined };
  }
  const lost = links.find((link) => isMarkdownPath(link.target.replace(/[?#].*$/s, '')) && !pathsOf(document, link).some((path) => at(path) !== undefined));
  return { range, cells, link: lost, entry: undefined, gone: lost && pathsOf(document, lost)[0] };
}

// They stand in the order of the text.
function linksWithin({ links }: Document, { start, end }: Range): readonly Link[] {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.range.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Link[] = [];
  for (let at = low; at < links.length && links[at]!.range.start < end; at++) if (links[at]!.range.end <= end) found.push(links[at]!);
  return found;
}

function pathsOf(document: Document, link: Link): string[] {
  const target = decoded(link.target.replace(/[?#].*$/s, ''));
  const path = target.startsWith('/') ? resolvePath('', target) : resolvePath(folderOf(document.path), target);
  return [path, `${path}.md`, `${path}/README.md`, `${path}/index.md`];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
