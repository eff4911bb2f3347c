import { datesIn, yearlessDaysIn } from '../dates.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { ZONE_BEHIND } from './zones.ts';

/** When something happened, as the beginning of a text says it. */
export interface Stamp {
  /** Days since 1970 for a whole date; undefined where none is written. */
  readonly day: number | undefined;
  /** 100 times the month and the day, for a date without its year. */
  readonly monthDay: number | undefined;
  /** Minutes since midnight, with seconds as a fraction; undefined for a mere date. */
  readonly minutes: number | undefined;
  /** All of it as it is written. */
  readonly written: string;
  readonly zone: string | undefined;
  /** Said to be about then, or written so that it can be two dates or two times of the day. */
  readonly isVague: boolean;
  /** An hour that a clock of twelve hours shows, without saying which half of the day. */
  readonly isHalfDay: boolean;
  /** How much of the text it is; UTF-16 units. */
  readonly length: number;
}

/** Reads the date and the time that a text begins with; undefined where it begins with something else. */
export function stampOf(text: string): Stamp | undefined {
  const head = text.slice(0, LONGEST).replace(/[*_`[\]()<>|,]/g, ' ');
  let at = skip(LEAD, head, 0);
  const start = at;
  const approximately = /[~≈]|(?:ca|circa|around|about|approx|약|대략)/iu.test(head.slice(0, at));
  let day = dayAt(head, at);
  if (day) at = skip(BETWEEN, head, day.end);
  const time = timeAt(head, at);
  if (!day && !time) return undefined;
  if (time) at = time.end;
  if (time && !day) {
    const behind = skip(BETWEEN, head, at);
    day = dayAt(head, behind);
    if (day) at = day.end;
  }
  const later = time && /^\s{0,2}(?:maybe|approx|ca\.|or so|\?|경|쯤|무렵)/iu.test(head.slice(at));
  return {
    day: day?.day, monthDay: day?.monthDay, minutes: time?.minutes, zone: time?.zone, written: text.slice(start, at).replace(/[*_`[\]()|]/g, '').replace(/\s+/g, ' ').trim(),
    isVague: approximately || Boolean(later) || (day?.isAmbiguous ?? false), isHalfDay: time?.isHalfDay ?? false, length: at,
  };
}

const LONGEST = 160;
const LEAD = /(?:\s|[-–—•]|~|≈|(?:at|ca\.?|circa|around|about|approx\.?|approximately|on|약|대략)\s|(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?[.\s]|[월화수목금토일]요일\s?)*/iuy;
const BETWEEN = /(?:\s|[-–—@T:·]|(?:at|on|um|ca\.?|around|about)\s|[월화수목금토일]요일\s)*/iuy;

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text) ? pattern.lastIndex : from;
}

interface DayFound {
  readonly day: number | undefined;
  readonly monthDay: number | undefined;
  readonly isAmbiguous: boolean;
  readonly end: number;
}

function dayAt(text: string, at: number): DayFound | undefined {
  const whole = datesIn(text.slice(at, at + 40), builtInVocabulary)[0];
  if (whole?.start === 0) return { day: dayNumber(whole.value), monthDay: undefined, isAmbiguous: whole.dayFirst !== undefined, end: at + whole.end };
  const [found] = yearlessDaysIn(text.slice(at, at + 40), builtInVocabulary);
  return found?.start === 0 ? { day: undefined, monthDay: found.month * 100 + found.day, isAmbiguous: false, end: at + found.end } : undefined;
}

/** Days since 1970 of a date, YYYY-MM-DD. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

interface TimeFound {
  readonly minutes: number;
  readonly zone: string | undefined;
  readonly isHalfDay: boolean;
  readonly end: number;
}

const CLOCK = /(오전|오후|새벽|아침|낮|저녁|밤)?\s?(\d{1,2})[:：h](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?)?(?!\d|:\d|%)(?:\s?([ap])\.?m(?:\.(?=\s|:|$))?(?![\p{L}\d]))?/iuy;
const HOUR = /(\d{1,2})\s?([ap])\.?m\b\.?/iuy;
const KOREAN = /(오전|오후|새벽|아침|낮|저녁|밤)?\s?(\d{1,2})시(?:\s?(\d{1,2})분(?:\s?(\d{1,2})초)?|\s?(반))?(?!\s?간)/uy;

function timeAt(text: string, at: number): TimeFound | undefined {
  const found = timeWith(CLOCK, text, at, (part) => ({ half: part[5] ?? part[1], hours: part[2]!, minutes: part[3]!, seconds: part[4] }))
    ?? timeWith(HOUR, text, at, (part) => ({ half: part[2], hours: part[1]!, minutes: '0', seconds: undefined }))
    ?? timeWith(KOREAN, text, at, (part) => ({ half: part[1], hours: part[2]!, minutes: part[5] ? '30' : (part[3] ?? '0'), seconds: part[4] }));
  if (!found) return undefined;
  ZONE_BEHIND.lastIndex = found.end;
  const zone = ZONE_BEHIND.exec(text)?.[0];
  return { ...found, zone: zone?.trim(), end: found.end + (zone?.length ?? 0) };
}

/** The times of the day that a text names, as minutes since midnight, in its order. */
export function timesIn(text: string): number[] {
  const times: number[] = [];
  let end = 0;
  for (const { index } of text.matchAll(NUMBER)) {
    const time = index < end ? undefined : timeAt(text, index);
    if (!time) continue;
    times.push(time.minutes);
    end = time.end;
  }
  return times;
}

const NUMBER = /(?<![\p{L}\d:.,])\d/gu;

interface Parts {
  readonly half: string | undefined;
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string | undefined;
}

function timeWith(pattern: RegExp, text: string, at: number, partsOf: (found: RegExpExecArray) => Parts): Omit<TimeFound, 'zone'> | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const { half, hours, minutes, seconds } = partsOf(found);
  const hour = Number(hours);
  const minute = Number(minutes);
  if (hour > 24 || minute > 59 || Number(seconds ?? 0) > 60) return undefined;
  const isLate = half !== undefined && /^(?:p|오후|저녁|밤|낮)/iu.test(half);
  const isEarly = half !== undefined && !isLate;
  const ofDay = isLate && hour < 12 ? (half === '밤' && hour < 6 ? hour : hour === 11 && half === '낮' ? 11 : hour + 12) : isEarly && hour === 12 ? 0 : hour;
  return { minutes: ofDay * 60 + minute + Number(seconds ?? 0) / 60, isHalfDay: half === undefined && hour >= 1 && hour <= 12 && hours.length === (hour > 9 ? 2 : 1), end: pattern.lastIndex };
}
