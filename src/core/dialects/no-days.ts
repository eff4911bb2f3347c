import { isoDay } from '../calendar.ts';
import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';
import type { KeyedValue } from './field.ts';
import { headBlocks } from './head.ts';
import { keyedValue, linesOf, pairsOf } from './keyed-line.ts';
import { valueRange } from './source.ts';

/** A day that no calendar has, where a document says one of its dates. */
export interface NoDay {
  readonly key: string;
  /** As it is written: `2026-02-31`. */
  readonly value: string;
  readonly range: Range;
  /** YYYY-MM-DD, where it is one with the day before the month. */
  readonly swapped?: string;
}

/** The days that no calendar has in the front matter and in the lines and items under the title. */
export function noDaysIn(document: Document, vocabulary: Vocabulary): NoDay[] {
  const { text, fields } = document;
  if (!hasNoDay(text)) return [];
  const inFields = fields.flatMap(({ key, valueRange: value }): KeyedValue[] => (value ? [{ key, value }] : []));
  const inLines = headBlocks(document, vocabulary).flatMap((block): KeyedValue[] => {
    if (!HOLDS_LINES.has(block.type)) return [];
    const pairs = linesOf(text, rangeOf(block)).slice(0, MOST_LINES).flatMap((line) => pairsOf(text, line, vocabulary));
    return pairs.flatMap((pair) => keyedValue(text, pair, vocabulary) ?? []);
  });
  return [...inFields, ...inLines].flatMap(({ key, value }) => {
    if (!fieldRoles(key, vocabulary).some((role) => DATES.has(role))) return [];
    const { start: from, end } = valueRange(text, value);
    const found = DAY.exec(text.slice(from, Math.min(end, from + 20)));
    if (!found) return [];
    const [year, month, day] = [Number(found[2]), Number(found[3]), Number(found[4])];
    if (isoDay(year, month, day) !== undefined) return [];
    const swapped = isoDay(year, day, month);
    const start = from + found[0].length - found[1]!.length;
    return [{ key, value: found[1]!, range: { start, end: from + found[0].length }, ...(swapped && { swapped }) }];
  });
}

// Few documents have one anywhere.
function hasNoDay(text: string): boolean {
  for (const [, year, month, day] of text.matchAll(ANY_DAY)) if (isoDay(Number(year), Number(month), Number(day)) === undefined) return true;
  return false;
}

const ANY_DAY = /((?:19|20)\d\d)[-/.](?=(\d{1,2})[-/.](\d{1,2}))/g;
const HOLDS_LINES: ReadonlySet<string> = new Set(['paragraph', 'list', 'blockquote']);
const MOST_LINES = 40;
const DATES: ReadonlySet<FieldRole> = new Set<FieldRole>(['date', 'created', 'decided', 'started', 'updated', 'decideBy']);
// `2026-00-00` stands for a day that is still to come.
const DAY = /^[*_`"'(]{0,4}(((?:19|20)\d\d)[-/.](?!00)(\d{1,2})[-/.](?!00)(\d{1,2}))(?![\d.])/;
