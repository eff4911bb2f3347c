import { peopleIn as attendeesIn } from '../actions/people.ts';
import { peopleIn } from '../dialects/people.ts';
import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { sidesOf, type BlameWords } from './words.ts';
import { isKoreanName } from '../korean-names.ts';

/** The people that a document names where it says who wrote it, who owns it and who took part. */
export interface KnownPeople {
  /** Full names, and the first names of those. */
  readonly names: ReadonlySet<string>;
  /** Without `@`, in lower case. */
  readonly handles: ReadonlySet<string>;
}

/** A person where they are named. */
export interface PersonFound {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const PEOPLE_KEY = /owner|author|reviewer|approver|scribe|chair|facilitator|participant|attendee|commander|responder|lead\b|written[ _-]?by|담당|작성자|검토|승인|참석|진행|책임자|소유자/iu;

/** Knows the people of a document; teams and roles are none. */
export function knownPeople(document: Document, entry: Entry | undefined): KnownPeople {
  const inFields = document.fields.flatMap(({ key, valueRange }) => (valueRange && PEOPLE_KEY.test(key) ? peopleIn(document.text.slice(valueRange.start, valueRange.end).replace(/[[\]"']/g, '')) : []));
  const written = [...inFields, ...(entry?.owners ?? []), ...attendeesIn(document)];
  const names = new Set<string>();
  for (const full of written.map(capitalised)) {
    if (!isName(full)) continue;
    names.add(full);
    const first = full.split(' ')[0]!;
    if (full.includes(' ') && first.length > 2 && !WORDS.has(first)) names.add(first);
  }
  const handles = [...written.filter((one) => one.startsWith('@')), ...(entry?.actions ?? []).flatMap(({ owners, tokens }) => (tokens.owners && /@/.test(document.text.slice(tokens.owners.whole.start, tokens.owners.whole.end)) ? owners : []))];
  return { names, handles: new Set(handles.map((one) => one.replace(/^@/, '').toLowerCase())) };
}

const CAPITALISED = /(?<![\p{L}\d@./-])\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?/gu;
const KOREAN = /(?<!\p{L})[가-힣]{3}(?=(?:님|씨)?(?:이|가|은|는|을|를|의|에게|과|와|도|만|께서)?(?![가-힣]))/gu;
const HANDLE = /(?<![\p{L}\d.@/])@([\p{L}\d][\p{L}\d_-]{0,38})(?![\p{L}\d_/@(]|\.\p{L})/gu;

/** Where a text names one of `known`, in its order; not who found the cause, nor whose something is. */
export function peopleNamedIn(text: string, { names, handles }: KnownPeople, languages: readonly BlameWords[]): PersonFound[] {
  const found: PersonFound[] = [];
  const take = (name: string, start: number): void => void found.push({ name, start, end: start + name.length });
  for (const { 0: words, index } of text.matchAll(CAPITALISED)) {
    const [first] = words.split(/ |['’]s$/);
    const full = words.replace(/['’]s$/, '');
    if (names.has(full)) take(full, index);
    else if (names.has(first!)) take(first!, index);
  }
  for (const { 0: name, index } of text.matchAll(KOREAN)) if (names.has(name)) take(name, index);
  for (const { 0: mention, 1: handle, index } of text.matchAll(HANDLE)) if (handles.has(handle!.toLowerCase())) take(mention, index);
  const isNoCause = ({ start, end }: PersonFound): boolean => languages.some(({ credit, possession }) => sidesOf(credit, text, start, end).some(Boolean) || sidesOf({ behind: possession }, text, start, end).some(Boolean));
  return found.filter((one) => !isNoCause(one)).sort((one, other) => one.start - other.start);
}

/** First names that begin a sentence as often as a person's name. */
const WORDS = new Set(['Will', 'Mark', 'May', 'Grace', 'Bill', 'Art', 'Hope', 'Joy', 'Max', 'Pat', 'Chase', 'Chance', 'Case', 'Page', 'Dash', 'June', 'April', 'Rose', 'Dean', 'Grant', 'Frank', 'Rich', 'Major', 'Summer', 'Core', 'The']);
const NO_NAME = /team|group|squad|sre|engineer|platform|\bops\b|support|infra|security|cloud|operation|committee|service|staff|department|\blead\b|manager|owner|on-?call|developer|reliability|product|author|tbd/iu;

function isName(name: string): boolean {
  if (NO_NAME.test(name)) return false;
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(name) || isKoreanName(name);
}

// Those who attended are known in small letters.
function capitalised(name: string): string {
  return name.replace(/\s*\(.*$/u, '').replace(/(^|[ -])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
