import { isoDay } from '../calendar.ts';
import { yearlessDaysIn } from '../dates.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';

/** Why a date cannot be read, and the days that it could be, the likeliest first, YYYY-MM-DD. */
export interface UnreadDate {
  readonly why: 'no-day' | 'two-days' | 'no-year' | 'relative';
  readonly days: readonly string[];
}

/** What is wrong with a date as it is written; undefined for a time that is meant to be no day, such as "Q3". `from` is the day of the document, YYYY-MM-DD. */
export function unreadDate(written: string, from: string | null): UnreadDate | undefined {
  const text = written.trim().replace(/^[~(\[<]+|[)\]>.]+$/g, '').trim();
  const ymd = /^(\d{4})(?:[-/.]|\s?[년年]\s?)(\d{1,2})(?:[-/.]|\s?[월月]\s?)(\d{1,2})(?:\s?[일日])?(?: \p{L}{3,9}| ?\(\p{L}{1,3}\)?)?$/u.exec(text);
  if (ymd) return noDay(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const slashed = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[3]), slashed[4]!.length === 2 ? 2000 + Number(slashed[4]) : Number(slashed[4])];
    const days = [...new Set([isoDay(year, second, first), isoDay(year, first, second)])].filter((day) => day !== undefined);
    return days.length === 0 ? { why: 'no-day', days } : days.length === 2 && slashed[2] !== '.' ? { why: 'two-days', days: [days[1]!, days[0]!] } : undefined;
  }
  const short = /^(\d{1,2})(?:[-/.]|\s?월\s?)(\d{1,2})(?:\s?일)?$/.exec(text);
  if (short) return noYear(Number(short[1]), Number(short[2]), /[월]/.test(text) || text.includes('-'), from);
  const [named] = yearlessDaysIn(text, builtInVocabulary);
  if (named?.start === 0 && named.end === text.length) return noYear(named.month, named.day, true, from);
  if (/^(?:by |before |until )?(?:(?:next|this|coming) (?:week|month|mon|tue|wed|thu|fri|sat|sun)\p{L}*|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next)$/iu.test(text)) return { why: 'relative', days: [] };
  return /^(?:다음 ?주|이번 ?주|차주|금주|내일|오늘|모레|다음 ?달|이번 ?달)(?:까지)?$/.test(text) ? { why: 'relative', days: [] } : undefined;
}

// 31 April is the last day of April for most who write it, and 2026-13-05 is day and month the other way round.
function noDay(year: number, month: number, day: number): UnreadDate | undefined {
  if (isoDay(year, month, day)) return undefined;
  const turned = isoDay(year, day, month);
  const last = [30, 29, 28].map((end) => (day > 28 && day <= 31 ? isoDay(year, month, end) : undefined)).find((iso) => iso !== undefined);
  const likely = turned ?? last;
  return { why: 'no-day', days: likely ? [likely] : [] };
}

// The next such day from the document's own on; a slash can mean both orders.
function noYear(first: number, second: number, isMonthFirst: boolean, from: string | null): UnreadDate | undefined {
  const year = Number(from?.slice(0, 4));
  const orders: readonly (readonly [number, number])[] = isMonthFirst ? [[first, second]] : [[first, second], [second, first]];
  const valid = orders.filter(([month, day]) => isoDay(2028, month, day) !== undefined);
  if (!valid.length) return undefined;
  const days = from === null ? [] : valid.flatMap(([month, day]) => [year, year + 1].map((each) => isoDay(each, month, day)).find((iso) => iso !== undefined && iso >= from) ?? []);
  return { why: 'no-year', days: [...new Set(days)] };
}
