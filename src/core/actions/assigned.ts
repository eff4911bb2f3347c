import type { Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { dateAt } from './dates.ts';
import { namesIn } from './owners.ts';
import { isPerson } from './person.ts';
import { unreadDate } from './unread-date.ts';

/** Who does an item and until when, where their place alone says so; ranges count from the start of the text. */
export interface Assigned {
  readonly names: Token | null;
  readonly date: Token | null;
}

const LAST_GROUP = /[([]([^()[\]{}<>\r\n]{2,80})[)\]][*_]{0,2}[\s.\u0001]{0,60}$/;
const FIRST_GROUP = /^[\s*_]{0,4}[([]([^()[\]{}<>\r\n]{2,80})[)\]][*_]{0,2}(?=[\s([])/;
const GROUPS = 3;
const LONGEST = 90;

/**
 * What stands in brackets at the end of `text`, or in front of it, where nothing but names, a time and what is blank is in them, and a date at the end.
 * `due` is the date that is known already.
 */
export function readAssigned(text: string, due: Token | null, people: ReadonlySet<string>): Assigned {
  const behind = assignedIn(groupsBehind(text), text, due, people);
  if (behind.names && (behind.date || (due && isBeside(behind.names.whole, due.whole, text)))) return behind;
  const front = assignedIn(groupsInFront(text), text, due, people);
  if (front.date && front.names) return front;
  const bare = due || behind.date ? undefined : bareDate(text);
  const date = behind.date ?? (bare ? { value: bare, whole: bare } : null);
  const until = date ?? due;
  return { names: (until && behindSeparator(text.slice(0, until.whole.start), people)) ?? null, date };
}

function isBeside(one: Range, other: Range, text: string): boolean {
  return /^[\s.*_\u0001]{0,20}$/u.test(one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start));
}

// With their brackets, the outermost first.
function groupsBehind(text: string): Range[] {
  const groups: Range[] = [];
  let end = text.length;
  while (groups.length < GROUPS) {
    const from = Math.max(0, end - LONGEST);
    const found = LAST_GROUP.exec(text.slice(from, end));
    if (!found) break;
    const start = from + found.index;
    // All of an item is its text.
    if (!/[\p{L}\p{N}]/u.test(text.slice(0, start))) break;
    groups.push({ start, end: start + found[1]!.length + 2 });
    end = start;
  }
  return groups;
}

function groupsInFront(text: string): Range[] {
  const groups: Range[] = [];
  let start = 0;
  while (groups.length < GROUPS) {
    const found = FIRST_GROUP.exec(text.slice(start, start + LONGEST));
    if (!found) break;
    const end = start + found[0].replace(/[*_]+$/, '').length;
    groups.push({ start: end - found[1]!.length - 2, end });
    start += found[0].length;
  }
  return groups;
}

function assignedIn(groups: readonly Range[], text: string, due: Token | null, people: ReadonlySet<string>): Assigned {
  let date: Token | null = null;
  let names: Token | null = null;
  for (const group of groups) {
    const read = readGroup(group, text, due, people);
    if (!read || (read.date && date) || (read.names && names)) break;
    date ??= read.date;
    names ??= read.names;
  }
  return { names, date };
}

// Undefined where something else is said in the brackets, too.
function readGroup(group: Range, text: string, due: Token | null, people: ReadonlySet<string>): Assigned | undefined {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const isKnown = due !== null && due.value.start >= group.start && due.value.end <= group.end;
  const written = isKnown ? due : due ? undefined : dateIn(text, inner);
  const rest = written ? [{ start: inner.start, end: Math.max(inner.start, written.whole.start) }, { start: Math.min(inner.end, written.whole.end), end: inner.end }] : [inner];
  const named: Range[] = [];
  let when = written;
  const parts = rest.flatMap((side) => partsOf(text, side));
  for (const part of parts) {
    const words = text.slice(part.start, part.end);
    if (LABELLED_OWNER.test(words)) continue;
    const day = part.start + DUE_WORD.exec(words)![0].length;
    const value = { start: day, end: part.end - (KOREAN_UNTIL.exec(words)?.[0].length ?? 0) };
    if (!when && !due && isTime(text.slice(value.start, value.end))) when = { value, whole: part };
    else if (namesIn(words).every((name) => isPerson(name.replace(OWNER_LABEL, ''), people)) && namesIn(words).length) named.push(part);
    else if (!TRACKER.test(words)) return undefined;
  }
  const [first] = named;
  const last = named.at(-1);
  // A time without a day is one beside a name only.
  if (when && !written && !first) return undefined;
  if (!first || !last) return { names: null, date: when ? { value: when.value, whole: parts.length ? withSeparator(text, when.whole, inner) : group } : null };
  const names = { start: first.start, end: last.end };
  if (when && names.start < when.value.start && when.value.start < names.end) return undefined;
  const value = { start: names.start + OWNER_LABEL.exec(text.slice(names.start, names.end))![0].length, end: names.end };
  return {
    // A mention is read as such.
    names: text.slice(names.start, names.end).includes('@') ? null : { value, whole: when ? withSeparator(text, names, inner) : group },
    date: when ? { value: when.value, whole: withSeparator(text, when.whole, inner) } : null,
  };
}

const OWNER_LABEL = /^(?:(?:owners?|owned by|assignees?|assigned to|dri|담당자?|책임자|担当者?|负责人)\s)?/iu;
/** What is read as such, whatever it names. */
const LABELLED_OWNER = /^(?:owners?|assignees?|assigned to|dri|담당자?|책임자|担当者?|负责人)\s?[:：]/iu;
const DUE_WORD = /^(?:(?:due|by|until|before|기한|마감)\s)?/iu;
const KOREAN_UNTIL = / ?까지$/u;
const TRACKER = /^(?:#\d{1,7}|b\/\d{3,12}|[A-Z][A-Z0-9]{1,9}-\d{1,7})$/;
const PERIOD = /^(?:q[1-4]|h[12]|eo[dwqmy]|end of|early|mid|late|next|this|after|(?:a|one|two|three|\d{1,2})[- ](?:days?|weeks?|months?|sprints?)|\d{1,2}(?:분기|주 내|일 내|월)|상반기|하반기|이번|다음)(?![\p{L}])/iu;

function isTime(words: string): boolean {
  return unreadDate(words, null) !== undefined || (PERIOD.test(words) && words.length <= 30);
}

const SEPARATED = /(?:\s[–—/|-]\s|[;；]\s?)([^–—/|;()[\]\u0001]{2,60})$/u;

// `text — Mina Seo, 2026-01-31`, `text / 김민아 / 2026-01-31`: of one word only somebody who took part, as other words stand there, too.
function behindSeparator(text: string, people: ReadonlySet<string>): Token | undefined {
  const from = Math.max(0, text.length - LONGEST);
  const found = SEPARATED.exec(text.slice(from).replace(/[\s,;/|–—-]{1,6}$/u, ''));
  if (!found || !isPerson(found[1]!, people) || !(people.has(found[1]!.toLowerCase()) || /[가-힣]|\S \S/u.test(found[1]!))) return undefined;
  const start = from + found.index;
  const end = start + found[0].length;
  return { value: { start: end - found[1]!.length, end }, whole: { start, end } };
}

function dateIn(text: string, { start, end }: Range): Token | undefined {
  for (const word of text.slice(start, end).matchAll(/(?<![\p{L}\p{N}/.-])[\p{L}\d]/gu)) {
    const at = start + word.index;
    const date = dateAt(text, at);
    if (!date || at + date.length > end) continue;
    const value = { start: at, end: at + date.length };
    return { value, whole: value };
  }
  return undefined;
}

const SEPARATOR = /[,;|·\u0001]|\s[/–—-]\s|(?<!\d)\s?\/\s?/gu;

function partsOf(text: string, { start, end }: Range): Range[] {
  const parts: Range[] = [];
  let at = start;
  const take = (to: number): void => {
    const words = text.slice(at, to);
    const lead = /^[\s/–—-]*/u.exec(words)![0].length;
    const length = words.slice(lead).replace(/[\s/–—-]{1,80}$/u, '').length;
    if (length) parts.push({ start: at + lead, end: at + lead + length });
  };
  for (const found of text.slice(start, end).matchAll(SEPARATOR)) {
    take(start + found.index);
    at = start + found.index + found[0].length;
  }
  take(end);
  return parts;
}

// A stroke or a dash goes with what it parts from the rest.
function withSeparator(text: string, { start, end }: Range, inner: Range): Range {
  const before = /\s*[/|·–—:-]\s*$/.exec(text.slice(Math.max(inner.start, start - 8), start));
  if (before) return { start: start - before[0].length, end };
  const after = /^\s*[/|·–—:-]\s*/.exec(text.slice(end, inner.end));
  return after ? { start, end: end + after[0].length } : { start, end };
}

/** What in front of a date makes it the day of something else, or of what is past. */
const OF_ANOTHER = /(?:^|[^\p{L}\p{N}])(?:of|since|from|on|in|after|at|for|to|the|as|and|or|between|until|before|by|than|dated|release|version|incidents?|outages?|postmortem|meeting|minutes|report|retro|review|snapshot|backup|data|logs?|von|vom|ab|seit|am|du|le|del|el|done|\p{L}{2,20}ed|장애|사고|회의|회의록|보고서|배포|릴리스|버전|완료|작성|시작|기준)[\s:：]{1,3}$/iu;

function bareDate(text: string): Range | undefined {
  const from = Math.max(0, text.length - 40);
  for (const word of text.slice(from).matchAll(/(?<=\S\s{1,3})[\p{L}\d]/gu)) {
    const start = from + word.index;
    const date = dateAt(text, start);
    if (!date || !/^[\s.*_]{0,6}$/.test(text.slice(start + date.length))) continue;
    return OF_ANOTHER.test(text.slice(Math.max(0, start - 24), start)) ? undefined : { start, end: start + date.length };
  }
  return undefined;
}
