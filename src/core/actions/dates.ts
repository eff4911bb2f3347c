import { isoDay } from '../calendar.ts';

/** A date as it stands at one place; `iso` is null where it is no day of the calendar, or more than one. */
export interface WrittenDate {
  readonly length: number;
  /** YYYY-MM-DD */
  readonly iso: string | null;
}

const FORMS: readonly (readonly [form: RegExp, order: 'ymd' | 'dmy' | 'mdy' | 'unclear'])[] = [
  [/(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y, 'ymd'],
  [/(\d{4})(\s?[년年]\s?)(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/y, 'ymd'],
  [/(\d{1,2})(\.\s?)(\d{1,2})\.\s?(\d{4})(?!\d)/y, 'dmy'],
  [/(\d{1,2})(?:st|nd|rd|th|\.)?(\s(?:of\s|de\s)?|-)(\p{L}{3,10})\.?(?:,?\s(?:de\s)?|-)(\d{4})(?!\d)/uy, 'dmy'],
  [/(\p{L}{3,10})(\.?\s)(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/uy, 'mdy'],
  [/(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y, 'unclear'],
];

/** The date that begins at `at`; undefined where none does. */
export function dateAt(text: string, at: number): WrittenDate | undefined {
  for (const [form, order] of FORMS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    const [a, b, c] = [found[1]!, found[3]!, found[4]!];
    const month = order === 'mdy' ? monthOf(a) : monthOf(b);
    if (month === undefined) continue;
    const iso = order === 'ymd' ? isoDay(Number(a), month, Number(c))
      : order === 'dmy' ? isoDay(Number(c), month, Number(a))
      : order === 'mdy' ? isoDay(Number(c), month, Number(b))
      : unclearDate(Number(a), Number(b), yearOf(c));
    return { length: found[0].length, iso: iso ?? null };
  }
  return undefined;
}

/** The date that `text` is, and nothing but it. */
export function dateOf(text: string): string | null {
  const trimmed = text.trim();
  const found = dateAt(trimmed, 0);
  return found && found.length === trimmed.length ? found.iso : null;
}

// 31/01/2026 can only be the last day of January; 03/04/2021 is two dates, so it is none.
function unclearDate(first: number, second: number, year: number): string | undefined {
  if (first > 12) return isoDay(year, second, first);
  if (second > 12) return isoDay(year, first, second);
  return first === second ? isoDay(year, first, second) : undefined;
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const MONTHS: readonly string[] = [
  'jan januar january janvier januari enero ene janeiro gennaio',
  'feb februar february février fevrier februari febrero fevereiro febbraio',
  'mar mär märz maerz march mars maart marzo março',
  'apr april avril abril abr aprile',
  'may mai mei mayo maio maggio',
  'jun juni june juin junio junho giugno',
  'jul juli july juillet julio julho luglio',
  'aug august août aout augustus agosto',
  'sep sept september septembre septiembre setembro settembre',
  'oct okt oktober october octobre octubre outubro ottobre',
  'nov november novembre noviembre novembro',
  'dec dez dezember december décembre diciembre dezembro dicembre',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

function monthOf(written: string): number | undefined {
  return /^\d+$/.test(written) ? Number(written) : MONTH_OF.get(written.toLowerCase());
}
