import type { Language } from './language.ts';
import { remembering } from './remembering.ts';

const DAY = 86_400_000;

/** Days from `from` to `to`, both YYYY-MM-DD; negative where `to` is earlier. Undefined where one is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
  return Number.isFinite(days) ? Math.round(days) : undefined;
}

/** The day so many days before `day`, both YYYY-MM-DD. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

/** The day so many days after `day`, both YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  return daysBefore(day, -days);
}

/** YYYY-MM-DD; undefined for a day that the calendar does not have. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Today in the local time zone, YYYY-MM-DD. */
export function dayOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A length of time in the words of `language`, in the largest unit that fits: `3 weeks`, `3주`. */
export function duration(days: number, language: Language): string {
  const length = Math.abs(days);
  const [value, unit] = length < 14 ? [length, 'day'] : length < 61 ? [Math.floor(length / 7), 'week'] : length < 730 ? [Math.floor(length / 30.44), 'month'] : [Math.floor(length / 365), 'year'];
  return inUnits(value as number, unit as string, language);
}

/** So many of a unit of time, in words. */
export function inUnits(value: number, unit: string, language: Language): string {
  return formatOf(`${language} ${unit}`).format(value);
}

// To make one takes longer than most rules.
const formatOf = remembering((words) => {
  const [language, unit] = words.split(' ') as [Language, string];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
});

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
