import type { Change } from '../change.ts';
import { isFrontPage } from '../dialects/file-name.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import { claimsOf } from '../edits/metadata.ts';
import { refuse, type Refusal } from '../edits/refusal.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';
import { folderOf, nameOf } from '../paths.ts';
import { stemOf } from '../titles.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { citationsIn, type Undecided } from './citations.ts';

export interface RenumberInput {
  readonly entry: Entry;
  /** The number that it gets. */
  readonly number: number;
  readonly entries: readonly Entry[];
  /** The document itself and all that may cite it; a side-car as it is given to the edits. */
  readonly documents: readonly Document[];
  readonly vocabulary: Vocabulary;
}

export interface Renumbered {
  /** Where the document is then. */
  readonly path: string;
  readonly changes: readonly Change[];
  /** Mentions that may mean another document with the same number: left as they are. */
  readonly undecided: readonly Undecided[];
}

/** Gives a document another number: in its file's name, its heading, its metadata, and wherever it is certainly this document that is cited. */
export function renumber({ entry, number, entries, documents, vocabulary }: RenumberInput): Renumbered | Refusal {
  const old = entry.number;
  if (!RECORD_KINDS.includes(entry.kind) || old === null) return refuse('no-number', { path: entry.path });
  if (!Number.isSafeInteger(number) || number < 0 || number > 99_999_999) return refuse('bad-number', { number });
  if (number === old) return { path: entry.path, changes: [], undecided: [] };
  const taken = entries.find((one) => one.path !== entry.path && one.number === number && scopeOf(one) === scopeOf(entry) && RECORD_KINDS.includes(one.kind));
  if (taken) return refuse('number-taken', { number, path: taken.path });

  const move = moveOf(entry, old, number);
  if (move && entries.some((one) => one.path === move.to || one.path.startsWith(`${move.to}/`))) return refuse('exists', { path: move.to });
  const path = move ? entry.path.replace(move.path, () => move.to) : entry.path;
  const changes: Change[] = [];
  const undecided: Undecided[] = [];
  const known = new Set(entries.map((one) => one.path));
  for (const document of documents) {
    const own = document.path === entry.path || (entry.evidence.number?.path ?? entry.evidence.status?.path) === document.path;
    const edits = new Map<string, Edit>();
    const add = (edit: Edit): void => {
      const overlaps = [...edits.values()].some(({ range }) => range.start < edit.range.end && edit.range.start < range.end);
      if (!overlaps) edits.set(`${edit.range.start}:${edit.range.end}`, edit);
    };
    if (own) for (const edit of ownNumbers(document, entry, number, vocabulary)) add(edit);
    const cited = citationsIn(document, { entry, number, entries, known, move, isOwn: document.path === entry.path, vocabulary });
    for (const edit of cited.edits) add(edit);
    undecided.push(...cited.undecided);
    if (edits.size) changes.push({ kind: 'edit', path: document.path, edits: [...edits.values()].sort((a, b) => a.range.start - b.range.start) });
  }
  if (move) changes.push({ kind: 'move', ...move });
  return { path, changes, undecided };
}

/** The first number that is free: past all of the neighbours and of those that are taken elsewhere. */
export function nextNumber(entry: Entry, entries: readonly Entry[], taken: readonly number[]): number {
  const own = entries.filter((one) => scopeOf(one) === scopeOf(entry) && RECORD_KINDS.includes(one.kind)).flatMap((one) => one.number ?? []);
  return Math.max(0, ...own, ...taken) + 1;
}

/** Digits for another number, as wide as `like` where that begins with a zero. */
export function digitsLike(number: number, like: string): string {
  return String(number).padStart(like.startsWith('0') ? like.length : 1, '0');
}

function scopeOf({ path }: Entry): string {
  return isFrontPage(stemOf(path)) ? folderOf(folderOf(path)) : folderOf(path);
}

// The file, or the folder that a front page stands for.
function moveOf({ path }: Entry, old: number, number: number): { readonly path: string; readonly to: string } | undefined {
  const target = isFrontPage(stemOf(path)) ? folderOf(path) : path;
  const name = nameOf(target);
  const found = /^(?:\p{L}+[-_ ]?)?(\d{1,8})(?=$|[-_. ])/u.exec(name);
  if (!found || Number(found[1]) !== old) return undefined;
  const at = found[0].length - found[1]!.length;
  const renamed = name.slice(0, at) + digitsLike(number, found[1]!) + name.slice(found[0].length);
  return { path: target, to: folderOf(target) === '' ? renamed : `${folderOf(target)}/${renamed}` };
}

// What the document says of its own number: the heading, a field, an id.
function ownNumbers(document: Document, entry: Entry, number: number, vocabulary: Vocabulary): Edit[] {
  return claimsOf(document, vocabulary).flatMap((claim): Edit[] => {
    if (claim.line === 0 || (claim.property !== 'number' && claim.property !== 'id')) return [];
    const source = document.text.slice(claim.range.start, claim.range.end);
    const digits = [...source.matchAll(/\d+/g)].find((one) => Number(one[0]) === entry.number);
    if (!digits || !/^[^\d]*$/.test(source.slice(0, digits.index))) return [];
    const start = claim.range.start + digits.index;
    return [{ range: { start, end: start + digits[0].length }, newText: digitsLike(number, digits[0]) }];
  });
}
