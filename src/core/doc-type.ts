import type { Document } from './document.ts';
import { RECORD_KINDS, type Entry, type Kind } from './entry.ts';
import { headingKey, keysOfHeading } from './headings.ts';
import type { Language } from './language.ts';
import { matchesIn } from './matching.ts';
import { isBelow } from './paths.ts';
import type { Practice } from './practice.ts';
import { rememberingLast, rememberingOf } from './remembering.ts';
import type { Template, TemplateSection } from './template.ts';

/** A kind of document that a team writes: its template in each language that it has one in. */
export interface DocType {
  readonly id: string;
  readonly kind: Kind;
  readonly templates: readonly Template[];
  /** Does the configuration say that the document at this path is of this type? */
  readonly claims: (path: string) => boolean;
  /** The folder, relative to the root, in which the configuration's globs begin; undefined where it names none. */
  readonly base?: string;
  /** Built in, or named by a configuration. */
  readonly builtIn: boolean;
  /** May its headings alone say that a document is of this type? Left out: where it is built in. */
  readonly byHeadings?: boolean;
  /** Where its template lies and the folder of its documents; undefined where nobody had to look for it. */
  readonly adopted?: { readonly path: string; readonly scope: string } & Partial<Practice>;
}

/** The type of one document, and how Docket came to it. */
export interface DocTypeMatch {
  readonly type: DocType;
  readonly template: Template;
  readonly why: 'field' | 'files' | 'template' | 'headings';
  /** Does nobody say that the document follows this template? Then what it lacks is no more than information. */
  readonly isGuess: boolean;
}

/**
 * The built-in types whose headings are conventions that teams know by name, MADR's and Nygard's; whoever has most of
 * them means the rest. Of others nobody but the team can say which headings there are.
 */
const CONVENTIONS: readonly string[] = ['decision', 'decision-short', 'decision-nygard'];

/** A built-in type applies to a document that has this share of its required sections, under whatever names … */
const ENOUGH = 0.75;

/** … or this share of them in the template's own words, as a document has that was begun from it. */
const ENOUGH_EXACT = 0.5;

/** The type of a document: by the field `type`, the configuration's `files`, a template in a folder above it, or its kind and headings, in that order. */
export function docTypeOf(document: Document, entry: Entry | undefined, types: readonly DocType[], language: Language): DocTypeMatch | undefined {
  const templateOf = (type: DocType): Template => shownIn(language, templateFor(headingsOf(document), type, language), type);
  const named = typeNameIn(document);
  const byField = named === undefined ? undefined : docTypeNamed(named, types);
  if (byField) return { type: byField, template: templateOf(byField), why: 'field', isGuess: false };

  const byFiles = types.find((type) => type.claims(document.path));
  if (byFiles) return { type: byFiles, template: templateOf(byFiles), why: 'files', isGuess: false };

  if (!entry || entry.kind === 'index') return undefined;
  const scope = types.flatMap(({ adopted }) => (adopted && isBelow(adopted.scope, document.path) ? [adopted.scope] : [])).sort((a, b) => b.length - a.length)[0];
  const beside = types.filter(({ adopted }) => adopted !== undefined && adopted.scope === scope);
  // The template beside a document is asked first, also of one that nothing else tells to be a record.
  const own = mostAlike(document, beside, language);
  if (own) return { ...own, template: own.type.adopted?.template ?? own.template, isGuess: true };
  if (!RECORD_KINDS.includes(entry.kind)) return undefined;
  const others = types.filter((type) => (type.byHeadings ?? type.builtIn) && type.kind === entry.kind);
  const alike = mostAlike(document, [...beside, ...others], language);
  return alike && { ...alike, isGuess: beside.length > 0 || !CONVENTIONS.includes(alike.type.id) };
}

// Of several types the one whose words the document has most of, of two alike the one that it has all of or the earlier; none where it does not evidently follow that one.
function mostAlike(document: Document, types: readonly DocType[], language: Language): Omit<DocTypeMatch, 'isGuess'> | undefined {
  const headings = headingsOf(document);
  const hoped = types.map((type, index) => {
    const template = templateFor(headings, type, language);
    return { type, template, index, hope: hopeFor(headings, template) };
  });
  if (!hoped.some(({ hope }) => hope.applies)) return undefined;
  let best: (Compared & (typeof hoped)[number]) | undefined;
  for (const one of hoped.sort((a, b) => b.hope.likeness - a.hope.likeness)) {
    if (one.hope.likeness === 0 || (best && one.hope.likeness < best.likeness)) break;
    const compared = { ...one, ...compare(document, one.template) };
    if (compared.likeness > 0 && (!best || isNearer(compared, best))) best = compared;
  }
  if (!best?.applies) return undefined;
  return { type: best.type, template: shownIn(language, best.template, best.type), why: best.type.adopted ? 'template' : 'headings' };
}

function isNearer(one: Compared & { readonly index: number }, most: Compared & { readonly index: number }): boolean {
  if (one.likeness !== most.likeness) return one.likeness > most.likeness;
  return one.complete === most.complete ? one.index < most.index : one.complete;
}

/** What the front matter says of the document's type; there may be no type of that name. */
export function typeNameIn({ fields }: Document): string | undefined {
  const value = fields.find((field) => field.key === 'type' || field.key === 'docket-type')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The type that people call `name`: its id or one of its aliases. */
export function docTypeNamed(name: string, types: readonly DocType[]): DocType | undefined {
  const wanted = name.trim().toLowerCase();
  return types.find((type) => namesOf(type).id === wanted) ?? types.find((type) => namesOf(type).aliases.has(wanted));
}

const namesOf = rememberingOf(({ id, templates }: DocType) => ({ id: id.toLowerCase(), aliases: new Set(templates.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase()))) }));

// `applies`: the document evidently follows the template; others are left in peace. `likeness`: how near its headings come
// to the template's own words, so that a document which lost a section is not taken for one of a sister type. `complete`: it
// has all that the template has, also what is optional, as a document made from the shorter of two sisters does.
interface Compared {
  readonly applies: boolean;
  readonly likeness: number;
  readonly complete: boolean;
}

function compare(document: Document, template: Template): Compared {
  const matches = new Map(matchesIn(document, template).map(({ wanted, found }) => [wanted, found]));
  const points = (section: TemplateSection): number => {
    const found = matches.get(section);
    return !found ? 0 : headingKey(found.title) === section.keys[0] ? 2 : 1;
  };
  return { ...likenessBy(points, template), complete: matches.size === template.sections.length };
}

// No comparison says more than this, for it takes any heading of the document for any section that it could stand for.
function hopeFor({ own, all }: Headings, template: Template): Omit<Compared, 'complete'> {
  return likenessBy(({ keys, repeated }) => (own.has(keys[0]!) ? 2 : repeated || keys.some((key) => all.has(key)) ? 1 : 0), template);
}

function likenessBy(points: (section: TemplateSection) => number, { sections }: Template): Omit<Compared, 'complete'> {
  let [required, all, others] = [0, 0, 0];
  let [outer, there, exact] = [0, 0, 0];
  for (const section of sections) {
    const found = points(section);
    if (!section.required) {
      if (found === 2) others++;
      continue;
    }
    required++;
    all += found;
    if (section.parent) continue;
    outer++;
    if (found > 0) there++;
    if (found === 2) exact++;
  }
  return {
    applies: (there > 1 && there >= outer * ENOUGH) || (exact > 1 && exact >= outer * ENOUGH_EXACT),
    likeness: (all + others) / (2 * required || 1),
  };
}

/** The keys of a document's headings: those of their words, and all that they may be found by. */
interface Headings {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

// It is asked for twice of each document.
const headingsOf = rememberingLast(({ sections }: Document): Headings => {
  const own = new Set<string>();
  const all = new Set<string>();
  for (const { title } of sections) {
    const keys = keysOfHeading(title);
    own.add(keys[0]!);
    for (const key of keys) all.add(key);
  }
  return { own, all };
});

// The template in the document's own language: the one with the most headings word for word, then the language asked for.
function templateFor({ own }: Headings, { templates }: DocType, language: Language): Template {
  const score = (template: Template): number => 2 * titleKeysOf(template.sections).filter((key) => own.has(key)).length + (template.language === language ? 1 : 0);
  return templates.length === 1 ? templates[0]! : templates.reduce((best, template) => (score(template) > score(best) ? template : best));
}

const titleKeysOf = rememberingOf((sections: readonly TemplateSection[]) => sections.map(({ title }) => headingKey(title)));

// The type is called by its name in the language asked for.
function shownIn(language: Language, template: Template, { templates }: DocType): Template {
  const named = templates.find((one) => one.language === language);
  return named && named !== template ? { ...template, label: named.label } : template;
}
