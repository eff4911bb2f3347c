import { inUnits } from '../calendar.ts';
import type { Language } from '../language.ts';

/** A length of time where it is written. */
export interface DurationFound {
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
}

const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
// In words only with a whole unit: `an hour`, and not the `an` and `d` of `and`.
const NUMBER = String.raw`(?<![\d.:]|(?<![\d시])\p{L})(?:\d{1,5}(?:[.,]\d{1,2})?|(?:${Object.keys(NUMBERS).join('|')})(?=[\s-](?:week|day|hour|minute|second)))`;
const UNIT = String.raw`(?:(?<week>weeks?|주)|(?<day>days?|d|일)|(?<hour>hours?|hrs?|h|시간)|(?<minute>minutes?|mins?|m|분)|(?<second>seconds?|secs?|s|초))`;
const PART = new RegExp(String.raw`${NUMBER}(?<gap>[\s-]?)${UNIT}(?![a-z])`, 'giu');
const MINUTES = { week: 10_080, day: 1440, hour: 60, minute: 1, second: 1 / 60 } as const;

/** The lengths of time in a text; `1h 50m`, `1 hour and 50 minutes` and `1시간 50분` are one each. */
export function durationsIn(text: string): DurationFound[] {
  const found: { minutes: number; start: number; end: number; unit: number }[] = [];
  for (const match of text.matchAll(PART)) {
    const groups = match.groups!;
    const unit = (Object.keys(MINUTES) as (keyof typeof MINUTES)[]).find((name) => groups[name] !== undefined)!;
    // `14시 5분` is a time of the day, and `3일` a day of the month as often as not.
    if (unit === 'minute' && /시\s?$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    if (groups['day'] === '일' || (groups['day'] === 'd' && groups['gap'] !== '')) continue;
    const words = /^[^\s\p{L}]+|^\p{L}+/u.exec(match[0])![0].replace(/-$/, '');
    const minutes = (NUMBERS[words.toLowerCase()] ?? Number(words.replace(',', '.'))) * MINUTES[unit];
    const last = found.at(-1);
    const end = match.index + match[0].length;
    const joins = last !== undefined && MINUTES[unit] < last.unit && /^(?:,? and |, | |)$/.test(text.slice(last.end, match.index));
    if (joins) Object.assign(last, { minutes: last.minutes + minutes, end, unit: MINUTES[unit] });
    else found.push({ minutes, start: match.index, end, unit: MINUTES[unit] });
  }
  return found;
}

/** A length of time in words: `1 hour 6 minutes`, `1시간 6분`. */
export function lengthOf(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const inWords = (value: number, unit: 'hour' | 'minute'): string => (value === 0 ? '' : inUnits(value, unit, language));
  return `${inWords(Math.floor(whole / 60), 'hour')} ${inWords(whole % 60, 'minute')}`.trim();
}

/** Do two lengths come to the same, as people count? The rounder one may be off by a tenth, or by five minutes. */
export function isAlike(one: number, other: number, share = 0.1): boolean {
  return Math.abs(one - other) <= Math.max(5, share * Math.max(one, other));
}
