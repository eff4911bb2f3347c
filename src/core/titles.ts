import { termOf } from './vocabulary/terms.ts';
import type { Vocabulary } from './vocabulary/index.ts';

/** An id in front of a title or a file's name. */
export interface IdFound {
  /** As people say it: `ADR-0012`; without a prefix the digits as they are written. */
  readonly id: string;
  readonly number: number;
  /** Formed as only ids are; otherwise it could be a word with a number, as in `Week 5: …`. */
  readonly certain: boolean;
  /** Written in one, as `MSC1708: …`: an id only where another source has its number, as `SHA256: …` is a name. */
  readonly joined: boolean;
  /** What follows it. */
  readonly rest: string;
}

/** The id at the start of a heading: `ADR 012: …`, `9. …`, `RFC-0009 …`; a year or a version is none. */
export function idInTitle(title: string): IdFound | undefined {
  const prefixed = /^((?:[\p{L}!][\p{L}\d!]*[ ]+){0,2}?)([A-Z][A-Za-z]{1,11})([- _]?#?)(\d{1,8})(?![\d.]\d|\w)\s*(-+(?=\s)|[:：.)\]|–—―]*)\s*/u.exec(title);
  if (prefixed) {
    const [whole, words = '', prefix = '', joint = '', digits = '', separator = ''] = prefixed;
    const shouted = prefix === prefix.toUpperCase();
    const joined = joint === '' && !ACRONYM.test(prefix);
    if (!NO_SERIES.test(prefix) && (!joined || (shouted && words === '')) && (separator !== '' || (words === '' && shouted && (joint === '-' || digits.length >= 3)) || whole.length === title.length)) {
      return { id: `${prefix.length <= 6 ? prefix.toUpperCase() : prefix}-${digits}`, number: Number(digits), certain: ACRONYM.test(prefix), joined, rest: title.slice(whole.length) };
    }
  }
  const bare = /^(?:#|№|No\.?\s?)?(\d{1,8})(?![\d.,]*\d)\s*(?:[.:：)]\s+|\s+[–—|-]\s+|[–—]\s*)(?=\S)/.exec(title);
  return bare && !(bare[1]!.length === 4 && /^\s*[-/]/.test(title.slice(4))) ? { id: bare[1]!, number: Number(bare[1]), certain: true, joined: false, rest: title.slice(bare[0].length) } : undefined;
}

/** A title as it is shown: without the id, the date or the state in front of it, and without an anchor behind it. */
export function bareTitle(title: string, numbers: readonly number[], vocabulary: Vocabulary): string {
  let rest = title
    .replace(/\{#[^{}]*\}\s*$/, '')
    .replace(/^\s*([[(【])([^\])】]{1,40})[\])】]\s*[:-]?\s*/, (whole, bracket: string, word: string) => (vocabulary.statuses.has(termOf(word)) && (bracket !== '(' || isOnlyState(word)) ? '' : whole))
    .replace(/^\d{4}-\d{1,2}-\d{1,2}\s*(?:[:,–—-]\s*|\s)(?=\S)/, '')
    .replace(/^(?:feature name|rfc name|title)[:：]\s*(?=\S)/i, '')
    .replace(/^[A-Z]{2,6}[- ](?:N{3,5}|X{3,5}):\s*(?=\S)/, '')
    .trim();
  const id = idInTitle(rest);
  if (id?.rest && (numbers.includes(id.number) || id.certain)) return id.rest.trim();
  const named = /^[A-Z]{2,6}[- ]?#?(\d{1,8})\s+(?=\p{Lu})/u.exec(rest);
  if (named && numbers.includes(Number(named[1]))) return rest.slice(named[0].length);
  const tight = /^(\d{3,8})[-_](?=\p{L})/u.exec(rest);
  if (tight && numbers.includes(Number(tight[1]))) return rest.slice(tight[0].length);
  const double = /^(\d{1,4}[-.]\d{1,4})[.:]?\s+(?=\S)/.exec(rest);
  if (double) rest = rest.slice(double[0].length);
  const own = /^(?:#\s?)?(\d{1,8})\s+(?=\D)/.exec(rest);
  return own && numbers.includes(Number(own[1])) ? rest.slice(own[0].length) : rest;
}

/** Is a word that can be a state hardly ever anything else? "rfc", "open", "final" in a title or as a folder's name tell what lies there. */
export function isOnlyState(word: string): boolean {
  return !AMBIGUOUS.test(word.trim());
}

const AMBIGUOUS = /^(?:rfcs?|proposals?|new|review|open|active|final|current|ideas?|discussion|live|ready|standard|stable|concept|sketch|initial|published|historical|historic|history|implementation|in implementation|discovery|exploration|planning|design|production|prototype)$/i;

/** What a file's or folder's name says before its words: `adr-060-x` has an id, `20200924-x` and `2020-09-24` a date. */
export interface NameParts {
  readonly id?: string;
  readonly number?: number;
  readonly date?: string;
  /** The rest, as words. */
  readonly words: string;
  /** The way of naming, the same for names formed alike. */
  readonly pattern: 'number' | 'prefix-number' | 'date' | 'plain';
  /** The letters of a `prefix-number`, in lower case. */
  readonly prefix?: string;
}

export function namePartsOf(stem: string): NameParts {
  const date = /^(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?=$|[-_. ])[-_. ]*/.exec(stem);
  if (date && isDay(date[1]!, date[2]!, date[3]!)) return { date: `${date[1]}-${date[2]}-${date[3]}`, words: wordsOf(stem.slice(date[0].length)), pattern: 'date' };
  const month = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?=[-_ ]\D)[-_ ]*/.exec(stem);
  if (month) return { words: wordsOf(stem.slice(month[0].length)), pattern: 'date' };
  const double = /^(\d{1,4}-\d{1,4})[_ .](?=\D)/.exec(stem);
  if (double) return { id: double[1]!, words: wordsOf(stem.slice(double[0].length)), pattern: 'number' };
  const number = /^#?(\d{1,8})(?=$|[-_. ])[-_. ]*/.exec(stem);
  if (number) return { id: number[1]!, number: Number(number[1]), words: wordsOf(stem.slice(number[0].length)), pattern: 'number' };
  // `design_3_0` is a version, and `log-2020-05-07` a date.
  const prefixed = /^([A-Za-z]{2,12})([-_ ]?)(?!\d{4}-\d\d-\d\d)(\d{3,8}|\d{1,2}(?![-_.]\d{1,2}(?:$|[-_. ]))|[Nn]{4}|[Xx]{3,4})(?=$|[-_. ])[-_. ]*/.exec(stem);
  if (prefixed && !NO_SERIES.test(prefixed[1]!) && (prefixed[2] !== '' || ACRONYM.test(prefixed[1]!))) {
    const number = /^\d/.test(prefixed[3]!) ? Number(prefixed[3]) : undefined;
    const words = wordsOf(stem.slice(prefixed[0].length));
    const prefix = prefixed[1]!.toLowerCase();
    return number === undefined ? { words, pattern: 'plain' } : { id: `${prefix.length <= 6 ? prefix.toUpperCase() : prefix}-${prefixed[3]}`, number, words, pattern: 'prefix-number', prefix };
  }
  // `ODH-ADR-Operator-0003-x`: a series within a series.
  const parts = /^((?:[A-Za-z]{2,12}[-_]){2,4})(\d{2,8})(?=$|[-_. ])[-_. ]*/.exec(stem);
  const series = parts?.[1]!.slice(0, -1).split(/[-_]/);
  if (parts && series?.some((part) => ACRONYM.test(part))) return { id: `${parts[1]}${parts[2]}`, number: Number(parts[2]), words: wordsOf(stem.slice(parts[0].length)), pattern: 'prefix-number', prefix: series.join('-').toLowerCase() };
  return { words: wordsOf(stem), pattern: 'plain' };
}

/** A name without its ending: `docs/x.md` → `x`. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z]+$/, '');
}

// What is counted in a plan or a book is no series of records.
const NO_SERIES = /^(?:phase|week|part|step|sprint|day|chapter|v|ver|version|release|iteration|milestone|session|level|stage|round|lesson|module|unit|year|appendix|figure|table|section|option)$/i;

// The way most numbered series are called: ADR, RFC, RFD, and the many "… improvement / enhancement proposals".
const ACRONYM = /^(?:[a-z]{0,3}(?:ip|ep|fc|fd|dr|dl|ps))$/i;

function isDay(year: string, month: string, day: string): boolean {
  return Number(year) >= 1970 && Number(year) <= 2100 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function wordsOf(slug: string): string {
  return slug.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim();
}
