import type { Document } from './document.ts';
import { RECORD_KINDS, type Entry, type Kind } from './entry.ts';
import { headingKey } from './headings.ts';
import type { Language } from './language.ts';
import { matchSections } from './matching.ts';
import { isBelow } from './paths.ts';
import type { Practice } from './practice.ts';
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
  const named = typeNameIn(document);
  const byField = named === undefined ? undefined : docTypeNamed(named, types);
  if (byField) return { type: byField, template: templateFor(document, byField, language), why: 'field', isGuess: false };

  const byFiles = types.find((type) => type.claims(document.path));
  if (byFiles) return { type: byFiles, template: templateFor(document, byFiles, language), why: 'files', isGuess: false };

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
  const compared = types.map((type) => {
    const template = templateFor(document, type, language);
    return { type, template, why: type.adopted ? 'template' : 'headings', ...compare(document, template) } as const;
  });
  type Compared = (typeof compared)[number];
  const isNearer = (one: Compared, most: Compared): boolean => one.likeness > most.likeness || (one.likeness === most.likeness && one.complete && !most.complete);
  const best = compared.reduce<Compared | undefined>((most, one) => (one.likeness > 0 && (!most || isNearer(one, most)) ? one : most), undefined);
  return best?.applies ? best : undefined;
}

/** What the front matter says of the document's type; there may be no type of that name. */
export function typeNameIn({ fields }: Document): string | undefined {
  const value = fields.find((field) => field.key === 'type' || field.key === 'docket-type')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The type that people call `name`: its id or one of its aliases. */
export function docTypeNamed(name: string, types: readonly DocType[]): DocType | undefined {
  const wanted = name.trim().toLowerCase();
  return types.find((type) => type.id.toLowerCase() === wanted) ?? types.find((type) => type.templates.some((template) => template.aliases.some((alias) => alias.toLowerCase() === wanted)));
}

// `applies`: the document evidently follows the template; others are left in peace. `likeness`: how near its headings come
// to the template's own words, so that a document which lost a section is not taken for one of a sister type. `complete`: it
// has all that the template has, also what is optional, as a document made from the shorter of two sisters does.
function compare(document: Document, template: Template): { applies: boolean; likeness: number; complete: boolean } {
  const matches = new Map(matchSections(document, template).matches.map(({ wanted, found }) => [wanted, found]));
  const required = template.sections.filter((section) => section.required);
  const outer = required.filter((section) => !section.parent);
  const points = (section: TemplateSection): number => {
    const found = matches.get(section);
    return !found ? 0 : headingKey(found.title) === section.keys[0] ? 2 : 1;
  };
  const there = outer.filter((section) => matches.has(section)).length;
  const exact = outer.filter((section) => points(section) === 2).length;
  const optional = template.sections.filter((section) => !section.required && points(section) === 2).length;
  return {
    applies: (there > 1 && there >= outer.length * ENOUGH) || (exact > 1 && exact >= outer.length * ENOUGH_EXACT),
    likeness: (required.reduce((sum, section) => sum + points(section), 0) + optional) / (2 * required.length || 1),
    complete: matches.size === template.sections.length,
  };
}

// The template in the document's own language: the one with the most headings word for word, then the language asked for.
// The type is called by its name in the language asked for.
function templateFor(document: Document, type: DocType, language: Language): Template {
  const headings = new Set(document.sections.map((section) => headingKey(section.title)));
  const score = (template: Template): number =>
    2 * template.sections.filter((section) => headings.has(headingKey(section.title))).length + (template.language === language ? 1 : 0);
  const found = type.templates.reduce((best, template) => (score(template) > score(best) ? template : best));
  const named = type.templates.find((template) => template.language === language);
  return named && named !== found ? { ...found, label: named.label } : found;
}
