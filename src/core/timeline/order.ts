import { longestRun } from '../longest-run.ts';
import type { Row } from './rows.ts';
import { offsetOf } from './zones.ts';

/** A row with its place in time. */
export interface Placed {
  readonly row: Row;
  /** Minutes since 1970 where the day is known, otherwise since the midnight before the first row; undefined where it cannot be told. */
  readonly at: number | undefined;
}

const DAY = 1440;
const HALF_DAY = 720;

/** Puts rows on one line of time; a day that is not written is the one of the row before, or the next one past midnight. */
export function placeRows(rows: readonly Row[]): Placed[] {
  // On a clock of twelve hours every step back begins another half of the day.
  const isHalfDay = saysHalfDays(rows);
  let year = yearOf(rows);
  let day = 0;
  let last: { readonly at: number; readonly zone: string | undefined } | undefined;
  return rows.map((row) => {
    const { stamp } = row;
    const own = stamp.day ?? (stamp.monthDay === undefined ? undefined : dayOfYear(year, stamp.monthDay, day));
    if (own !== undefined) {
      day = own;
      year = new Date(own * DAY * 60_000).getUTCFullYear();
    }
    const shift = shiftOf(stamp.zone, last?.zone);
    if (stamp.minutes === undefined || stamp.isVague || shift === undefined) {
      if (own !== undefined || shift === undefined) last = undefined;
      return { row, at: undefined };
    }
    let at = day * DAY + stamp.minutes - shift;
    const back = last && own === undefined ? last.at - at : 0;
    if (back > 0 && isHalfDay) at += Math.ceil(back / HALF_DAY) * HALF_DAY;
    else if (back > HALF_DAY) at += Math.round(back / DAY) * DAY;
    day = Math.floor((at + shift) / DAY);
    last = { at, zone: stamp.zone ?? last?.zone };
    return { row, at };
  });
}

/** Two rows that stand the wrong way round. */
export interface Misplaced {
  /** The one whose move puts the others in order. */
  readonly row: Row;
  readonly other: Row;
  /** The row stands behind the other and happened before it. */
  readonly isLate: boolean;
}

/** The first row that stands out of the order of the others; undefined where they are in order, or all the latest first. */
export function misplacedIn(placed: readonly Placed[]): Misplaced | undefined {
  const timed = placed.filter((one): one is Placed & { readonly at: number } => one.at !== undefined);
  const times = timed.map(({ at }) => at);
  const run = longestRun(times);
  if (run.size === times.length || isLatestFirst(times)) return undefined;
  const index = times.findIndex((_, at) => !run.has(at));
  let before: number | undefined;
  for (let at = index - 1; at >= 0 && before === undefined; at--) if (run.has(at)) before = at;
  if (before !== undefined && times[before]! > times[index]!) return { row: timed[index]!.row, other: timed[before]!.row, isLate: true };
  const next = times.findIndex((time, at) => at > index && run.has(at) && time < times[index]!);
  return next < 0 ? undefined : { row: timed[index]!.row, other: timed[next]!.row, isLate: false };
}

function isLatestFirst(times: readonly number[]): boolean {
  return times.length > 2 && times.every((time, index) => index === 0 || time <= times[index - 1]!);
}

function yearOf(rows: readonly Row[]): number {
  const dated = rows.find(({ stamp }) => stamp.day !== undefined)?.stamp.day;
  return dated === undefined ? 2000 : new Date(dated * DAY * 60_000).getUTCFullYear();
}

// January behind December is of the next year.
function dayOfYear(year: number, monthDay: number, before: number): number {
  const of = (one: number): number => Math.round(Date.UTC(one, Math.floor(monthDay / 100) - 1, monthDay % 100) / (DAY * 60_000));
  return before - of(year) > 180 ? of(year + 1) : of(year);
}

// How far a zone is ahead of the one before; undefined where nobody can tell.
function shiftOf(zone: string | undefined, before: string | undefined): number | undefined {
  if (zone === undefined || before === undefined || zone === before) return 0;
  const own = offsetOf(zone);
  const other = offsetOf(before);
  return own === undefined || other === undefined ? undefined : own - other;
}

// `11:50, 12:10, 1:05` is a clock of twelve hours.
function saysHalfDays(rows: readonly Row[]): boolean {
  const timed = rows.filter(({ stamp }) => stamp.minutes !== undefined);
  return timed.every(({ stamp }) => stamp.isHalfDay) && timed.some(({ stamp }) => stamp.minutes! < 600);
}
