import { exactStatus, statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import { RECORD_KINDS, type Entry, type Status } from '../entry.ts';
import type { Range } from '../lines.ts';
import { folderOf, resolvePath } from '../paths.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import type { Records } from '../records.ts';
import { markedIn, regionsOf, scopeKey, type Marked, type Region, type Row } from './find.ts';
import { freshIndex } from './fresh.ts';
import { filledCell, isStatusColumn, newRow, statusCell, wordFor } from './new-row.ts';
import { hasToken, isAlike, keyOf, placesIn, shapeOf, type Shape, type Token } from './shape.ts';

/** The records that a list can be of. */
export type IndexedRecords = Pick<Records, 'at' | 'listedIn' | 'listedTogether' | 'below'>;

export interface IndexOptions {
  readonly vocabulary?: Vocabulary;
  /** Was this document named by the user? Then a list of few of the records counts, too. */
  readonly isAsked?: boolean;
  /** Take out the rows whose record is gone. */
  readonly removesGone?: boolean;
  /** All that records call themselves, by path: in the heading and in the metadata. */
  readonly titles?: ReadonlyMap<string, readonly string[]>;
}

/** A cell, or a part of an item, that says something else than its record. */
export interface Rotten {
  readonly path: string;
  readonly what: Exclude<Token, 'path'>;
  /** Empty for a cell that nobody has filled. */
  readonly from: string;
  readonly to: string;
  readonly range: Range;
}

/** What keeps an index true to the records, and what only people can decide. */
export interface IndexUpdate {
  /** How many records it lists. */
  readonly listed: number;
  /** Is a stretch of it marked to be kept by a program? */
  readonly isMarked: boolean;
  readonly edits: readonly Edit[];
  /** Records that get a row. */
  readonly added: readonly Entry[];
  readonly changed: readonly Rotten[];
  /** Records that are missing and that no list stands out for. */
  readonly unplaced: readonly Entry[];
  /** Rows that link to a file that is not there; they stay unless `removesGone`. */
  readonly gone: readonly { readonly path: string; readonly range: Range }[];
}

/** The smallest edits that make the index in a document list the records; undefined where it has none. What people wrote besides stays. */
export function updateIndex(document: Document, records: IndexedRecords, options: IndexOptions = {}): IndexUpdate | undefined {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const own = records.at(document.path);
  const marked = markedIn(document);
  const other = (path: string): Entry | undefined => (path === document.path ? undefined : records.at(path));
  if (!marked.length && own && RECORD_KINDS.includes(own.kind)) return undefined;
  const parts = marked.length ? marked.map((one) => ({ marked: one, regions: regionsOf(document, other, vocabulary, one.range) })) : [{ marked: undefined, regions: regionsOf(document, other, vocabulary) }];
  const updates = parts.flatMap((part) => updatePart(document, records, other, part.marked, part.regions, vocabulary, options) ?? []);
  if (!updates.length) return undefined;
  return {
    listed: updates.reduce((sum, one) => sum + one.listed, 0), isMarked: marked.length > 0,
    edits: updates.flatMap((one) => one.edits), added: updates.flatMap((one) => one.added), changed: updates.flatMap((one) => one.changed),
    unplaced: updates.flatMap((one) => one.unplaced), gone: updates.flatMap((one) => one.gone),
  };
}

/** Does the index say anything that is not so, or leave a record out? */
export function isRotten({ edits, unplaced, gone }: IndexUpdate): boolean {
  return edits.length + unplaced.length + gone.length > 0;
}

function updatePart(document: Document, records: IndexedRecords, at: IndexedRecords['at'], marked: Marked | undefined, regions: readonly Region[], vocabulary: Vocabulary, options: IndexOptions): IndexUpdate | undefined {
  if (marked && !regions.length) {
    const own = recordsFor(document, marked, records);
    return { listed: 0, isMarked: true, edits: own.length ? [freshIndex(document, marked, own)] : [], added: own, changed: [], unplaced: [], gone: [] };
  }
  const linked = new Map(regions.flatMap((region) => region.rows.flatMap(({ entry }) => (entry ? [[entry.path, entry] as const] : []))));
  const scopes = scopesOf([...linked.values()]);
  const groups = [...scopes].map((key) => records.listedTogether(key));
  const count = groups.reduce((sum, { length }) => sum + length, 0);
  if (!count || (!marked && !options.isAsked && linked.size * 3 < count)) return undefined;

  const anywhere = new Set(regionsOf(document, at, vocabulary, { start: 0, end: document.text.length }).flatMap((region) => region.rows.flatMap((row) => row.entry?.path ?? [])));
  const missing = groups.flat().filter(({ path }) => path !== document.path && !linked.has(path) && !anywhere.has(path));
  const edits: Edit[] = [];
  const changed = regions.flatMap((region) => rottenIn(document, region, vocabulary, marked?.style === 'docket').filter((one) => one.what !== 'title' || !options.titles?.get(one.path)?.some((title) => isAlike(title, one.from))));
  for (const { range, from, to } of changed) edits.push(from === '' ? filledCell(document, range.start, to) : { range, newText: to });
  const unplaced: Entry[] = [];
  const rows = new Map<number, { entry: Entry; text: string; before: boolean }[]>();
  for (const entry of missing.sort(byNumber)) {
    const region = regionFor(entry, regions, vocabulary);
    const place = region && placeFor(entry, region);
    if (!region || !place) {
      unplaced.push(entry);
      continue;
    }
    const text = newRow(document, region, place.row, entry, vocabulary);
    const at = place.before ? startOf(document, place.row) : place.row.end;
    rows.set(at, [...(rows.get(at) ?? []), { entry, text, before: place.before }]);
  }
  const ending = lineEndingOf(document.text);
  for (const [at, own] of rows) edits.push({ range: { start: at, end: at }, newText: own.map(({ text, before }) => (before ? text + ending : ending + text)).join('') });
  const gone = regions.flatMap((region) => region.rows.flatMap((row) => (row.gone !== undefined && [...scopes].some((key) => key.startsWith(`${folderOf(row.gone!)}\u0000`)) ? [{ path: row.gone, range: row.range, row }] : [])));
  if (options.removesGone) for (const { row } of gone) edits.push({ range: wholeLines(document, row), newText: '' });
  return { listed: linked.size, isMarked: marked !== undefined, edits: edits.sort((a, b) => a.range.start - b.range.start), added: missing.filter((entry) => !unplaced.includes(entry)), changed, unplaced, gone: gone.map(({ path, range }) => ({ path, range })) };
}

function scopesOf(linked: readonly Entry[]): Set<string> {
  const counts = new Map<string, number>();
  for (const entry of linked) counts.set(scopeKey(entry), (counts.get(scopeKey(entry)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return new Set([...counts].filter(([, count]) => count > 1 || most === 1).map(([key]) => key));
}

function recordsFor(document: Document, { folder }: Marked, all: IndexedRecords): Entry[] {
  const root = folder === undefined ? folderOf(document.path) : resolvePath(folderOf(document.path), folder);
  const isWanted = ({ kind, path }: Entry): boolean => path !== document.path && (kind === 'decision' || (folder !== undefined && RECORD_KINDS.includes(kind)));
  const beside = all.listedIn(root).filter(isWanted);
  return (beside.length ? beside : all.below(root).filter(isWanted)).sort(byNumber);
}

function byNumber(a: Entry, b: Entry): number {
  return (a.number ?? Infinity) - (b.number ?? Infinity) || (a.path < b.path ? -1 : 1);
}

// Of several lists the one under a heading that says the record's status; otherwise the one that has the records of its folder.
function regionFor(entry: Entry, regions: readonly Region[], vocabulary: Vocabulary): Region | undefined {
  const own = regions.filter((region) => region.rows.some((row) => row.entry && scopeKey(row.entry) === scopeKey(entry)));
  const byStatus = own.filter((region) => region.section && exactStatus(region.section.title, vocabulary));
  if (byStatus.length) return byStatus.find((region) => exactStatus(region.section!.title, vocabulary) === entry.status);
  if (own.length < 2) return own[0];
  // Several lists that nobody can tell apart: only one that goes on in numbers is sure.
  const last = own.filter((region) => region.rows.some((row) => row.entry?.number !== null && row.entry!.number! < (entry.number ?? -1)));
  return last.length === 1 ? last[0] : undefined;
}

function placeFor(entry: Entry, { rows }: Region): { readonly row: Row; readonly before: boolean } | undefined {
  const known = rows.filter((row) => row.entry !== undefined);
  const numbers = known.flatMap((row) => row.entry!.number ?? []);
  const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
  const descends = steps.filter((step) => step < 0).length > steps.length / 2;
  if (entry.number === null || numbers.length < known.length / 2) return known.length ? { row: known.at(-1)!, before: false } : undefined;
  const isBefore = (row: Row): boolean => row.entry!.number !== null && (descends ? row.entry!.number > entry.number! : row.entry!.number < entry.number!);
  const before = known.filter(isBefore).at(-1);
  return before ? { row: before, before: false } : known[0] && { row: known[0], before: true };
}

function rottenIn(document: Document, region: Region, vocabulary: Vocabulary, isKept: boolean): Rotten[] {
  const rows = region.rows.filter((row) => row.entry !== undefined);
  const columns = region.kind === 'list' ? [undefined] : region.header;
  return columns.flatMap((header, column) => {
    const cells = rows.flatMap((row) => (row.cells[column] ? [{ row, range: row.cells[column], source: document.text.slice(row.cells[column].start, row.cells[column].end) }] : []));
    const shapes = cells.map(({ row, source }) => shapeOf(source, row.entry!, row.link?.target, vocabulary));
    const usual = usualShape(shapes);
    const said = cells.flatMap(({ source }) => statusIn(source, vocabulary) ?? []);
    const hasExactTitles = isKept || (usual !== undefined && shapes.filter((shape) => hasToken(shape, 'title')).length >= Math.max(MOST_EXACT * cells.length, 5));
    return cells.flatMap(({ row, range, source }, index): Rotten[] => {
      const entry = row.entry!;
      const own = usual && keyOf(shapes[index]!) !== keyOf(usual) ? rottenAgainst(source, usual, entry, range, said, vocabulary).filter((one) => one.what !== 'title' || (hasExactTitles && (isKept || !isShortened(one.from, one.to)))) : [];
      if (own.length || !isStatusColumn(header, vocabulary) || entry.status === null) return own;
      if (source === '') return [{ path: entry.path, what: 'status', from: '', to: statusCell(document, region, column, entry, vocabulary), range }];
      const stated = statusIn(source, vocabulary);
      if (!stated || stated.status === entry.status) return [];
      const at = range.start + source.indexOf(stated.word);
      return at < range.start ? [] : [{ path: entry.path, what: 'status', from: stated.word, to: wordFor(entry, said, stated.word, vocabulary), range: { start: at, end: at + stated.word.length } }];
    });
  });
}

/** The share of rows with the record's own title from which another title is taken for an old one, and not for somebody's short form. */
const MOST_EXACT = 0.9;

function isShortened(short: string, title: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = words(title);
  return words(short).every((word) => whole.includes(word));
}

// The way in which most rows are written; undefined where there is none.
function usualShape(shapes: readonly Shape[]): Shape | undefined {
  const counts = new Map<string, { shape: Shape; count: number }>();
  for (const shape of shapes) {
    const known = counts.get(keyOf(shape)) ?? { shape, count: 0 };
    counts.set(keyOf(shape), { ...known, count: known.count + 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count > 2 && best.count * 10 >= shapes.length * 6 ? best.shape : undefined;
}

function rottenAgainst(source: string, usual: Shape, entry: Entry, range: Range, said: readonly { readonly status: Status; readonly word: string }[], vocabulary: Vocabulary): Rotten[] {
  const places = placesIn(source, usual);
  if (!places) return [];
  return places.flatMap(({ token, start, end }): Rotten[] => {
    const from = source.slice(start, end);
    const to = { title: entry.title.replace(/\|/g, '\\|'), number: entry.number === null ? from : String(entry.number).padStart(from.startsWith('0') ? from.length : 1, '0'), path: from, date: entry.date ?? from, status: from }[token];
    if (token === 'path' || isAlike(from, to)) {
      const stated = token === 'status' ? statusIn(from, vocabulary) : undefined;
      if (!stated || entry.status === null || stated.status === entry.status) return [];
      return [{ path: entry.path, what: 'status', from, to: wordFor(entry, said, from, vocabulary), range: { start: range.start + start, end: range.start + end } }];
    }
    return [{ path: entry.path, what: token, from, to, range: { start: range.start + start, end: range.start + end } }];
  });
}

function startOf(document: Document, { range }: Row): number {
  return document.lines.startOf(document.lines.lineNumberAt(range.start) - 1);
}

function wholeLines(document: Document, row: Row): Range {
  const next = /^[ \t]*(?:\r\n|\n|\r)?/.exec(document.text.slice(row.end))![0].length;
  return { start: startOf(document, row), end: row.end + next };
}
