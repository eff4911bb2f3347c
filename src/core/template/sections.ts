import type { RootContent } from 'mdast';
import { plainText, rangeOf, type Document, type Section } from '../document.ts';
import { headingKey, isPlaceholderTitle, keysWithoutBareNumbers, namedStep, numberedKey, saysOptional, withoutOptional } from '../headings.ts';
import { count, either, MESSAGES, readDirectives, text as anyText, texts, yesOrNo, type Directives, type TemplateMistake } from './directives.ts';
import { isComment, isOptional, leading, saysOptionalInside, sourceOf } from './optional.ts';
import { placesIn } from './places.ts';
import { standsForAnother } from './still-to-come.ts';
import { isOwnComment } from './text.ts';
import { asksForTitle } from './title.ts';

/** One heading of a template: a section that its documents have. */
export interface TemplateSection {
  /** As the template writes it, without "(optional)" and without markup. */
  readonly title: string;
  /** The text of the heading in the template's own markup, without "(optional)" and comments. */
  readonly heading: string;
  readonly depth: number;
  readonly required: boolean;
  /** The status from which on it is required; undefined: always, where `required` says so. */
  readonly requiredFrom: string | undefined;
  /** Stands for any number of sections; then the keys are those of the example. */
  readonly repeated: boolean;
  /** What is inside is the author's own. */
  readonly free: boolean;
  /** So many list items, rows or sections it has at least; undefined where nothing says so. */
  readonly minimum: number | undefined;
  /** What headings are compared with: the keys of the title and of its aliases. */
  readonly keys: readonly string[];
  readonly parent: TemplateSection | undefined;
  /** What stands under the heading, directives removed: the prompt that a new document gets. */
  readonly prompt: string;
  /** The header of the table that it has, where it has one: what its columns are called. */
  readonly columns: readonly string[];
  /** The text under the heading stays in documents. */
  readonly keep: boolean;
}

/** A section as it was read, with the blocks under its heading but for the comment that belongs to the next. */
export interface ReadSection {
  readonly section: TemplateSection;
  readonly nodes: readonly RootContent[];
}

/** Is it an example of what the author may write inside of a section that is free, rather than that section itself? */
export const standsInFree = ({ free, parent }: TemplateSection): boolean => free && parent?.free === true;

const SHAPE = { aliases: texts, required: either(yesOrNo, anyText), minimum: count, repeated: yesOrNo, free: yesOrNo, keep: yesOrNo } as const;

/** The sections of a template in their order, without its title; mistakes of directives are told. */
export function templateSections(document: Document, tell: (mistake: TemplateMistake) => void): ReadSection[] {
  const titles = titlesOf(document.sections);
  const made = new Map<Section, TemplateSection>();
  const optionalInside = new Set<TemplateSection>();
  const sections: ReadSection[] = [];
  const read = new Set<RootContent>();
  const numbered = numberedSiblings(document.sections);
  const bare = keysWithoutBareNumbers(document.sections);
  document.sections.forEach((section, index) => {
    const before = document.sections[index - 1];
    const above = commentAbove(section, before, before !== undefined && titles.has(before), document);
    const next = document.sections[index + 1];
    const ofNext = next && commentAbove(next, section, titles.has(section), document);
    const nodes = ofNext ? section.nodes.filter((node) => node !== ofNext) : section.nodes;
    if (titles.has(section)) return;
    const directive = directiveOf(nodes, document.text, read, tell);
    const parent = section.parent && made.get(section.parent);
    const heading = headingSource(section, document.text);
    const title = withoutOptional(section.title);
    const isExample = isPlaceholderTitle(title) || placesIn(heading).length > 0 || numbered.has(section);
    const repeated = directive.repeated ?? isExample;
    const isFree = parent !== undefined && (parent.free || optionalInside.has(parent));
    const optional = repeated || isFree || saysOptional(section.title) || isOptional(section, nodes, above, document);
    const one: TemplateSection = {
      title, heading, depth: section.depth, repeated, parent,
      required: typeof directive.required === 'boolean' ? directive.required : directive.required !== undefined || !optional,
      requiredFrom: typeof directive.required === 'string' ? directive.required : undefined,
      free: directive.free ?? (parent?.free ?? false),
      minimum: directive.minimum,
      keys: [...new Set([...[title, ...(directive.aliases ?? [])].map(headingKey), ...(bare.has(section) ? [bare.get(section)!] : []), ...(repeated ? [] : (namedStep(title)?.keys ?? []))])],
      prompt: promptOf(nodes, document.text),
      columns: columnsOf(nodes),
      keep: directive.keep ?? false,
    };
    made.set(section, one);
    if (saysOptionalInside(nodes, document.text) || (parent && optionalInside.has(parent))) optionalInside.add(one);
    sections.push({ section: one, nodes });
  });
  tellMisplaced(document, read, tell);
  tellSharedAliases(sections, document.text, tell);
  return sections;
}

/** The headings that are the title of a template: its first where that is the only one of level 1, or the name of the template above it. */
export function titlesOf(sections: readonly Section[]): ReadonlySet<Section> {
  const [first, second, third] = sections.filter((section) => section.depth === 1);
  if (!first || first !== sections[0]) return new Set();
  if (!second) return new Set([first]);
  const isName = !third && second === sections[1] && first.nodes.every(isComment) && (isPlaceholderTitle(second.title) || placesIn(second.title).length > 0);
  return new Set(isName ? [first, second] : []);
}

// `Story 1` and `Story 2` beside each other are examples, and so is a `Story 1` alone; `Phase 1: Preparation` and `Phase 2: Switch` are steps.
function numberedSiblings(sections: readonly Section[]): ReadonlySet<Section> {
  const series = new Map<Section | undefined, Map<string, Section[]>>();
  for (const section of sections) {
    const key = numberedKey(withoutOptional(section.title));
    if (key === undefined) continue;
    const own = series.get(section.parent) ?? new Map<string, Section[]>();
    const same = own.get(key);
    if (same) same.push(section);
    else own.set(key, [section]);
    series.set(section.parent, own);
  }
  const found = [...series.values()].flatMap((own) => [...own.values()]).filter((same) => (same.length > 1 ? !areSteps(same) : / (?:#?1|A|I|[NnXx])$/.test(withoutOptional(same[0]!.title))));
  return new Set(found.flat());
}

// Each has a name of its own, and no author is to think of others.
function areSteps(sections: readonly Section[]): boolean {
  const names = sections.map(({ title }) => namedStep(withoutOptional(title))?.name ?? '');
  return new Set(names).size === names.length && sections.every(({ title }, index) => names[index] !== '' && !EXAMPLE.test(title) && !placesIn(title).length && !asksForTitle(names[index]!) && !standsForAnother(names[index]!));
}

const EXAMPLE = /^\P{L}*(?:(?:\p{L}+ )?(?:option|alternative|stor(?:y|ies)|example|scenario|case|idea|approach|solution|choice|risk|issue|question|finding|experiment|proposal|requirement|feature)(?!\p{L})|(?:\p{L}+ ?)?(?:옵션|대안|선택지|예시|예제|사례|시나리오|스토리|방안|안|위험|질문|요구 ?사항) ?[\dA-Z])/iu;

function headingSource(section: Section, text: string): string {
  const source = text.slice(section.heading.start, section.heading.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  const atx = /^#{1,6}(?:[ \t]+|$)/.exec(source);
  const words = atx ? source.slice(atx[0].length).replace(/(?:^|[ \t])#+$/, '') : source.replace(/[\r\n][ \t]*(?:=+|-+)$/, '').replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');
  return withoutOptional(words.trim()).trim();
}

/** The comment above a heading that speaks of this heading and not of the one before. */
function commentAbove(section: Section, before: Section | undefined, isBehindTitle: boolean, { text, preamble }: Document): RootContent | undefined {
  const nodes = before ? before.nodes : preamble;
  const last = nodes.at(-1);
  if (!last || !isComment(last)) return undefined;
  if (leading(nodes).length < nodes.length) return last;
  const touches = (start: number, end: number): boolean => !/\n[ \t]*\n/.test(text.slice(start, end).replace(/\r\n?/g, '\n'));
  const touchesBefore = before !== undefined && !isBehindTitle && touches(before.heading.end, rangeOf(last).start);
  return touches(rangeOf(last).end, section.heading.start) && !touchesBefore ? last : undefined;
}

const DIRECTIVE = /^(<!--\s*docket:)([\s\S]*?)-->\s*$/;

function directiveOf(nodes: readonly RootContent[], text: string, read: Set<RootContent>, tell: (mistake: TemplateMistake) => void): Directives<typeof SHAPE> {
  let all: Directives<typeof SHAPE> = {};
  for (const node of leading(nodes)) {
    const source = sourceOf(node, text);
    const found = isComment(node) ? DIRECTIVE.exec(source) : null;
    if (!found) continue;
    read.add(node);
    all = { ...all, ...readDirectives(found[2]!, rangeOf(node).start + found[1]!.length, SHAPE, tell) };
  }
  return all;
}

function tellMisplaced({ tree, text }: Document, read: ReadonlySet<RootContent>, tell: (mistake: TemplateMistake) => void): void {
  for (const node of tree.children) {
    if (isComment(node) && !read.has(node) && DIRECTIVE.test(sourceOf(node, text))) tell({ message: MESSAGES.place, data: {}, range: rangeOf(node) });
  }
}

// Two sections beside each other that answer to one heading: only the first would ever get it.
function tellSharedAliases(sections: readonly ReadSection[], text: string, tell: (mistake: TemplateMistake) => void): void {
  const taken = new Map<TemplateSection | undefined, Map<string, TemplateSection>>();
  const placesOf = (parent: TemplateSection | undefined): Map<string, TemplateSection> => {
    const own = taken.get(parent) ?? new Map<string, TemplateSection>();
    taken.set(parent, own);
    return own;
  };
  const once = sections.filter(({ section }) => !section.repeated);
  for (const { section } of once) placesOf(section.parent).set(section.keys[0]!, section);
  for (const { section, nodes } of once) {
    const own = placesOf(section.parent);
    for (const key of section.keys.slice(1)) {
      const other = own.get(key) ?? section;
      const directive = nodes.find((node) => isComment(node) && DIRECTIVE.test(sourceOf(node, text)));
      if (other !== section && directive) tell({ message: MESSAGES.alias, data: { key }, range: rangeOf(directive) });
      else own.set(key, section);
    }
  }
}

function promptOf(nodes: readonly RootContent[], text: string): string {
  return nodes.filter((node) => !isOwnComment(node)).map((node) => sourceOf(node, text)).join('\n\n');
}

function columnsOf(nodes: readonly RootContent[]): readonly string[] {
  const table = nodes.find((node) => node.type === 'table');
  return table?.type === 'table' ? table.children[0]!.children.map((cell) => plainText(cell)).filter((name) => name !== '' && !isPlaceholderTitle(name)) : [];
}
