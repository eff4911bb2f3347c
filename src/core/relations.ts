import { rememberingFor } from './remembering.ts';
import type { Relation, RelationPhrase, Vocabulary } from './vocabulary/index.ts';

/** Another document as it is named in a text. */
export interface Reference {
  /** What resolves it: the target of a link, a path, an id or a bare number. */
  readonly value: string;
  /** As it is written, without markup. */
  readonly text: string;
  /** The page on the web that a link leads to where its text is an id, which resolves it here. */
  readonly address?: string;
  readonly start: number;
  readonly end: number;
}

/** A phrase such as "superseded by" with the documents it names; offsets count from the start of the text. */
export interface RelationFound {
  readonly relation: Relation;
  readonly supersedes: boolean;
  readonly references: readonly Reference[];
  readonly start: number;
  readonly end: number;
}

/** The relations that one line or short paragraph of Markdown states, in its order. */
export const relationsIn = rememberingFor((source: string, vocabulary: Vocabulary): readonly RelationFound[] => {
  const { text, at: places } = folded(source.slice(0, LONGEST));
  const starts = phraseStarts(text, vocabulary);
  return starts.flatMap(({ phrase, at, end }, index) => {
    const next = starts[index + 1]?.at ?? text.length;
    const from = places[at] ?? 0;
    const to = places[end] ?? source.length;
    const named =
      phrase.before === ''
        ? lastReference(source, places[starts[index - 1]?.end ?? 0] ?? 0, from)
        : withoutAsides(referencesIn(source.slice(to, places[sentenceEnd(text, end, Math.min(next, end + REACH))] ?? source.length), false, to), source);
    if (!named.length) return phrase.supersedes && phrase.before ? [{ relation: phrase.relation, supersedes: true, references: [], start: from, end: to }] : [];
    return [{ relation: phrase.relation, supersedes: phrase.supersedes, references: named, start: Math.min(from, named[0]!.start), end: Math.max(to, named.at(-1)!.end) }];
  });
});

// "Supersedes ADR-3, see ADR-5 for the reasons": what is named behind is only pointed at.
function withoutAsides(references: readonly Reference[], source: string): readonly Reference[] {
  const aside = references.findIndex(({ start }, index) => index > 0 && ASIDE.test(source.slice(references[index - 1]!.end, start)));
  return aside < 0 ? references : references.slice(0, aside);
}

const ASIDE = /(?<!\p{L})(?:see|cf|siehe|vgl|because|since|due to|owing to|according to|based on|(?:as )?(?:described|discussed|explained|decided|proposed) in|voir|véase|weil)(?!\p{L})|참고|참조|때문|따라/iu;

/** The documents that a text names; with `lax` a text without any recognisable name is one itself. */
export function referencesIn(source: string, lax: boolean, offset = 0): Reference[] {
  const slice = source.slice(0, LONGEST);
  const found: Reference[] = [];
  for (const match of slice.matchAll(REFERENCE)) {
    const part = match.groups ?? {};
    // A badge shows a state and names nothing.
    if (match[0].startsWith('!')) continue;
    if (COUNT.test(match[0]) && !(found.length ? JOINED.test(slice.slice(found.at(-1)!.end - offset, match.index)) : lax || AT_START.test(slice.slice(0, match.index)))) continue;
    const at = { start: offset + match.index, end: offset + match.index + match[0].length };
    const text = (part.text ?? part.wiki ?? part.ref ?? match[0]).replace(/[`*]/g, '').trim();
    const value = part.target ?? part.wiki?.split('|')[0] ?? text;
    if (/^[a-z]+ \d/.test(match[0]) && !ACRONYM.test(match[0])) continue;
    if (!NOTHING.test(text) || part.target) found.push(ID.test(text) && /^(?:https?:)?\/\//.test(value) ? { value: text, text, address: value, ...at } : { value, text, ...at });
  }
  if (!found.length && lax) {
    const text = slice.replace(/[`*"'[\]]/g, '').trim();
    const start = offset + slice.search(/\S/);
    if (text && !NOTHING.test(text) && text.length <= 120 && !/\s/.test(text)) found.push({ value: text, text, start, end: start + slice.trim().length });
  }
  return found;
}

/** A text in small letters without the dates inside of a phrase: "superseded on 2020-05-07 by X" says "superseded by X". */
export function withoutDates(lower: string): string {
  return lower.replace(DATED, '$1 by');
}

const DATED = /(?<![a-z])(super[sc]eded|superseeded|replaced|obsoleted)[:,]?(?: on| at| in| since| as of)? ?[(]?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}|[a-z]{3,9} (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}|v?\d{1,4}(?:\.\d{1,4}){1,3})[)]?,? by(?![a-z])/g;
const LONGEST = 2000;
const REACH = 400;
const NOTHING = /^(?:n\/?a|none|nothing|no|tbd|todo|null|nil|-+|—|\?+|\.+|[nx]+|(?:[a-z]{2,8}[- ]?)?#?(?:n{3,}|x{3,})|0+|#0*|leave blank|\(.*\))$/i;
// `2`, `Phase 2`: a number of a document only right behind the phrase, or in a row with other documents.
const COUNT = /^(?:(?!(?:adr|rfc|rfd|kep|eip|pep|tep|cep) )[a-z]{2,}[a-z] )?\d{1,6}$/i;
const JOINED = /^[\s,;&/+)\]、]*(?:(?:and|or|und|oder|et|ou|y|o|e|및|와|과)\s+)?$/i;
const AT_START = /^[\s:：(\[#"'`*_]*(?:(?:no|nr|number|decision|record|document)\.?\s*)?[#"'`*_(\[]*$/i;
const ID = /^#?[A-Za-z]{0,8}[- ]?#?\d{1,6}\b/;
const ACRONYM = /^(?:[a-z]{0,3}(?:ip|ep|fc|fd|dr|dl))\b/i;
const REFERENCE =
  /!?\[(?<text>[^\[\]\n]{1,300})\]\(\s*<?(?<target>[^()\s<>]{1,400})>?[^()\n]{0,100}\)|\[\[(?<wiki>[^\[\]\n]{1,200})\]\]|\[(?<ref>[^\[\]\n]{1,120})\](?:\[[^\[\]\n]{0,120}\])?|(?<![\w/.-])(?:[\w@.~-]{0,80}\/){0,12}[\w@.~-]{1,120}\.(?:md|markdown|mdx|adoc|rst)\b|(?<![\w/.-])\/?(?:[\w@.~-]{1,80}\/){1,12}[\w@.~-]{1,120}|(?<![\w/.-])(?:[A-Za-z]{2,8}-){0,3}[A-Za-z]{2,8}[- ]?#?\d{1,6}(?![\w.]\d|[\w/-])|(?<![\w/.-])#?\d{1,6}(?![\w./:-]*\d)|(?<![\w/.-])\d{8}-[\w-]{1,120}/gu;

function phraseStarts(lower: string, vocabulary: Vocabulary): { phrase: RelationPhrase; at: number; end: number }[] {
  const taken: { phrase: RelationPhrase; at: number; end: number }[] = [];
  for (const dated of lower.matchAll(DATED)) taken.push({ phrase: { relation: 'supersededBy', before: dated[0], after: '', supersedes: true }, at: dated.index, end: dated.index + dated[0].length });
  for (const phrase of vocabulary.relations) {
    const key = phrase.before || phrase.after;
    for (let at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + key.length)) {
      const end = at + key.length;
      if (!bounded(lower, at, end) || isNegated(lower, at, vocabulary) || taken.some((other) => at < other.end && end > other.at)) continue;
      if (phrase.before && phrase.after && !lower.slice(end, end + REACH).includes(phrase.after)) continue;
      if (taken.length >= 50) return taken;
      taken.push({ phrase, at, end });
    }
  }
  return taken.sort((a, b) => a.at - b.at);
}

// "Will be superseded by X": not yet.
function isNegated(text: string, at: number, vocabulary: Vocabulary): boolean {
  const words = /((?:[\p{L}']+ ){1,3})$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1]!.trim().split(' ') ?? [];
  return words.some((word, index) => /[a-z]/.test(word) && vocabulary.negations.has(words.slice(index).join(' ')));
}

// Letters of a script that puts blanks between words must not go on behind the phrase.
function bounded(text: string, at: number, end: number): boolean {
  const letter = /[a-zà-ɏ0-9]/;
  const before = letter.test(text[at - 1] ?? '') && letter.test(text[at]!);
  const after = letter.test(text[end] ?? '') && letter.test(text[end - 1]!);
  return !before && !after;
}

function lastReference(source: string, from: number, to: number): Reference[] {
  const start = Math.max(from, to - REACH);
  const last = referencesIn(source.slice(start, to), false, start).at(-1);
  return last ? [last] : [];
}

function sentenceEnd(text: string, from: number, to: number): number {
  const stop = text.slice(from, to).replace(/\[[^\]\n]*\](?:\([^)\n]*\))?/g, (link) => 'x'.repeat(link.length)).search(/[.;!?。]\s|\n[ \t]*(?:\n|[-*+] )/);
  return stop < 0 ? to : from + stop + 1;
}

// Lower case without comments and emphasis, every run of blanks as one, and where each of its characters stands in the source.
function folded(source: string): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < source.length; index++) {
    let char = source[index]!;
    if (char === '*' || char === '`' || char === '\u200B') continue;
    if (char === '_' && !(/\w/.test(source[index - 1] ?? '') && /\w/.test(source[index + 1] ?? ''))) continue;
    if (char === '<' && source.startsWith('<!--', index)) {
      const close = source.indexOf('-->', index);
      index = close < 0 ? source.length : close + 2;
      continue;
    }
    // "superseded-by" is "superseded by".
    if (char === '-' && /[a-z]/i.test(source[index - 1] ?? '') && /[a-z]/i.test(source[index + 1] ?? '')) char = ' ';
    if (/\s/.test(char)) char = char === '\n' ? '\n' : ' ';
    if (/\s/.test(char) && /\s/.test(text.at(-1) ?? '')) continue;
    const small = char.toLowerCase();
    text += small.length === 1 ? small : char;
    at.push(index);
  }
  return { text, at };
}
