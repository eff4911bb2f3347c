import type { Document, Section } from './document.ts';
import { headingKey, keyWithoutAddition, keysWithoutBareNumbers, numberedKey } from './headings.ts';
import { once, rememberingLast, rememberingOf } from './remembering.ts';
import type { Template, TemplateSection } from './template.ts';

/** A section of a document that stands for one of its template. */
export interface SectionMatch {
  readonly wanted: TemplateSection;
  readonly found: Section;
  /** The match inside of which the template has it; undefined at the top. */
  readonly within: SectionMatch | undefined;
  /** Further sections with the same heading or an alias of it at the same place, or with the same text at another. */
  readonly twins: readonly Section[];
}

/** What a section is called in messages: as the document calls it, and as the template writes it where that is the same. */
export function titleIn({ wanted, found }: SectionMatch): string {
  return !wanted.repeated && headingKey(found.title) === headingKey(wanted.title) ? wanted.title : found.title;
}

/** A place of the template that nothing in the document stands for. */
export interface Gap {
  readonly wanted: TemplateSection;
  readonly within: SectionMatch | undefined;
}

/** How a document's sections stand to a template's. */
export interface Matching {
  /** In the order of the template, the inside of a repeated section once for each. */
  readonly matches: readonly SectionMatch[];
  /** Sections that are not there although what they belong in is. */
  readonly gaps: readonly Gap[];
}

type OpenMatch = SectionMatch & { readonly twins: Section[] };

/**
 * Finds which section of a document stands for which of the template. A section counts inside of the one that the
 * template has it in, or further out, but never inside of one that stands for something else. A heading of the
 * template's own wording is never given to another section's alias.
 */
export function matchSections(document: Pick<Document, 'sections' | 'text'>, template: Template): Matching {
  const { withTwins, matches, gaps } = matchOnce(document, template);
  withTwins();
  return { matches, gaps };
}

/** The same, in which twins may not be there yet. */
export const matchesIn = (document: Pick<Document, 'sections' | 'text'>, template: Template): readonly SectionMatch[] => matchOnce(document, template).matches;

/** What the sections of a template ask for, whatever the document. */
interface Asked {
  readonly children: ReadonlyMap<TemplateSection | undefined, readonly TemplateSection[]>;
  readonly keys: ReadonlySet<string>;
  readonly hasParts: boolean;
  /** The keys of each section but the first, without those that are the template's own wording of another. */
  readonly aliases: ReadonlyMap<TemplateSection, readonly string[]>;
}

const askedBy = rememberingOf((sections: readonly TemplateSection[]): Asked => {
  const children = new Map<TemplateSection | undefined, TemplateSection[]>();
  for (const section of sections) push(children, section.parent, section);
  const ownWords = new Set(sections.filter((section) => !section.repeated).map((section) => section.keys[0]!));
  return {
    children,
    keys: new Set(sections.flatMap(({ keys }) => keys)),
    hasParts: !sections.some((section) => section.depth === 1),
    aliases: new Map(sections.map((section) => [section, section.keys.slice(1).filter((key) => !ownWords.has(key))])),
  };
});

/** A matching of which the twins are looked for when they are asked for. */
type Matched = Matching & { readonly withTwins: () => void };

// Which type a document has is asked before it is seen through the template of that type.
function matchOnce(document: Pick<Document, 'sections' | 'text'>, template: Template): Matched {
  const known = matchedOf(document.sections);
  const made = known.get(template.sections) ?? matched(document, template);
  known.set(template.sections, made);
  return made;
}

const matchedOf = rememberingLast((_sections: readonly Section[]) => new Map<readonly TemplateSection[], Matched>());

function matched(document: Pick<Document, 'sections' | 'text'>, template: Template): Matched {
  const asked = askedBy(template.sections);
  const { children, hasParts, aliases, keys } = asked;
  const sections = sectionsBelowTitle(document, hasParts);
  const places = new Places(sections, hasParts, keys);
  const taken = new Map<Section, OpenMatch>();
  const matches: OpenMatch[] = [];
  const gaps: Gap[] = [];

  const take = (wanted: TemplateSection, found: Section, within: SectionMatch | undefined): OpenMatch => {
    const match: OpenMatch = { wanted, found, within, twins: [] };
    taken.set(found, match);
    return match;
  };
  let level: { within: SectionMatch | undefined; inside: readonly TemplateSection[] }[] = [{ within: undefined, inside: children.get(undefined) ?? [] }];
  while (level.length) {
    const found: OpenMatch[] = [];
    for (const { within, inside } of level) {
      const own: OpenMatch[] = [];
      const once = inside.filter((wanted) => !wanted.repeated);
      const matched = new Set<TemplateSection>();
      for (const keysOf of [(wanted: TemplateSection) => wanted.keys.slice(0, 1), (wanted: TemplateSection) => aliases.get(wanted)!]) {
        for (const wanted of once) {
          if (matched.has(wanted)) continue;
          const section = places.find(keysOf(wanted), within, taken);
          if (!section) continue;
          matched.add(wanted);
          own.push(take(wanted, section, within));
        }
      }
      own.push(...repeatsOf(inside, within, places, taken, children, new Set(own.map(({ found }) => headingKey(found.title)))).map(({ wanted, section }) => take(wanted, section, within)));
      // A section beside the repeated ones is one of them where it has a part of what they have.
      if (!within?.wanted.repeated || own.length) for (const wanted of once) if (!matched.has(wanted)) gaps.push({ wanted, within });
      found.push(...own);
    }
    matches.push(...found);
    level = found.map((match) => ({ within: match, inside: children.get(match.wanted) ?? [] })).filter(({ inside }) => inside.length > 0);
  }
  return { matches, gaps, withTwins: once(() => addTwins(sections, document.text, taken, places, asked)) };
}

// What is not one of the sections that stand once: all of a placeholder's, and those numbered like the example.
function repeatsOf(inside: readonly TemplateSection[], within: SectionMatch | undefined, places: Places, taken: ReadonlyMap<Section, SectionMatch>, children: ReadonlyMap<TemplateSection | undefined, readonly TemplateSection[]>, once: ReadonlySet<string>): { wanted: TemplateSection; section: Section }[] {
  const examples = inside.filter((wanted) => wanted.repeated);
  if (!examples.length) return [];
  const byNumber = new Map(examples.map((wanted) => [numberedKey(wanted.title), wanted] as const).filter(([key]) => key !== undefined).reverse());
  const open = examples.find((wanted) => numberedKey(wanted.title) === undefined);
  return places.inside(within?.found).filter((section) => !taken.has(section) && !once.has(headingKey(section.title))).flatMap((section) => {
    const wanted = byNumber.get(numberedKey(section.title)) ?? open ?? (children.has(examples[0]!) && places.hasOneOf(section, children.get(examples[0]!)!) ? examples[0] : undefined);
    return wanted ? [{ wanted, section }] : [];
  });
}

/** The sections of a document by the section that they stand in and by heading. */
class Places {
  readonly #outer = new Map<Section, Section | undefined>();
  readonly #inside = new Map<Section | undefined, Section[]>();
  readonly #byKey = new Map<Section | undefined, Map<string, Section[]>>();
  /** Where the document's first section begins. */
  readonly #start: number | undefined;

  /** Where `hasParts`, headings of level 1 are parts of the document and no sections around others. `known` are the keys of the template. */
  constructor(sections: readonly Section[], hasParts: boolean, known: ReadonlySet<string>) {
    const all = new Set(sections);
    this.#start = sections[0]?.heading.start;
    const bare = keysWithoutBareNumbers(sections);
    for (const section of sections) {
      const { parent } = section;
      const outer = parent && all.has(parent) && !(hasParts && parent.depth === 1) ? parent : undefined;
      this.#outer.set(section, outer);
      push(this.#inside, outer, section);
      const keys = this.#byKey.get(outer) ?? new Map<string, Section[]>();
      this.#byKey.set(outer, keys);
      push(keys, headingKey(section.title), section);
      if (bare.has(section)) push(keys, bare.get(section)!, section);
    }
    for (const [outer, inside] of this.#inside) this.#addWithoutAdditions(inside, this.#byKey.get(outer)!, known);
    // The last is the first of the document, so that what is taken can be dropped.
    for (const keys of this.#byKey.values()) for (const same of keys.values()) same.reverse();
  }

  // `Timeline (UTC)` stands for "Timeline", unless that is there, or the template has the longer one, too. What the
  // document begins with is its title, such as "Proposal: smaller queues".
  #addWithoutAdditions(inside: readonly Section[], keys: Map<string, Section[]>, known: ReadonlySet<string>): void {
    const own = new Set(keys.keys());
    for (const section of inside) {
      if (section.heading.start === this.#start && section.depth === 1) continue;
      const short = known.has(headingKey(section.title)) ? undefined : keyWithoutAddition(section.title);
      if (short !== undefined && known.has(short) && !own.has(short)) push(keys, short, section);
    }
  }

  /** The section that another stands in; undefined at the top. */
  outerOf(section: Section): Section | undefined {
    return this.#outer.get(section);
  }

  inside(section: Section | undefined): readonly Section[] {
    return this.#inside.get(section) ?? [];
  }

  hasOneOf(section: Section, wanted: readonly TemplateSection[]): boolean {
    const keys = this.#byKey.get(section);
    return keys !== undefined && wanted.some((one) => one.keys.some((key) => keys.has(key)));
  }

  /** The first section with one of the keys that stands in the innermost of the places where it may stand. */
  find(keys: readonly string[], within: SectionMatch | undefined, taken: ReadonlyMap<Section, SectionMatch>): Section | undefined {
    for (let at = within; at; at = at.within) {
      const found = this.#first(keys, at.found, taken);
      if (found) return found;
    }
    return this.#first(keys, undefined, taken);
  }

  #first(keys: readonly string[], outer: Section | undefined, taken: ReadonlyMap<Section, SectionMatch>): Section | undefined {
    let first: Section | undefined;
    for (const key of keys) {
      const same = this.#byKey.get(outer)?.get(key) ?? [];
      while (same.length && taken.has(same.at(-1)!)) same.pop();
      const found = same.at(-1);
      if (found && (!first || found.heading.start < first.heading.start)) first = found;
    }
    return first;
  }
}

/** Two sections with fewer characters may say the same by chance, unless their heading is as long; UTF-16 units. */
const TELLING = 20;

function addTwins(sections: readonly Section[], text: string, taken: ReadonlyMap<Section, OpenMatch>, places: Places, asked: Asked): void {
  if (sections.every((section) => taken.has(section))) return;
  const byPlace = new Map<Section | undefined, Map<string, OpenMatch>>();
  const byName = new Map<Section | undefined, Map<string, OpenMatch | undefined>>();
  const alike = new Map<string, OpenMatch[]>();
  for (const match of taken.values()) {
    if (match.wanted.repeated) continue;
    const key = headingKey(match.found.title);
    const outer = places.outerOf(match.found);
    const place = byPlace.get(outer) ?? new Map<string, OpenMatch>();
    byPlace.set(outer, place.set(key, match));
    push(alike, key, match);
    const names = byName.get(outer) ?? new Map<string, OpenMatch | undefined>();
    byName.set(outer, names);
    for (const name of otherNames(match, key, asked)) names.set(name, names.has(name) ? undefined : match);
  }
  const withWords = sameWordsAmong(alike, text);
  const isTwin = new Set<Section>();
  for (const section of sections) {
    if (section.parent && isTwin.has(section.parent)) isTwin.add(section);
    else if (!taken.has(section)) {
      const key = headingKey(section.title);
      const outer = places.outerOf(section);
      const match = byPlace.get(outer)?.get(key) ?? byName.get(outer)?.get(key) ?? withWords(section, key);
      if (!match) continue;
      isTwin.add(section);
      match.twins.push(section);
    }
  }
}

// The first of the matches under the same heading that says the same; few sections have such a one to be compared with.
function sameWordsAmong(alike: ReadonlyMap<string, readonly OpenMatch[]>, text: string): (section: Section, key: string) => OpenMatch | undefined {
  const byWords = new Map<string, ReadonlyMap<string | undefined, OpenMatch>>();
  return (section, key) => {
    const matches = alike.get(key);
    const words = matches && wordsOf(section, text);
    if (!matches || words === undefined) return undefined;
    const known = byWords.get(key) ?? new Map(matches.map((match) => [wordsOf(match.found, text), match] as const).reverse());
    byWords.set(key, known);
    return known.get(words);
  };
}

/**
 * The headings that would say a section of the template again beside `key`, the one it was found by. Aliases beside
 * each other are parts of it, and so is one that adds a word to its title: positive and negative consequences.
 */
function otherNames({ wanted, found }: OpenMatch, key: string, { aliases }: Asked): readonly string[] {
  const title = wanted.keys[0];
  if (key !== title) return [];
  // A document in two languages has each section in both.
  const hasOther = OTHER_LETTERS.test(found.title);
  return aliases.get(wanted)!.filter((alias) => !` ${alias} `.includes(` ${title} `) && OTHER_LETTERS.test(alias) === hasOther);
}

const OTHER_LETTERS = /[^\p{Script=Latin}\P{L}]/u;

// What stands under a heading, where that is enough to tell it from others.
function wordsOf({ title, heading, extent }: Section, text: string): string | undefined {
  const words = text.slice(heading.end, extent.end).trim();
  return words.length >= TELLING || (words && title.length >= TELLING) ? words : undefined;
}

// Where the template has one heading of level 1 as its title, so has the document, and it is no section.
function sectionsBelowTitle({ sections }: Pick<Document, 'sections'>, hasParts: boolean): readonly Section[] {
  const hasTitle = sections[0]?.depth === 1 && !sections.some((section, index) => index > 0 && section.depth === 1);
  return hasTitle && hasParts ? sections.slice(1) : sections;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
