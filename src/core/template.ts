import type { RootContent } from 'mdast';
import { isMap, parseDocument as parseYaml } from 'yaml';
import { parseDocument, plainText, rangeOf, type Document, type Section } from './document.ts';
import { RECORD_KINDS, type Kind } from './entry.ts';
import { headingKey, saysOptional } from './headings.ts';
import type { Language } from './language.ts';

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
  /** The file name of new documents, with `{number}`, `{slug}` and `{date}`. */
  readonly file: string;
  /** Other names of the type. */
  readonly aliases: readonly string[];
  readonly language: Language | undefined;
  readonly sections: readonly TemplateSection[];
  /** The text that a new document starts from: directives removed, placeholders kept. */
  readonly text: string;
}

/** Reads a template; what it does not say is filled from `id`. Never throws. */
export function readTemplate(id: string, text: string, language?: Language): Template {
  const document = parseDocument(`${id}.md`, text);
  const own = directiveMap(document.fields.find((field) => field.key === 'docket')?.value);
  return {
    id: stringOf(own['type']) ?? id,
    label: stringOf(own['label']) ?? id,
    description: stringOf(own['description']) ?? '',
    kind: RECORD_KINDS.find((kind) => kind === own['kind']) ?? 'decision',
    icon: stringOf(own['icon']) ?? 'file',
    folder: stringOf(own['folder']) ?? '',
    file: stringOf(own['file']) ?? '{number}-{slug}.md',
    aliases: stringsOf(own['aliases']),
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
  let above: Section | undefined;
  for (const section of document.sections) {
    const before = above;
    above = section;
    if (section === title) continue;
    const directive = directiveOf(section);
    const name = section.title.replace(/\s*[(（[](?:optional|선택|선택 사항)[)）\]]\s*$/iu, '');
    const optional = saysOptional(section.title) || isOptional(section, before, document.text) || isPlaceholder(name) || directive['required'] === false;
    const one: TemplateSection = {
      title: name, depth: section.depth, required: !optional,
      keys: [...new Set([name, ...stringsOf(directive['aliases'])].map(headingKey))],
      parent: section.parent && made.get(section.parent),
      prompt: promptOf(section, document.text),
    };
    made.set(section, one);
    sections.push(one);
  }
  return sections;
}

const OPTIONAL_COMMENT = /<!--(?!\s*docket:)[^>]*(?:\boptional\b|선택(?!지))/iu;

function isOptional(section: Section, before: Section | undefined, text: string): boolean {
  if (OPTIONAL_COMMENT.test(text.slice(section.heading.start, section.heading.end))) return true;
  const first = section.nodes.filter(isComment);
  if (first.length && section.nodes[0] === first[0] && leading(section).some((node) => OPTIONAL_COMMENT.test(sourceOf(node, text)))) return true;
  const opening = section.nodes.find((node) => !isComment(node));
  if (opening?.type === 'paragraph' && /^\W*(?:this section is )?optional\b/i.test(plainText(opening))) return true;
  const last = before?.nodes.at(-1);
  return last !== undefined && isComment(last) && !leading(before!).includes(last) && OPTIONAL_COMMENT.test(sourceOf(last, text));
}

// The comments between a heading and the first other block under it.
function leading(section: Section): RootContent[] {
  const end = section.nodes.findIndex((node) => !isComment(node));
  return section.nodes.slice(0, end < 0 ? undefined : end);
}

const isComment = (node: RootContent): boolean => node.type === 'html' && node.value.trimStart().startsWith('<!--');
const sourceOf = (node: RootContent, text: string): string => text.slice(rangeOf(node).start, rangeOf(node).end);

const DIRECTIVE = /^<!--\s*docket:([\s\S]*?)-->\s*$/;
const OWN_COMMENT = /^<!--\s*(?:docket:[\s\S]*?|optional\s*)-->\s*$/;

function directiveOf(section: Section): Readonly<Record<string, unknown>> {
  for (const node of leading(section)) {
    const found = node.type === 'html' ? DIRECTIVE.exec(node.value.trim()) : null;
    if (found) return directiveMap(parseYaml(found[1]!, { schema: 'core', logLevel: 'silent' }));
  }
  return {};
}

function directiveMap(value: unknown): Readonly<Record<string, unknown>> {
  if (value && typeof value === 'object' && 'contents' in value) {
    const yaml = value as ReturnType<typeof parseYaml>;
    return yaml.errors.length || !isMap(yaml.contents) ? {} : (yaml.toJS({ maxAliasCount: 100 }) as Record<string, unknown>);
  }
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : [])) : []);

function promptOf(section: Section, text: string): string {
  return section.nodes.filter((node) => !(isComment(node) && OWN_COMMENT.test(sourceOf(node, text)))).map((node) => sourceOf(node, text)).join('\n\n');
}

function withoutDirectives(document: Document): string {
  const { text, frontMatter } = document;
  const cuts = document.tree.children.filter((node) => isComment(node) && OWN_COMMENT.test(sourceOf(node, text))).map(rangeOf);
  const field = document.fields.find((one) => one.key === 'docket');
  if (field && frontMatter) {
    const next = document.fields[document.fields.indexOf(field) + 1];
    cuts.push({ start: field.keyRange.start, end: next?.keyRange.start ?? frontMatter.content.end });
    if (document.fields.length === 1) cuts.splice(-1, 1, { start: 0, end: frontMatter.range.end });
  }
  let result = text;
  for (const { start, end } of cuts.sort((a, b) => b.start - a.start)) {
    const rest = /^[ \t]*(?:\r?\n)?/.exec(result.slice(end))![0].length;
    const isField = field !== undefined && start === field.keyRange.start;
    result = result.slice(0, start) + result.slice(isField ? end : end + rest);
  }
  return result.replace(/(\r?\n){3,}/g, '$1$1').replace(/^(\r?\n)+/, '');
}
