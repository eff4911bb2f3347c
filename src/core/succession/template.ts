import { titleSection } from '../dialects/heading.ts';
import { weigh } from '../dialects/weigh.ts';
import { parseDocument, type Document, type Section } from '../document.ts';
import type { DocType } from '../doc-type.ts';
import { applyEdits, lineEndingOf, type Edit } from '../edit.ts';
import { claimsOf } from '../edits/metadata.ts';
import type { Entry } from '../entry.ts';
import { headingKey } from '../headings.ts';
import type { Language } from '../language.ts';
import type { Template } from '../template.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { headingLike, headLike, isMetadata } from './head.ts';

export interface TemplateInput {
  readonly document: Document;
  readonly entry: Entry;
  /** The type that the document has, and whether it is a team's own. */
  readonly match: { readonly template: Template; readonly builtIn: boolean } | undefined;
  readonly types: readonly DocType[];
  readonly language: Language;
  readonly neighbours: readonly Document[];
  readonly vocabulary: Vocabulary;
  /** YYYY-MM-DD */
  readonly today: string;
  /** The word for a decision that is still to be taken, as this kind of document has it. */
  readonly openWord: string;
}

/**
 * The templates that a successor of a document can be made from, the best first: the team's own; that of its type where it has its status
 * in the same dialect; one with the document's own head and the sections of its type, or of its neighbours.
 */
export function templatesFor(input: TemplateInput): Template[] {
  const { document, entry, match, types, language, vocabulary } = input;
    const dialect = entry.evidence.status?.dialect;
  const offered = types.filter((type) => type.kind === entry.kind && type.builtIn).map((type) => type.templates.find((one) => one.language === language) ?? type.templates[0]!);
  const usual = match?.template ?? offered.find((one) => statusDialect(one, vocabulary) === dialect) ?? offered[0];
  if (!usual) return [];
  const head = headLike(input);
  const isOwnType = match !== undefined && isWordForWord(document, match.template);
  const own = head === undefined ? [] : [{ ...usual, text: `${head}${bodyOf(input, isOwnType ? match.template : undefined)}` }];
  const titled = { ...usual, text: withHeadingLike(document, usual.text, entry, vocabulary) };
  if (match && !match.builtIn) return [withOwnHeading(input, match.template), ...own, titled];
  return isOwnType && statusDialect(usual, vocabulary) === dialect ? [titled, ...own] : [...own, titled];
}

// A document that has the type only under other names keeps its own.
function isWordForWord(document: Document, { sections }: Template): boolean {
  const headings = new Set(document.sections.map((section) => headingKey(section.title)));
  const required = sections.filter((section) => section.required && !section.parent);
  return required.filter((section) => headings.has(section.keys[0]!)).length * 2 >= required.length;
}

function statusDialect(template: Template, vocabulary: Vocabulary): string | undefined {
  return weigh(claimsOf(parseDocument('template.md', template.text), vocabulary), undefined).evidence.status?.dialect;
}

// A template that does not say where title and number go has them where the old document does.
function withOwnHeading({ document, entry, vocabulary }: TemplateInput, template: Template): Template {
  return template.text.includes('{title}') ? template : { ...template, text: withHeadingLike(document, template.text, entry, vocabulary) };
}

function withHeadingLike(document: Document, text: string, entry: Entry, vocabulary: Vocabulary): string {
  const own = headingLike(document, entry, vocabulary);
  return own === undefined || own.startsWith('##') ? text : text.replace(/^# .*$/m, () => own);
}

// The sections of the type's template that do not belong to its head; otherwise the headings that the neighbours share, each with a prompt.
function bodyOf({ document, neighbours, vocabulary }: TemplateInput, template: Template | undefined): string {
  if (template) {
    const parsed = parseDocument('template.md', template.text);
    const sections = parsed.sections.filter((section, index) => !(index === 0 && section.depth === 1));
    const cuts: Edit[] = sections.filter((section) => isMetadata(section, vocabulary)).map(({ extent }) => ({ range: extent, newText: '' }));
    const start = sections[0]?.heading.start ?? parsed.text.length;
    return applyEdits(parsed.text, [{ range: { start: 0, end: start }, newText: '' }, ...cuts.filter(({ range }) => range.start >= start && range.start !== range.end)].reduce<Edit[]>(joined, []));
  }
  const ending = lineEndingOf(document.text);
  const title = titleSection(document, vocabulary);
  const others = neighbours.map((one) => new Set(one.sections.map((section) => headingKey(section.title))));
  const shared = (section: Section): boolean => others.length < 2 || others.filter((keys) => keys.has(headingKey(section.title))).length * 2 >= others.length;
  const top = Math.min(...document.sections.filter((section) => section !== title).map((section) => section.depth));
  return document.sections
    .filter((section) => section !== title && section.depth === top && !isMetadata(section, vocabulary) && fieldRoles(section.title, vocabulary)[0] !== 'changelog' && section.title !== '' && shared(section))
    .slice(0, 30)
    .map((section) => `${'#'.repeat(section.depth)} ${section.title}${ending}${ending}{${section.title.replace(/[{}]/g, '')}}${ending}`)
    .join(ending);
}

// Ranges that touch or overlap become one.
function joined(edits: Edit[], edit: Edit): Edit[] {
  const last = edits.at(-1);
  if (!last || edit.range.start > last.range.end) return [...edits, edit];
  return [...edits.slice(0, -1), { range: { start: last.range.start, end: Math.max(last.range.end, edit.range.end) }, newText: '' }];
}
