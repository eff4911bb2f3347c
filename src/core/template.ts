import type { RootContent } from 'mdast';
import { isMap, parseDocument as parseYaml } from 'yaml';
import { parseDocument, plainText, rangeOf, type Document, type Section } from './document.ts';
import { RECORD_KINDS, type Kind } from './entry.ts';
import type { Field } from './front-matter.ts';
import { headingKey, saysOptional, withoutOptional } from './headings.ts';
import type { Language } from './language.ts';
import type { Range } from './lines.ts';

/** One heading of a template: a section that its documents have. */
export interface TemplateSection {
  /** As the template writes it, without "(optional)". */
  readonly title: string;
  readonly depth: number;
  readonly required: boolean;
  /** What headings are compared with: the keys of the title and of its aliases. */
  readonly keys: readonly string[];
  readonly parent: TemplateSection | undefined;
  /** What stands under the heading, directives removed: the prompt that a new document gets. */
  readonly prompt: string;
}

/** A Markdown file that new documents start from and are checked against. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly kind: Kind;
  /** A codicon's name. */
  readonly icon: string;
  /** The folder for new documents, relative to the workspace. */
  readonly folder: string;
  /** Do new documents go there even where others of their kind lie elsewhere? */
  readonly apart: boolean;
  /** The file name of new documents, with `{number}`, `{slug}` and `{date}`. */
  readonly file: string;
  /** Other names of the type. */
  readonly aliases: readonly string[];
  readonly language: Language | undefined;
  readonly sections: readonly TemplateSection[];
  /** The text that a new document starts from: directives removed, placeholders kept. */
  readonly text: string;
}

/** Reads a template; what it does not say is taken from `base`, the type that it stands in for, or made from `id`. Never throws. */
export function readTemplate(id: string, text: string, language?: Language, base?: Template): Template {
  const document = parseDocument(`${id}.md`, text);
  const own = directiveMap(document.fields.find((field) => field.key === 'docket')?.value);
  return {
    id: stringOf(own['type']) ?? id,
    label: stringOf(own['label']) ?? base?.label ?? id,
    description: stringOf(own['description']) ?? base?.description ?? '',
    kind: RECORD_KINDS.find((kind) => kind === own['kind']) ?? base?.kind ?? 'decision',
    icon: stringOf(own['icon']) ?? base?.icon ?? 'file',
    folder: stringOf(own['folder']) ?? base?.folder ?? '',
    apart: typeof own['apart'] === 'boolean' ? own['apart'] : (base?.apart ?? false),
    file: stringOf(own['file']) ?? base?.file ?? '{number}-{slug}.md',
    aliases: 'aliases' in own ? stringsOf(own['aliases']) : (base?.aliases ?? []),
    language,
    sections: templateSections(document),
    text: withoutDirectives(document),
  };
}

/** Words of a heading that stand for whatever the author puts there: `{option 1}`, `<title>`, `[Name]`. */
export function isPlaceholder(title: string): boolean {
  return /^(?:\{.*\}|<.*>|\[.*\])$/u.test(title.trim()) || title.trim() === '';
}

function templateSections(document: Document): TemplateSection[] {
  const titles = document.sections.filter((section) => section.depth === 1);
  const title = titles.length === 1 && document.sections[0] === titles[0] ? titles[0] : undefined;
  const made = new Map<Section, TemplateSection>();
  const sections: TemplateSection[] = [];
  document.sections.forEach((section, index) => {
    if (section === title) return;
    const above = commentAbove(section, document.sections[index - 1], title, document);
    const next = document.sections[index + 1];
    const nodes = section.nodes.filter((node) => !next || node !== commentAbove(next, section, title, document));
    const directive = directiveOf(nodes);
    const name = withoutOptional(section.title);
    const optional = saysOptional(section.title) || isOptional(section, nodes, above, document.text) || isPlaceholder(name) || directive['required'] === false;
    const one: TemplateSection = {
      title: name, depth: section.depth, required: !optional,
      keys: [...new Set([name, ...stringsOf(directive['aliases'])].map(headingKey))],
      parent: section.parent && made.get(section.parent),
      prompt: promptOf(nodes, document.text),
    };
    made.set(section, one);
    sections.push(one);
  });
  return sections;
}

const OPTIONAL_COMMENT = /<!--(?!\s*docket:)[^>]*(?:\boptional\b|선택(?:\s*(?:사항|항목|섹션|요소)|적|입니다|\s*(?:[)\].,:]|-->)))/iu;

function isOptional(section: Section, nodes: readonly RootContent[], above: RootContent | undefined, text: string): boolean {
  if (OPTIONAL_COMMENT.test(text.slice(section.heading.start, section.heading.end))) return true;
  if ([...leading(nodes), ...(above ? [above] : [])].some((node) => OPTIONAL_COMMENT.test(sourceOf(node, text)))) return true;
  const opening = nodes.find((node) => !isComment(node));
  return opening?.type === 'paragraph' && /^\W*(?:this section is )?optional\b/i.test(plainText(opening));
}

// The comment above a heading that speaks of this heading and not of the one before.
function commentAbove(section: Section, before: Section | undefined, title: Section | undefined, { text, preamble }: Document): RootContent | undefined {
  const nodes = before ? before.nodes : preamble;
  const last = nodes.at(-1);
  if (!last || !isComment(last)) return undefined;
  if (leading(nodes).length < nodes.length) return last;
  const touches = (start: number, end: number): boolean => !/\n\s*\n/.test(text.slice(start, end).replace(/\r\n?/g, '\n'));
  const touchesBefore = before !== undefined && before !== title && touches(before.heading.end, rangeOf(last).start);
  return touches(rangeOf(last).end, section.heading.start) && !touchesBefore ? last : undefined;
}

// The comments before the first other block.
function leading(nodes: readonly RootContent[]): readonly RootContent[] {
  const end = nodes.findIndex((node) => !isComment(node));
  return nodes.slice(0, end < 0 ? undefined : end);
}

const isComment = (node: RootContent): boolean => node.type === 'html' && node.value.trimStart().startsWith('<!--');
const sourceOf = (node: RootContent, text: string): string => text.slice(rangeOf(node).start, rangeOf(node).end);

const DIRECTIVE = /^<!--\s*docket:([\s\S]*?)-->\s*$/;
const OWN_COMMENT = /^<!--\s*(?:docket:[\s\S]*?|optional\s*)-->\s*$/i;

function directiveOf(nodes: readonly RootContent[]): Readonly<Record<string, unknown>> {
  for (const node of leading(nodes)) {
    const found = node.type === 'html' ? DIRECTIVE.exec(node.value.trim()) : null;
    if (found) return directiveMap(parseYaml(found[1]!, { schema: 'core', logLevel: 'silent' }));
  }
  return {};
}

function directiveMap(value: unknown): Readonly<Record<string, unknown>> {
  if (value && typeof value === 'object' && 'contents' in value) {
    const yaml = value as ReturnType<typeof parseYaml>;
    if (yaml.errors.length || !isMap(yaml.contents)) return {};
    try {
      return yaml.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
    } catch {
      return {};
    }
  }
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : [])) : []);

function promptOf(nodes: readonly RootContent[], text: string): string {
  return nodes.filter((node) => !(isComment(node) && OWN_COMMENT.test(sourceOf(node, text)))).map((node) => sourceOf(node, text)).join('\n\n');
}

function withoutDirectives({ text, tree, fields, frontMatter }: Document): string {
  const cuts = tree.children.filter((node) => isComment(node) && OWN_COMMENT.test(sourceOf(node, text))).map((node) => wholeLines(text, rangeOf(node)));
  const field = fields.find((one) => one.key === 'docket');
  if (field && frontMatter) cuts.unshift(fields.length === 1 ? wholeLines(text, frontMatter.range) : linesOfField(text, field));
  let result = '';
  let at = 0;
  for (const { start, end } of cuts) {
    result += text.slice(at, start);
    // Of the empty lines above and below what is cut out, those above stay.
    const isAfterEmptyLine = result === '' || /(?:^|\n)[ \t]*\r?\n$/.test(result);
    at = isAfterEmptyLine ? end + /^(?:[ \t]*\r?\n)*/.exec(text.slice(end))![0].length : end;
  }
  return result + text.slice(at);
}

function wholeLines(text: string, { start, end }: Range): Range {
  return { start, end: end + /^[ \t]*(?:\r?\n)?/.exec(text.slice(end))![0].length };
}

function linesOfField(text: string, { keyRange, valueRange }: Field): Range {
  const written = text.slice(keyRange.start, (valueRange ?? keyRange).end).trimEnd();
  const end = keyRange.start + written.length;
  return { start: keyRange.start, end: end + /^.*(?:\r?\n)?/.exec(text.slice(end))![0].length };
}
