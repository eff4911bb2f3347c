import { statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import { likeCase } from '../edits/status-word.ts';
import type { Entry, Status } from '../entry.ts';
import { folderOf, linkTarget, relativePath } from '../paths.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { Region, Row } from './find.ts';
import { hasToken, hasWords, keyOf, rendered, shapeOf, usualWord, type Shape } from './shape.ts';

/** The line for a record that has none, written as most of its neighbours are; what they say of themselves alone is left out. */
export function newRow(document: Document, region: Region, beside: Row, entry: Entry, vocabulary: Vocabulary): string {
  const path = linkTarget(relativePath(folderOf(document.path), entry.path));
  const rows = region.rows.filter((row) => row.entry !== undefined);
  const partOf = (row: Row, column: number): string => document.text.slice(row.cells[column]!.start, row.cells[column]!.end);
  const content = (column: number): string => {
    if (isStatusColumn(region.header[column], vocabulary)) return statusCell(document, region, column, entry, vocabulary);
    const shaped = rows.filter((row) => row.cells[column]).map((row) => ({ row, shape: shapeOf(partOf(row, column), row.entry!, row.link?.target, vocabulary) }));
    const said = shaped.flatMap(({ row }) => statusIn(partOf(row, column), vocabulary) ?? []);
    const shape = shapeFor(shaped, entry.status);
    const hasLink = shape !== undefined && hasToken(shape, 'path');
    if (region.kind === 'list' && (!shape || !hasLink)) return `${/^\s*(?:[-*+]|\d+[.)])[ \t]+/.exec(partOf(beside, column))?.[0] ?? '- '}[${entry.title.replace(/[[\]]/g, '\\$&')}](${path})`;
    if (!shape || (!hasToken(shape) && hasWords(shape))) return '';
    return rendered(shape, entry, path, wordFor(entry, said, said[0]?.word ?? '', vocabulary));
  };
  if (region.kind === 'list') return indentOf(document, beside) + content(0);

  const line = document.text.slice(beside.range.start, beside.range.end);
  let text = '';
  let at = 0;
  for (const [column, cell] of beside.cells.entries()) {
    const start = cell.start - beside.range.start;
    const end = cell.end - beside.range.start;
    const old = line.slice(start, end);
    const blanks = /^[ \t]*/.exec(line.slice(end))![0];
    const isPadded = blanks.length > 1 || rows.some((row) => row.cells[column] && /^[ \t]{2,}\|/.test(document.text.slice(row.cells[column].end, row.cells[column].end + 200)));
    const written = content(column);
    const filler = isPadded ? ' '.repeat(Math.max(1, old.length + blanks.length - written.length)) : blanks === '' && (written === '' || old === '') ? ' ' : blanks;
    text += line.slice(at, start) + written + filler;
    at = end + blanks.length;
  }
  return text + line.slice(at);
}

/** Does the column hold the records' statuses? */
export function isStatusColumn(header: string | undefined, vocabulary: Vocabulary): boolean {
  return header !== undefined && fieldRoles(header, vocabulary)[0] === 'status';
}

/** What a status column says of a record, written as the other rows write theirs; empty where the record has no status. */
export function statusCell(document: Document, region: Region, column: number, entry: Entry, vocabulary: Vocabulary): string {
  if (entry.status === null) return '';
  const said = region.rows.flatMap((row) => {
    const cell = row.cells[column];
    const source = cell ? document.text.slice(cell.start, cell.end) : '';
    const stated = row.entry && statusIn(source, vocabulary);
    // Shaped by what the row says, which the record may no longer say.
    return stated ? [{ ...stated, source, row: { ...row, entry: { ...row.entry!, status: stated.status } } }] : [];
  });
  const shape = shapeFor(said.map(({ row, source }) => ({ row, shape: shapeOf(source, row.entry, row.link?.target, vocabulary) })), entry.status);
  const word = wordFor(entry, said, said[0]?.word ?? '', vocabulary);
  const path = linkTarget(relativePath(folderOf(document.path), entry.path));
  return (shape && hasToken(shape, 'status') ? rendered(shape, entry, path, word) : word).replace(/(?<!\\)\|/g, '\\|');
}

/** Writes `words` into an empty cell; they begin at `at`, and take the blanks behind it. */
export function filledCell({ text }: Document, at: number, words: string): Edit {
  const blanks = /^[ \t]*/.exec(text.slice(at))![0].length;
  const before = text[at - 1] === '|' ? ' ' : '';
  return { range: { start: at, end: at + blanks }, newText: `${before}${words}${' '.repeat(Math.max(1, blanks - before.length - words.length))}` };
}

/** The word that says the status of a record: as other rows write it, as the record does, in the letters of `like`. */
export function wordFor(entry: Entry, said: readonly { readonly status: Status; readonly word: string }[], like: string, vocabulary: Vocabulary): string {
  if (entry.status === null) return '';
  const usual = usualWord(entry.status, said);
  if (usual !== undefined) return usual;
  const own = statusIn(entry.statusText ?? '', vocabulary);
  return likeCase(own?.status === entry.status ? own.word : entry.status, like);
}

// A sign of the state in front of the link, such as ✅, is that of the records with the same state.
function shapeFor(shaped: readonly { readonly row: Row; readonly shape: Shape }[], status: Status | null): Shape | undefined {
  const same = mostUsed(shaped.filter(({ row }) => row.entry!.status === status).map(({ shape }) => shape));
  const all = mostUsed(shaped.map(({ shape }) => shape));
  if (!all) return undefined;
  const differs = same && keyOf(same.shape) !== keyOf(all.shape);
  // Signs differ, words do not: rows of the same state are only followed in what is no word.
  if (differs && (same!.count > 1 || !hasWords(same.shape) || sameWords(same.shape, all.shape))) return same.count > 1 ? same.shape : withoutRemark(same.shape);
  return all.count > 1 ? all.shape : withoutRemark(all.shape);
}

function mostUsed(shapes: readonly Shape[]): { readonly shape: Shape; readonly count: number } | undefined {
  const counts = new Map<string, { shape: Shape; count: number }>();
  for (const shape of shapes) counts.set(keyOf(shape), { shape, count: (counts.get(keyOf(shape))?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => b.count - a.count || wordsIn(a.shape) - wordsIn(b.shape))[0];
}

function wordsIn({ pieces }: Shape): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.replace(/[^\p{L}]/gu, '').length : 0), 0);
}

// What stands behind the last thing that a row says of its record is a remark on that record alone, unless others have it, too.
function withoutRemark({ pieces }: Shape): Shape {
  const last = pieces.findLastIndex((piece) => typeof piece !== 'string');
  const rest = pieces[last + 1];
  return typeof rest === 'string' && /\p{L}/u.test(rest) ? { pieces: [...pieces.slice(0, last + 1), /^[>)\]*_`]*/.exec(rest)![0]] } : { pieces };
}

function sameWords(a: Shape, b: Shape): boolean {
  const words = ({ pieces }: Shape): string => pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/[^\p{L}[\]()]/gu, '') : piece.token)).join('');
  return words(a) === words(b);
}

function indentOf(document: Document, row: Row): string {
  const start = document.lines.startOf(document.lines.lineNumberAt(row.range.start) - 1);
  return /^[ \t]*/.exec(document.text.slice(start, row.range.start))![0];
}
