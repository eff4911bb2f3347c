import { isoDay } from './calendar.ts';
import type { Vocabulary } from './vocabulary/index.ts';

/** In which order a repository writes the day and the month of `03/04/2021`. */
export type DateOrder = 'day-first' | 'month-first';

/** A date where it is written. */
export interface DateFound {
  /** YYYY-MM-DD; where the order is not known, as if the month came first. */
  readonly value: string;
  /** The other reading of an ambiguous date. */
  readonly dayFirst?: string;
  /** What this date gives away about how its writers order day and month. */
  readonly order?: DateOrder;
  readonly start: number;
  readonly end: number;
}

/** The dates in a text, in its order; at most `LONGEST` characters of it are looked at. */
export function datesIn(text: string, vocabulary: Vocabulary): DateFound[] {
  const found: DateFound[] = [];
  const part = text.slice(0, LONGEST);
  const iso = ISO.exec(part);
  if (iso) {
    const date = known(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return date ? [{ ...date, start: 0, end: part.length }] : found;
  }
  if (!YEAR.test(part)) return found;
  for (const match of part.matchAll(DATE)) {
    const date = dateOf(match, vocabulary);
    if (date) found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A date as it stands at one place; `iso` is null where it is no day of the calendar, or more than one. */
export interface WrittenDate {
  readonly length: number;
  /** YYYY-MM-DD */
  readonly iso: string | null;
}

/** The date that begins at `at`; undefined where none does. */
export function dateAt(text: string, at: number, vocabulary: Vocabulary): WrittenDate | undefined {
  const match = formAt(text, at);
  const name = match?.groups?.n3 ?? match?.groups?.n4 ?? match?.groups?.n6;
  if (!match || (name !== undefined && !vocabulary.months.has(name.toLowerCase()))) return undefined;
  const date = dateOf(match, vocabulary);
  return { length: match[0].length, iso: date && date.dayFirst === undefined ? date.value : null };
}

/** A day that a record can be of, YYYY-MM-DD; what lies further off than a century is a number. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  return year < 1970 || year > 2100 ? undefined : isoDay(year, month, day);
}

const LONGEST = 4000;
const FORMS: readonly string[] = [
  String.raw`(?<![\d.])(?<y1>\d{4})\s?(?<s1>[-/.年년‐-―])\s?(?<m1>\d{1,2})\s?(?:[-/.月월‐-―])\s?(?<d1>\d{1,2})(?!\d)(?:\s?[日일])?`,
  String.raw`(?<![\d.])(?<y2>(?:19|20)\d\d)(?<m2>[01]\d)(?<d2>[0-3]\d)(?!\d)`,
  String.raw`(?<![\p{L}\d])(?<n3>\p{L}{3,10})\.?[ \t]{1,3}(?<d3>\d{1,2})(?:st|nd|rd|th)?(?:,[ \t]?|[ \t]{1,3})(?<y3>\d{4})(?!\d)`,
  String.raw`(?<![\d.])(?<d4>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:[ \t]{1,3}|-|\/)(?:of[ \t]|de[ \t])?(?<n4>\p{L}{3,10})\.?,?(?:[ \t]{1,3}|-|\/)(?:de[ \t]|del[ \t])?(?<y4>\d{4})(?!\d)`,
  String.raw`(?<![\d./-])(?<a5>\d{1,2})(?<s5>[-/.])(?:(?<=\.)[ \t])?(?<b5>\d{1,2})\k<s5>(?:(?<=\.)[ \t])?(?<y5>\d{4})(?![\d/])`,
  String.raw`(?<![\p{L}\d])(?<y6>\d{4})[- ](?<n6>\p{L}{3,10})[- ](?<d6>\d{1,2})(?!\d)`,
];
/** A text that is nothing else, as most values are. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Every form has four digits in a row. */
const YEAR = /\d{4}/;
const DATE = new RegExp(FORMS.join('|'), 'gu');
/** A year of two digits is one only where nothing but a date can stand. */
const FORMS_HERE = [...FORMS, String.raw`(?<a7>\d{1,2})(?<s7>[-/])(?<b7>\d{1,2})\k<s7>(?<y7>\d{2})(?!\d)`].map((form) => new RegExp(form, 'uy'));

// Most dates are of the first form; to compile all of them takes a while.
function formAt(text: string, at: number): RegExpExecArray | null {
  for (const form of FORMS_HERE) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return match;
  }
  return null;
}

/** A day of which the year is not written, where it stands. */
export interface YearlessDay {
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** The days in a text that are written with the name of their month and without a year, in its order; at most `LONGEST` characters of it are looked at. */
export function yearlessDaysIn(text: string, vocabulary: Vocabulary): YearlessDay[] {
  return [...text.slice(0, LONGEST).matchAll(YEARLESS)].flatMap((match) => {
    const part = match.groups ?? {};
    const month = part.m3 === undefined ? vocabulary.months.get((part.n1 ?? part.n2!).toLowerCase()) : Number(part.m3);
    const day = Number(part.d1 ?? part.d2 ?? part.d3);
    // A leap year has all the days that there are.
    return month === undefined || isoDay(2000, month, day) === undefined ? [] : [{ month, day, start: match.index, end: match.index + match[0].length }];
  });
}

const YEARLESS = new RegExp(
  [
    String.raw`(?<![\p{L}\d])(?<n1>\p{L}{3,10})\.?[ ]{1,2}(?<d1>\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d]|:\d|,? ?\d{4})`,
    String.raw`(?<![\p{L}\d.:])(?<d2>\d{1,2})(?:st|nd|rd|th|\.)?[ ](?<n2>\p{L}{3,10})(?!\p{L})\.?(?!,? ?\d{4})`,
    String.raw`(?<![\d년])(?<!년 )(?<m3>\d{1,2})월 ?(?<d3>\d{1,2})일`,
  ].join('|'),
  'gu',
);

function dateOf(match: RegExpMatchArray, vocabulary: Vocabulary): Omit<DateFound, 'start' | 'end'> | undefined {
  const part = match.groups ?? {};
  const year = part.y1 ?? part.y2;
  if (year !== undefined) return known(Number(year), Number(part.m1 ?? part.m2), Number(part.d1 ?? part.d2));
  const name = part.n3 ?? part.n4 ?? part.n6;
  if (name !== undefined) {
    const month = vocabulary.months.get(name.toLowerCase());
    return month === undefined ? undefined : known(Number(part.y3 ?? part.y4 ?? part.y6), month, Number(part.d3 ?? part.d4 ?? part.d6));
  }
  if (part.y7 !== undefined) return numbers(Number(part.a7), Number(part.b7), 2000 + Number(part.y7), false);
  return numbers(Number(part.a5), Number(part.b5), Number(part.y5), part.s5 === '.');
}

function known(year: number, month: number, day: number): { value: string } | undefined {
  const value = isoDate(year, month, day);
  return value === undefined ? undefined : { value };
}

// Dots are only ever written between day, month and year in this order.
function numbers(first: number, second: number, year: number, dots: boolean): Omit<DateFound, 'start' | 'end'> | undefined {
  const monthFirst = dots ? undefined : isoDate(year, first, second);
  const dayFirst = isoDate(year, second, first);
  if (monthFirst === undefined) return dayFirst === undefined ? undefined : dots ? { value: dayFirst } : { value: dayFirst, order: 'day-first' };
  if (dayFirst === undefined) return { value: monthFirst, order: 'month-first' };
  return monthFirst === dayFirst ? { value: monthFirst } : { value: monthFirst, dayFirst };
}
