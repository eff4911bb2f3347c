import type { Document, Section } from './document.ts';
import type { Entry, Kind } from './entry.ts';
import { headingKey } from './headings.ts';
import type { Language } from './language.ts';
import type { Template, TemplateSection } from './template.ts';

/** A kind of document that a team writes: its template in each language that it has one in. */
export interface DocType {
  readonly id: string;
  readonly kind: Kind;
  readonly templates: readonly Template[];
  /** Does the configuration say that the document at this path is of this type? */
  readonly claims: (path: string) => boolean;
  /** Built in, or named by a configuration. */
  readonly builtIn: boolean;
}

/** The type of one document, and how Docket came to it. */
export interface DocTypeMatch {
  readonly type: DocType;
  readonly template: Template;
  readonly why: 'field' | 'files' | 'headings';
}

/** A built-in type applies to a document that has at least this share of its required sections. */
const ENOUGH = 0.5;

/** The type of a document: by the field `type`, the configuration's `files`, or its kind and headings, in that order. */
export function docTypeOf(document: Document, entry: Entry | undefined, types: readonly DocType[], language: Language): DocTypeMatch | undefined {
  const named = document.fields.find((field) => field.key === 'type' || field.key === 'docket-type')?.value;
  const byField = typeof named === 'string' ? docTypeNamed(named, types) : undefined;
  if (byField) return { type: byField, template: templateFor(document, byField, language), why: 'field' };

  const byFiles = types.find((type) => type.claims(document.path));
  if (byFiles) return { type: byFiles, template: templateFor(document, byFiles, language), why: 'files' };

  let best: (DocTypeMatch & { share: number }) | undefined;
  for (const type of types) {
    if (!type.builtIn || type.kind !== entry?.kind) continue;
    const template = templateFor(document, type, language);
    const share = shareOf(document, template);
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { type, template, why: 'headings', share };
  }
  return best;
}

/** The type that people call `name`: its id or one of its aliases. */
export function docTypeNamed(name: string, types: readonly DocType[]): DocType | undefined {
  const wanted = name.trim().toLowerCase();
  return types.find((type) => type.id.toLowerCase() === wanted) ?? types.find((type) => type.templates.some((template) => template.aliases.some((alias) => alias.toLowerCase() === wanted)));
}

/** Which section of the document stands for which of the template: the first whose heading has one of its keys. */
export function matchSections(document: Document, template: Template): ReadonlyMap<TemplateSection, Section> {
  const byKey = new Map<string, Section[]>();
  for (const section of document.sections) {
    const key = headingKey(section.title);
    const same = byKey.get(key);
    if (same) same.push(section);
    else byKey.set(key, [section]);
  }
  const matches = new Map<TemplateSection, Section>();
  const taken = new Set<Section>();
  for (const wanted of template.sections) {
    const parent = wanted.parent && matches.get(wanted.parent);
    const candidates = wanted.keys.flatMap((key) => byKey.get(key) ?? []).filter((section) => !taken.has(section));
    const found = candidates.find((section) => section.parent === parent) ?? candidates[0];
    if (!found) continue;
    matches.set(wanted, found);
    taken.add(found);
  }
  return matches;
}

function shareOf(document: Document, template: Template): number {
  const required = template.sections.filter((section) => section.required && !section.parent);
  const matches = matchSections(document, template);
  return required.length ? required.filter((section) => matches.has(section)).length / required.length : 0;
}

// The template in the document's own language: the one with the most headings word for word, then the language asked for.
function templateFor(document: Document, type: DocType, language: Language): Template {
  const headings = new Set(document.sections.map((section) => headingKey(section.title)));
  const score = (template: Template): number =>
    2 * template.sections.filter((section) => headings.has(headingKey(section.title))).length + (template.language === language ? 1 : 0);
  return type.templates.reduce((best, template) => (score(template) > score(best) ? template : best));
}
