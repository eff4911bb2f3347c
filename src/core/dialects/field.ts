import { datesIn } from '../dates.ts';
import type { Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { referencesIn, relationsIn, type Reference } from '../relations.ts';
import { fieldRoles, type FieldRole, type Relation, type Vocabulary } from '../vocabulary/index.ts';
import { claim, type Claim } from './dialect.ts';
import { peopleIn } from './people.ts';
import { isPlaceholder, plain, valueRange } from './source.ts';
import { isChoice, statusIn } from './status-words.ts';

/** A name and what stands behind it, however a dialect separates the two. */
export interface KeyedValue {
  readonly key: string;
  readonly value: Range;
}

/** What a field says, if its key is known; `weight` is that of the dialect. */
export function claimsOfField(document: Document, vocabulary: Vocabulary, dialect: string, field: KeyedValue, weight: number): Claim[] {
  return fieldRoles(field.key, vocabulary).flatMap((role) => claimsOfRole(document, vocabulary, dialect, role, field.value, weight));
}

/** What a text says in the role of a field. */
export function claimsOfRole(document: Document, vocabulary: Vocabulary, dialect: string, role: FieldRole, value: Range, weight: number): Claim[] {
  const range = valueRange(document.text, role === 'status' || role === 'stage' || role === 'title' ? firstLine(document.text, value) : value);
  if (range.end <= range.start) return [];
  const source = document.text.slice(range.start, range.end);
  switch (role) {
    case 'status':
      return statusClaims(document, vocabulary, dialect, range, weight);
    case 'stage':
      return statusClaims(document, vocabulary, dialect, range, weight - STAGE).filter((found) => found.value !== '');
    case 'title':
    case 'feature': {
      const text = plain(source);
      if (isPlaceholder(text)) return [];
      // `use-of-x` is a name for machines: a heading says it in words.
      const isSlug = /^[\p{L}\d]+(?:[-_][\p{L}\d]+)+$/u.test(text);
      return [claim(document, dialect, 'title', text, range, weight - (role === 'feature' || isSlug ? 30 : 0), { text })];
    }
    case 'id':
      return idClaims(document, dialect, range, weight);
    case 'number': {
      const digits = /^#?(\d{1,8})$/.exec(source.trim())?.[1];
      return digits ? [claim(document, dialect, 'number', String(Number(digits)), range, weight)] : [];
    }
    case 'created':
    case 'date':
    case 'started':
    case 'decided':
    case 'updated':
      return dateClaims(document, vocabulary, dialect, 'date', range, weight + DATE_WEIGHTS[role]);
    case 'decideBy':
      return dateClaims(document, vocabulary, dialect, 'decideBy', range, weight);
    case 'owners':
    case 'deciders':
    case 'authors': {
      const people = peopleIn(source);
      return people.length ? [claim(document, dialect, 'owners', people.join('\n'), range, weight + OWNER_WEIGHTS[role], { text: plain(source) })] : [];
    }
    case 'supersededBy':
    case 'supersedes':
    case 'amends':
    case 'amendedBy':
    case 'requires':
      return referenceClaims(document, dialect, role, range, weight, true);
    default:
      return [];
  }
}

/** A status with the relations that its words state. */
export function statusClaims(document: Document, vocabulary: Vocabulary, dialect: string, range: Range, weight: number): Claim[] {
  const source = document.text.slice(range.start, range.end);
  const text = plain(source) || (/^!\[([^\]\n]{1,80})\]/.exec(source)?.[1] ?? '');
  if (isPlaceholder(text) || isChoice(text, vocabulary)) return [];
  const relations = relationClaims(document, vocabulary, dialect, range, weight);
  const superseded = relationsIn(source, vocabulary).find((found) => found.supersedes);
  const found = statusIn(text.length > LONGEST_STATUS ? text.slice(0, PROSE) : plain(source) === '' ? text : source, vocabulary);
  const dated = dateClaims(document, vocabulary, dialect, UNTIL.test(text) ? 'decideBy' : 'date', range, DATE_IN_STATUS);
  const reading = superseded ? { status: 'superseded' as const, word: source.slice(superseded.start, superseded.end) } : found;
  if (reading?.status === 'superseded' && !relations.length) {
    const { start } = range;
    relations.push(...referencesIn(source, false).map((ref) => claim(document, dialect, 'supersededBy', ref.value, { start: start + ref.start, end: start + ref.end }, weight, asNamed(ref))));
  }
  if (!reading && text.length > LONGEST_STATUS) return relations;
  const at = reading ? wordAt(source, reading.word) : -1;
  const token = at >= 0 ? { start: range.start + at, end: range.start + at + reading!.word.length } : undefined;
  return [claim(document, dialect, 'status', reading?.status ?? '', range, reading ? weight + (superseded ? SUPERSEDED : 0) : weight - UNKNOWN, { text, ...(token && { token }) }), ...relations, ...(reading ? dated : [])];
}

// Behind an arrow stands the present state, which may have been the first one, too.
function wordAt(source: string, word: string): number {
  const arrow = Math.max(...['→', '->', '=>', '⇒', '➔', '➡'].map((sign) => source.lastIndexOf(sign)));
  const behind = arrow < 0 ? -1 : source.indexOf(word, arrow);
  return behind < 0 ? source.indexOf(word) : behind;
}

/** What a line says of other documents: "Supersedes ADR-3". */
export function relationClaims(document: Document, vocabulary: Vocabulary, dialect: string, range: Range, weight: number): Claim[] {
  const source = document.text.slice(range.start, range.end);
  return relationsIn(source, vocabulary).flatMap(({ relation, references }) =>
    references.map((ref) => claim(document, dialect, relation, ref.value, { start: range.start + ref.start, end: range.start + ref.end }, weight, asNamed(ref))),
  );
}

/** The documents named in a value whose key says how they are related. */
export function referenceClaims(document: Document, dialect: string, relation: Relation, range: Range, weight: number, lax: boolean): Claim[] {
  const source = document.text.slice(range.start, range.end);
  if (isPlaceholder(plain(source)) && !/\[[^\]]*\d[^\]]*\]/.test(source)) return [];
  return referencesIn(source, lax).map((ref) => claim(document, dialect, relation, ref.value, { start: range.start + ref.start, end: range.start + ref.end }, weight, asNamed(ref)));
}

/** The first date in a value. */
export function dateClaims(document: Document, vocabulary: Vocabulary, dialect: string, property: 'date' | 'decideBy', range: Range, weight: number): Claim[] {
  const found = datesIn(document.text.slice(range.start, range.end), vocabulary)[0];
  if (!found) return [];
  const { value, start, end, dayFirst, order } = found;
  return [claim(document, dialect, property, value, { start: range.start + start, end: range.start + end }, weight, { ...(dayFirst && { dayFirst }), ...(order && { order }) })];
}

/** An id such as `ADR-0012`, `[SE-0296](…)`, `"0001"`; other texts under such a key are none. */
function idClaims(document: Document, dialect: string, range: Range, weight: number): Claim[] {
  const text = plain(document.text.slice(range.start, range.end));
  const found = /^([A-Za-z][A-Za-z._-]{0,30}?)?[-_ #]*(\d{1,8})$/.exec(text);
  if (!found) return [];
  const claims = [claim(document, dialect, 'number', String(Number(found[2])), range, weight, { text })];
  return [claim(document, dialect, 'id', text, range, weight - (found[1] ? 0 : 20), { text }), ...claims];
}

// "Superseded by X" beats a plain state; a status in words that nobody knows gives way to one that is understood.
const SUPERSEDED = 12;
const UNKNOWN = 50;
// A date behind the state is lighter than any that has a key of its own; behind these words it is the end of a term.
const DATE_IN_STATUS = 35;
const UNTIL = /last call|review|comment|until|bis|hasta|jusqu|até|까지|まで/i;
// In prose the state comes at once; words that are longer and name none are no status at all.
const LONGEST_STATUS = 80;
const PROSE = 45;
// A stage or phase is how mature the thing is; only where nothing else is said it tells the state of the document.
const STAGE = 45;
const DATE_WEIGHTS = { decided: 4, created: 6, date: 5, started: 2, updated: -8 } as const;
const OWNER_WEIGHTS = { owners: 4, deciders: 2, authors: 0 } as const;

function firstLine(text: string, range: Range): Range {
  const source = text.slice(range.start, range.end);
  const start = source.search(/\S/);
  if (start < 0) return { start: range.start, end: range.start };
  const stop = source.slice(start).search(/[\r\n]/);
  return { start: range.start + start, end: stop < 0 ? range.end : range.start + start + stop };
}

const asNamed = ({ text, address }: Reference): Pick<Claim, 'text' | 'address'> => ({ text, ...(address === undefined ? {} : { address }) });
