import { datesIn } from '../dates.ts';
import { statusIn } from '../dialects/status-words.ts';
import { writeDate } from '../edits/write-date.ts';
import type { Entry, Status } from '../entry.ts';
import type { Vocabulary } from '../vocabulary/index.ts';

/** What a part of a row says of its record. */
export type Token = 'path' | 'title' | 'number' | 'date' | 'status';

/** A part of a row with what it says of its record taken out: the same for every row that is written alike. */
export interface Shape {
  readonly pieces: readonly (string | { readonly token: Token; readonly like: string })[];
}

/** A token where it stands in a row. */
export interface Place {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** Takes out of `source` what it says of `entry`; `path` is the target of the row's link. */
export function shapeOf(source: string, entry: Entry, path: string | undefined, vocabulary: Vocabulary): Shape {
  const places: Place[] = [];
  const add = (token: Token, start: number, end: number): void => {
    if (end > start && !places.some((place) => start < place.end && place.start < end)) places.push({ token, start, end });
  };
  if (path) {
    const at = source.lastIndexOf(path);
    if (at >= 0) add('path', at, at + path.length);
  }
  const title = looseMatch(source, entry.title);
  if (title) add('title', title.start, title.end);
  for (const date of datesIn(source, vocabulary)) if (date.value === entry.date) add('date', date.start, date.end);
  if (entry.number !== null) for (const digits of source.matchAll(/\d+/g)) if (Number(digits[0]) === entry.number && digits[0].length < 7) add('number', digits.index, digits.index + digits[0].length);
  places.sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const place of places) {
    rest += source.slice(at, place.start) + '|'.repeat(place.end - place.start);
    at = place.end;
  }
  rest += source.slice(at);
  const stated = statusIn(rest.replace(/[[\]()|]/g, ' '), vocabulary);
  if (stated && stated.status === entry.status) {
    const start = rest.indexOf(stated.word);
    if (start >= 0) add('status', start, start + stated.word.length);
  }
  return piecesOf(source, places);
}

function piecesOf(source: string, places: Place[]): Shape {
  const pieces: Shape['pieces'][number][] = [];
  let at = 0;
  for (const { token, start, end } of places.sort((a, b) => a.start - b.start)) {
    if (start > at) pieces.push(source.slice(at, start));
    pieces.push({ token, like: source.slice(start, end) });
    at = end;
  }
  if (at < source.length) pieces.push(source.slice(at));
  return { pieces };
}

/** What two parts have in common where they are written alike. */
export function keyOf({ pieces }: Shape): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `\u0000${piece.token}${piece.token === 'number' && piece.like.startsWith('0') ? piece.like.length : ''}\u0000`)).join('');
}

/** Does it say anything of the record? */
export function hasToken(shape: Shape, token?: Token): boolean {
  return shape.pieces.some((piece) => typeof piece !== 'string' && (token === undefined || piece.token === token));
}

/** Are there letters in it that are not of the record? */
export function hasWords(shape: Shape): boolean {
  return shape.pieces.some((piece) => typeof piece === 'string' && /\p{L}/u.test(piece));
}

/** Writes a part in the same way for another record. */
export function rendered({ pieces }: Shape, entry: Entry, path: string, status: string): string {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    switch (piece.token) {
      case 'path':
        return piece.like.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
      case 'title':
        return entry.title.replace(/\|/g, '\\|');
      case 'number':
        return entry.number === null ? '' : String(entry.number).padStart(piece.like.startsWith('0') ? piece.like.length : 1, '0');
      case 'date':
        return entry.date === null ? '' : writeDate(entry.date, piece.like);
      case 'status':
        return status;
    }
  }).join('');
}

/** Where the tokens of a shape stand in a part that is written alike but says something else; undefined where it is written otherwise. */
export function placesIn(source: string, { pieces }: Shape): Place[] | undefined {
  const places: Place[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      if (!source.startsWith(piece, at)) return undefined;
      at += piece.length;
      continue;
    }
    const next = pieces[index + 1];
    const end = next === undefined ? source.length : typeof next === 'string' ? source.indexOf(next, at) : -1;
    if (end < 0) return undefined;
    const text = source.slice(at, end);
    if (piece.token === 'number' && !/^\d*$/.test(text)) return undefined;
    places.push({ token: piece.token, start: at, end });
    at = end;
  }
  return at === source.length ? places : undefined;
}

/** Do two texts have the same letters and digits? */
export function isAlike(a: string, b: string): boolean {
  const key = (text: string): string => text.replace(/<[^<>]{0,40}>/g, '').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return key(a) === key(b);
}

/** The word for a status as the rows write it, or undefined where none has it. */
export function usualWord(status: Status | null, said: readonly { readonly status: Status; readonly word: string }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of said) if (one.status === status) counts.set(one.word, (counts.get(one.word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const WORD = /[\p{L}\p{N}]+/gu;
/** No part of a row is looked at further, in UTF-16 units. */
const LONGEST_PART = 2000;

// Where a title stands in a text, whatever marks are on its words.
function looseMatch(source: string, title: string): { start: number; end: number } | undefined {
  const part = source.slice(0, LONGEST_PART);
  const words = title.toLowerCase().match(WORD)?.slice(0, 60);
  if (!words || !part.toLowerCase().includes(words[0]!)) return undefined;
  const there = [...part.matchAll(WORD)];
  const at = there.findIndex((_, index) => words.every((word, count) => there[index + count]?.[0].toLowerCase() === word && (count === 0 || isGap(part, there[index + count - 1]!, there[index + count]!))));
  if (at < 0) return undefined;
  const first = there[at]!;
  const last = there[at + words.length - 1]!;
  const behind = last.index + last[0].length;
  const start = first.index - (/(?<![\p{L}\p{N}])[`*_"“']{0,3}$/u.exec(part.slice(Math.max(0, first.index - 4), first.index))?.[0].length ?? 0);
  // A bracket that closes what opened before belongs to the row.
  let end = behind + /^[`*_"”'.!?)]{0,3}/.exec(part.slice(behind, behind + 3))![0].length;
  while (/[)]$/.test(part.slice(start, end)) && !/\(/.test(part.slice(start, end))) end--;
  return { start, end };
}

// Between two words of one title stand a few signs on the same line and in the same cell.
function isGap(text: string, one: RegExpExecArray, next: RegExpExecArray): boolean {
  const between = text.slice(one.index + one[0].length, next.index);
  return between.length > 0 && between.length < 10 && !/[\n|]/.test(between);
}
