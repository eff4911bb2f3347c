import { daysBefore, daysBetween } from '../calendar.ts';
import { nameOf } from '../paths.ts';
import type { Entry } from '../entry.ts';

/** The day of the next meeting after these minutes, the latest first: as far off as the last two were apart, and not before today. */
export function nextDay(minutes: readonly Pick<Entry, 'date'>[], today: string): string {
  const [last, before] = minutes.flatMap(({ date }) => date ?? []);
  const step = last !== undefined && before !== undefined ? daysBetween(before, last) : 7;
  if (last === undefined || step === undefined || step < 1 || step > 100) return today;
  let day = last;
  for (let turn = 0; turn < 400 && (day <= last || day < today); turn++) day = daysBefore(day, -step);
  return day < today ? today : day;
}

/** A title or a file name with the date, the week or the number of the next meeting instead of the last one's. */
export function advanced(text: string, from: string, to: string): string {
  const dated = withDate(text, from, to);
  const week = weekOf(from);
  const weekly = dated.replace(WEEK, (all, before: string | undefined, digits: string | undefined, counted: string | undefined) => (Number(digits ?? counted) === week ? `${before ?? ''}${String(weekOf(to)).padStart((digits ?? counted)!.length, '0')}${digits === undefined ? all.slice(counted!.length) : ''}` : all));
  if (weekly !== text) return weekly;
  return text.replace(NUMBER, (_, sign: string, digits: string) => sign + String(Number(digits) + 1).padStart(digits.length, '0'));
}

/** The name of the next minutes, made like that of the last; undefined where that has neither their date nor a number. */
export function nextName({ path, date }: Entry, to: string): string | undefined {
  const name = nameOf(path);
  const next = date === null ? name : advanced(name, date, to);
  return next === name ? undefined : next;
}

const WEEK = /(?<![\p{L}\d])((?:week|wk|cw|kw|w)[ _-]?)(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})(?: ?주차)/giu;
const NUMBER = /(#|no\.? ?|제 ?)(\d{1,5})(?!\d)/iu;

function withDate(text: string, from: string, to: string): string {
  const [year, month, day] = from.split('-') as [string, string, string];
  const [toYear, toMonth, toDay] = to.split('-') as [string, string, string];
  const bare = (digits: string): string => String(Number(digits));
  return text
    .replace(new RegExp(`(?<!\\d)${year}(?<sign>[-_./]?)${month}\\k<sign>${day}(?!\\d)`, 'g'), (_, sign: string) => [toYear, toMonth, toDay].join(sign))
    .replace(new RegExp(`(?<!\\d)${year}년 ?${bare(month)}월 ?${bare(day)}일`, 'g'), `${toYear}년 ${bare(toMonth)}월 ${bare(toDay)}일`)
    .replace(new RegExp(`(?<![\\p{L}\\d])(${names(month)})\\.? ${bare(day)}(?=,? ${year})(,?) ${year}`, 'giu'), (_, name: string, comma: string) => `${monthLike(name, toMonth)} ${bare(toDay)}${comma} ${toYear}`)
    .replace(new RegExp(`(?<!\\d)0?${bare(day)} (${names(month)}) ${year}(?!\\d)`, 'giu'), (_, name: string) => `${bare(toDay)} ${monthLike(name, toMonth)} ${toYear}`);
}

function names(month: string): string {
  return [monthName(month, 'long'), monthName(month, 'short')].join('|');
}

function monthName(month: string, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat('en', { month: style, timeZone: 'UTC' }).format(new Date(`2026-${month}-01T00:00:00Z`));
}

const monthLike = (written: string, month: string): string => monthName(month, written.length > 3 ? 'long' : 'short');

// The week of the year as ISO 8601 counts: that with the first Thursday is the first.
function weekOf(date: string): number {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}
