import { LANGUAGES } from '../vocabulary/index.ts';
import { likeCase } from './status-word.ts';

/** `iso` (YYYY-MM-DD) in the form in which `like` is written; as it is where that form could be misread. */
export function writeDate(iso: string, like: string): string {
  const [year, month, day] = iso.split('-') as [string, string, string];
  const pad = (value: string, example: string): string => (example.length === 1 ? String(Number(value)) : value);
  const ymd = /^(\d{4})(\s?[-/.년年‐-―]\s?)(\d{1,2})(\s?[-/.月월‐-―]\s?)(\d{1,2})(\s?[일日])?$/u.exec(like);
  if (ymd) return `${year}${ymd[2]}${padded(month, ymd[3]!, ymd[5]!)}${ymd[4]}${padded(day, ymd[5]!, ymd[3]!)}${ymd[6] ?? ''}`;
  if (/^\d{8}$/.test(like)) return `${year}${month}${day}`;
  const dotted = /^(\d{1,2})(\.\s?)(\d{1,2})(\.\s?)\d{4}$/.exec(like);
  if (dotted) return `${padded(day, dotted[1]!, dotted[3]!)}${dotted[2]}${padded(month, dotted[3]!, dotted[1]!)}${dotted[4]}${year}`;
  const dayFirst = /^(\d{1,2})(st|nd|rd|th|er|º|\.)?([\s/-]+(?:of\s|de\s)?)(\p{L}{3,10})(\.?,?[\s/-]+(?:de\s|del\s)?)\d{4}$/u.exec(like);
  if (dayFirst) {
    const [, number, mark, gap, own, tail] = dayFirst as unknown as [string, string, string | undefined, string, string, string];
    const name = monthLike(Number(month), own) ?? foreignMonth(Number(month), own);
    if (name) return `${pad(day, number)}${mark === '.' || (day === '01' && (mark === 'er' || mark === 'º')) ? mark : ''}${gap}${name}${tail}${year}`;
  }
  const monthFirst = /^(\p{L}{3,10})(\.?\s+)(\d{1,2})(?:st|nd|rd|th)?(,?\s+)\d{4}$/u.exec(like);
  if (monthFirst) {
    const name = monthLike(Number(month), monthFirst[1]!);
    if (name) return `${name}${monthFirst[2]}${pad(day, monthFirst[3]!)}${monthFirst[4]}${year}`;
  }
  const slashed = /^(\d{1,2})([-/])(\d{1,2})\2\d{4}$/.exec(like);
  if (slashed && Number(day) > 12) {
    if (Number(slashed[1]) > 12) return `${day}${slashed[2]}${padded(month, slashed[3]!, '11')}${slashed[2]}${year}`;
    if (Number(slashed[3]) > 12) return `${padded(month, slashed[1]!, '11')}${slashed[2]}${day}${slashed[2]}${year}`;
  }
  return iso;
}

// A number of two digits tells nothing of how one of a single digit would be written: the other number may.
function padded(value: string, own: string, other: string): string {
  const usesOne = own.length === 1 || (!own.startsWith('0') && other.length === 1);
  return usesOne ? String(Number(value)) : value;
}

const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

// In the letters and the length of `like`; undefined where several languages write that month alike and this one not.
function foreignMonth(month: number, like: string): string | undefined {
  const names = LANGUAGES.flatMap(({ language, months }) => {
    const forms = months?.map((each) => each.split('|')) ?? [];
    const own = forms.find((each) => each.includes(like.toLowerCase()));
    // German alone begins a month with a capital.
    if (!own || language === 'en' || (language === 'de') !== /^\p{Lu}/u.test(like)) return [];
    const target = forms[month - 1]!;
    return [likeCase(own[0] === like.toLowerCase() ? target[0]! : (target[1] ?? target[0]!), like)];
  });
  return new Set(names).size === 1 ? names[0] : undefined;
}

function monthLike(month: number, like: string): string | undefined {
  const index = ENGLISH.findIndex((name) => name.toLowerCase().startsWith(like.toLowerCase().slice(0, 3)));
  if (index < 0) return undefined;
  const known = ENGLISH[index]!.toLowerCase();
  const isLong = like.length > 3 && like.toLowerCase() === known;
  if (!isLong && like.length > 3 && like.toLowerCase() !== 'sept') return undefined;
  const name = isLong ? ENGLISH[month - 1]! : ENGLISH[month - 1]!.slice(0, 3);
  return like === like.toUpperCase() ? name.toUpperCase() : like === like.toLowerCase() ? name.toLowerCase() : name;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The English abbreviation of a day's name, as org-mode and Logseq write it. */
export function weekdayOf(iso: string): string {
  return WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? '';
}

/** A year, month and day that the calendar has, written YYYY-MM-DD. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
