import type { Kind, Status } from '../entry.ts';
import { rememberingFor } from '../remembering.ts';
import { chinese } from './zh.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { german } from './de.ts';
import { japanese } from './ja.ts';
import { OTHER_MONTHS } from './months.ts';
import { korean } from './ko.ts';
import { portuguese } from './pt.ts';
import { spanish } from './es.ts';
import { newTermOf, termsOf } from './terms.ts';
import type { FieldRole, Relation, SectionRole, Words } from './vocabulary.ts';

export type { FieldRole, Relation, SectionRole, Words } from './vocabulary.ts';

/** A way of saying how two documents stand to each other: what comes before the other's name and what after. */
export interface RelationPhrase {
  readonly relation: Relation;
  readonly before: string;
  readonly after: string;
  /** Whoever says it of a document says that it is superseded. */
  readonly supersedes: boolean;
}

/** All languages in one table; every key has gone through `termOf`. */
export interface Vocabulary {
  readonly statuses: ReadonlyMap<string, Status>;
  readonly fields: ReadonlyMap<string, readonly FieldRole[]>;
  readonly sections: ReadonlyMap<string, readonly SectionRole[]>;
  readonly relations: readonly RelationPhrase[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly placeholderTitles: ReadonlySet<string>;
  readonly months: ReadonlyMap<string, number>;
  readonly statusFillers: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly postponements: ReadonlySet<string>;
  readonly reviews: readonly string[];
}

/** What a team's settings add to the built-in words. */
export type Additions = Partial<Pick<Words, 'fields' | 'sections' | 'relations' | 'kinds'>> & {
  readonly statuses?: Readonly<Partial<Record<Status, readonly string[]>>>;
};

/** One table of many languages; where two languages disagree about a word, the earlier one wins. */
export function vocabularyOf(languages: readonly (Partial<Words> | Additions)[]): Vocabulary {
  const statuses = new Map<string, Status>();
  const fields = new Map<string, FieldRole[]>();
  const sections = new Map<string, SectionRole[]>();
  const kinds = new Map<string, Kind>();
  const months = new Map<string, number>();
  const placeholderTitles = new Set<string>();
  const statusFillers = new Set<string>();
  const negations = new Set<string>();
  const postponements = new Set<string>();
  const reviews: string[] = [];
  const phrases = new Map<string, Omit<RelationPhrase, 'supersedes'>>();

  for (const words of languages as readonly Partial<Words>[]) {
    for (const [status, names] of entries(words.statuses)) for (const name of names) setOnce(statuses, newTermOf(name), status);
    for (const [role, names] of entries(words.fields)) for (const name of names) append(fields, newTermOf(name), role);
    for (const [role, names] of entries(words.sections)) for (const name of names) append(sections, newTermOf(name), role);
    for (const [kind, names] of entries(words.kinds)) for (const name of names) setOnce(kinds, newTermOf(name), kind);
    for (const [relation, patterns] of entries(words.relations)) {
      for (const pattern of patterns) {
        const [before = '', after = ''] = pattern.toLowerCase().split('%');
        setOnce(phrases, pattern, { relation, before: before.trim(), after: after.trim() });
      }
    }
    words.months?.forEach((names, index) => {
      for (const name of names.split('|')) setOnce(months, name, index + 1);
    });
    for (const title of words.placeholderTitles ?? []) placeholderTitles.add(newTermOf(title));
    for (const filler of words.statusFillers ?? []) statusFillers.add(newTermOf(filler));
    for (const negation of words.negations ?? []) negations.add(newTermOf(negation));
    for (const postponement of words.postponements ?? []) postponements.add(newTermOf(postponement));
    reviews.push(...(words.reviews ?? []).map(newTermOf));
  }

  const superseded = [...statuses].filter(([, status]) => status === 'superseded').map(([name]) => name);
  const relations = [...phrases.values()]
    .map((phrase) => ({ ...phrase, supersedes: phrase.relation === 'supersededBy' && superseded.some((name) => `${phrase.before} ${phrase.after}`.includes(name)) }))
    .sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
  return { statuses, fields, sections, relations, kinds, placeholderTitles, months, statusFillers, negations, postponements, reviews };
}

/** English first: its words are met in documents of every language. */
export const LANGUAGES: readonly Words[] = [english, korean, japanese, chinese, german, spanish, french, portuguese];

export const builtInVocabulary: Vocabulary = vocabularyOf([...LANGUAGES, ...OTHER_MONTHS]);

/** The built-in words and a team's own, which win. */
export function vocabularyWith(additions: Additions): Vocabulary {
  return vocabularyOf([additions, ...LANGUAGES, ...OTHER_MONTHS]);
}

/** What the key of a field, or a heading, can stand for. */
export const fieldRoles = rememberingFor((name: string, vocabulary: Vocabulary): readonly FieldRole[] => {
  for (const term of termsOf(name)) {
    const roles = vocabulary.fields.get(term);
    if (roles) return roles;
  }
  return [];
});

/** What a heading announces. */
export const sectionRoles = rememberingFor((title: string, vocabulary: Vocabulary): readonly SectionRole[] => {
  for (const term of termsOf(title)) {
    const roles = vocabulary.sections.get(term);
    if (roles) return roles;
  }
  return [];
});

function entries<K extends string, V>(record: Readonly<Partial<Record<K, V>>> | undefined): [K, V][] {
  return record ? (Object.entries(record) as [K, V][]) : [];
}

function setOnce<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
