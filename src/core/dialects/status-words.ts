import type { Status } from '../entry.ts';
import { rememberingFor } from '../remembering.ts';
import { EMOJI, termOf } from '../vocabulary/terms.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { isPlaceholder, plain } from './source.ts';

/** A status in a text, with the word that says it. */
export interface StatusFound {
  readonly status: Status;
  /** The word or phrase as it is written. */
  readonly word: string;
}

/** The status that a line of Markdown states; undefined for other words and for a choice that nobody has made. */
export const statusIn = rememberingFor((source: string, vocabulary: Vocabulary): StatusFound | undefined => {
  const text = plain(source).replace(EMOJI, ' ').trim();
  if (isPlaceholder(text) || isChoice(text, vocabulary)) return undefined;
  const arrow = /^.*(?:→|->|=>|⇒|➔|➡)\s*(.+)$/.exec(text);
  return (arrow && firstStatus(arrow[1]!, vocabulary)) ?? firstStatus(text, vocabulary);
});

/** The status that the whole text is, not a word in it. */
export function exactStatus(text: string, vocabulary: Vocabulary): Status | undefined {
  return vocabulary.statuses.get(termOf(plain(text)).replace(/[.!:,]+$/, ''));
}

const MOST_WORDS = 12;
const LONGEST_PHRASE = 5;
const UNKNOWN_WORDS = 3;
const LONGEST_NEGATION = 3;
const UNSPACED = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

function firstStatus(text: string, vocabulary: Vocabulary): StatusFound | undefined {
  const words = [...text.slice(0, 400).matchAll(WORD)].slice(0, MOST_WORDS);
  let unknown = 0;
  let negated = false;
  for (let at = 0; at < words.length && unknown <= UNKNOWN_WORDS; at++) {
    for (let count = Math.min(LONGEST_PHRASE, words.length - at); count > 0; count--) {
      const first = words[at]!;
      const last = words[at + count - 1]!;
      const written = text.slice(first.index, last.index + last[0].length);
      if (count > 1 && /[.;:()（）,]/.test(written)) continue;
      const status = vocabulary.statuses.get(termOf(written)) ?? (count === 1 ? approximate(written, vocabulary, at === 0) : undefined);
      if (status === undefined) continue;
      return negated || isPostponed(written, text, words.slice(at + count), vocabulary) ? undefined : { status, word: written };
    }
    const term = termOf(words[at]![0]);
    const negation = negationAt(words.slice(at), vocabulary);
    if (negation) {
      negated = true;
      at += negation - 1;
    } else if (!vocabulary.statusFillers.has(term)) unknown++;
    if (/[.;。]\s/.test(text.slice(words[at]!.index, words[at + 1]?.index ?? text.length)) && unknown > 0) return undefined;
  }
  return undefined;
}

// How many of the first words turn what follows into its opposite: "not", "will be", "noch nicht".
function negationAt(words: readonly RegExpMatchArray[], vocabulary: Vocabulary): number {
  for (let count = Math.min(LONGEST_NEGATION, words.length); count > 0; count--) if (vocabulary.negations.has(termOf(words.slice(0, count).map(([word]) => word).join(' ')))) return count;
  return 0;
}

// "Not accepted yet" is not rejected; "승인 예정" and "承認されていません" are not accepted.
function isPostponed(written: string, text: string, behind: readonly RegExpMatchArray[], vocabulary: Vocabulary): boolean {
  const [next] = behind;
  const term = termOf(written);
  if (UNSPACED.test(term)) {
    const known = [...Array(Math.min(term.length, 12)).keys()].map((cut) => term.length - cut).find((end) => end >= 2 && vocabulary.statuses.has(term.slice(0, end))) ?? term.length;
    const rest = term.slice(known);
    const isNear = next !== undefined && /^\s*$/.test(text.slice(text.lastIndexOf(written, next.index) + written.length, next.index));
    for (const each of vocabulary.postponements) {
      if (!UNSPACED.test(each)) continue;
      if (each.length === 1 ? rest === each : rest.includes(each)) return true;
      if (isNear && (each.length === 1 ? termOf(next[0]) === each : termOf(next[0]).startsWith(each))) return true;
    }
    return false;
  }
  const first = term.split(' ', 1)[0]!;
  if (!vocabulary.negations.has(first)) return false;
  for (let count = Math.min(LONGEST_NEGATION, behind.length); count > 0; count--) if (vocabulary.postponements.has(termOf(behind.slice(0, count).map(([word]) => word).join(' ')))) return true;
  return false;
}

// Scripts without blanks put endings behind the word; the others are forgiven one slip of the pen in a long one.
function approximate(word: string, vocabulary: Vocabulary, forgiving: boolean): Status | undefined {
  const term = termOf(word);
  if (UNSPACED.test(term)) {
    for (let end = Math.min(term.length, 12); end >= 2; end--) {
      const status = vocabulary.statuses.get(term.slice(0, end));
      if (status) return status;
    }
    return undefined;
  }
  // "Supersedes ADR-3" is no slip of "superseded".
  if (!forgiving || term.length < 7 || term.length > 20 || vocabulary.fields.has(term)) return undefined;
  for (const [phrase, status] of vocabulary.statuses) {
    if (phrase.length >= 7 && Math.abs(phrase.length - term.length) <= 1 && phrase[0] === term[0] && oneSlip(phrase, term)) return status;
  }
  return undefined;
}

function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const ending = (x: string, y: string) => a.slice(start + x.length) === b.slice(start + y.length);
  const [x, y] = [a[start] ?? '', b[start] ?? ''];
  return ending(x, y) || ending(x, '') || ending('', y) || (a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2));
}

/** Is it a list to choose from, as "Draft / In review / Approved", or a question? "Accepted / Implemented" is none. */
export const isChoice = rememberingFor((text: string, vocabulary: Vocabulary): boolean => {
  if (/[?？]\s*$/.test(text)) return true;
  const parts = text.split(/\s*(?:\/|\||,|、|·|\s(?:or|oder|ou|o|또는|或)\s)\s*/).filter(Boolean).slice(0, 20);
  // "Proposed | Accepted" is what a template offers, "Accepted / Implemented" both.
  if (/^[^|]+\s*\|\s*[^|]+$/.test(text) && text.split('|').every((part) => exactStatus(part, vocabulary)) && distinct(text.split('|'), vocabulary) === 2) return true;
  if (parts.length >= 3 && distinct(parts, vocabulary) >= 3) return true;
  return distinct([...text.matchAll(/["'“‘「『`]([^"'”’」』`]{2,30})["'”’」』`]/g)].map((quoted) => quoted[1]!), vocabulary) >= 3;
});

function distinct(words: readonly string[], vocabulary: Vocabulary): number {
  return new Set(words.map((word) => vocabulary.statuses.get(termOf(word)) ?? (word.length <= 20 ? firstStatus(word, vocabulary)?.status : undefined)).filter(Boolean)).size;
}
