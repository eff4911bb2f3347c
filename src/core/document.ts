import type { Heading, ListItem, Parents, Root, RootContent, Table as TableNode } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { closedByRule, foreignFrontMatter, LONGEST_FRONT_MATTER, readFrontMatter, type Field, type FrontMatter } from './front-matter.ts';
import { htmlLinks } from './html-links.ts';
import { Lines, type Range } from './lines.ts';
import { linkOf, type Link } from './links.ts';
import { parseMarkdown, TooDeep } from './markdown.ts';
import { eachNode } from './markdown/each-node.ts';
import { rangeOf } from './markdown/points.ts';
import { TOO_DEEP, TOO_LONG, TOO_NESTED, type Problem } from './problems.ts';
import { shared } from './remembering.ts';

export { rangeOf };

/** A heading of the document's own flow (not one inside a quote or a list) with what stands under it. */
export interface Section {
  /** Plain text of the heading, without comments and emphasis. */
  readonly title: string;
  readonly depth: number;
  /** The heading itself. */
  readonly heading: Range;
  /** From behind the heading to the next heading of any depth. */
  readonly content: Range;
  /** From the heading to the next one of the same or a lesser depth. */
  readonly extent: Range;
  /** The blocks in `content`. */
  readonly nodes: readonly RootContent[];
  /** Nothing but comments and white space under it, and no section inside. */
  readonly isEmpty: boolean;
  readonly parent: Section | undefined;
}

/** A list item with a one-character box: `- [ ] text`. */
export interface Task {
  /** What stands between the brackets: a space, `x`, `X`, `-` … */
  readonly mark: string;
  /** The character between the brackets. */
  readonly markRange: Range;
  /** Plain text of the item's first paragraph behind the box. */
  readonly text: string;
  /** The item's first paragraph behind the box. */
  readonly textRange: Range;
  readonly node: ListItem;
}

export interface Cell {
  readonly text: string;
  /** The cell between its bars, trimmed. */
  readonly range: Range;
}

export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly range: Range;
}

/** One Markdown file, read once. All ranges are UTF-16 offsets into `text`, in which a byte-order mark counts as a character and says nothing. */
export interface Document {
  /** With `/`, relative to the folder that Docket was given. */
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly tree: Root;
  readonly frontMatter: FrontMatter | undefined;
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  /** The blocks before the first heading. */
  readonly preamble: readonly RootContent[];
  readonly links: readonly Link[];
  readonly tasks: readonly Task[];
  readonly tables: readonly Table[];
  /** What kept the document, or a part of it, from being read. */
  readonly problems: readonly Problem[];
}

/** Reads a document; never throws: what cannot be read becomes a problem, and the rest stays empty. */
export function parseDocument(path: string, text: string): Document {
  if (text.length > TOO_LONG) return unreadDocument(path, text, { id: 'too-long', data: { length: text.length, most: TOO_LONG } });
  try {
    return readDocument(path, text);
  } catch (error) {
    if (error instanceof TooDeep) {
      const { of, depth, range } = error;
      return unreadDocument(path, text, of === 'containers' ? { id: 'too-deep', data: { depth, most: TOO_DEEP }, range } : { id: 'too-nested', data: { most: TOO_NESTED }, range });
    }
    return unreadDocument(path, text, { id: 'not-parsed', data: { reason: error instanceof Error ? error.message : String(error) } });
  }
}

/** A document of which nothing is known but why. */
export function unreadDocument(path: string, text: string, problem: Problem): Document {
  return {
    path, text, lines: new Lines(text), tree: { type: 'root', children: [] }, frontMatter: undefined,
    fields: [], sections: [], preamble: [], links: [], tasks: [], tables: [], problems: [problem],
  };
}

/** The plain text of a node, without HTML. */
export function plainText(node: unknown): string {
  const text = (onlyText(node) ?? toString(node, WITHOUT_HTML)).trim();
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text;
}

// Most headings, cells and items have nothing but words in them.
function onlyText(node: unknown): string | undefined {
  const { children } = node as Partial<Parents>;
  const first = children?.length === 1 ? children[0] : undefined;
  return first?.type === 'text' ? first.value : undefined;
}

const WITHOUT_HTML = { includeHtml: false };
/** White space that is more or other than one space. */
export const UNEVEN = /\s\s|[^\S ]/;

function readDocument(path: string, text: string): Document {
  const frontMatter = readFrontMatter(text);
  const lines = new Lines(text);
  const tree = parseMarkdown(frontMatter ? closedByRule(text, frontMatter) : text, lines);
  const foreign = foreignFrontMatter(text);
  const problems: Problem[] = [];
  if (frontMatter?.error) {
    const { code, reason, range } = frontMatter.error;
    problems.push(code === 'TOO_LONG' ? { id: 'front-matter-too-long', data: { length: frontMatter.content.end - frontMatter.content.start, most: LONGEST_FRONT_MATTER }, range } : { id: 'front-matter', data: { code, reason }, range });
  }
  if (foreign) problems.push({ id: 'front-matter-language', data: { language: foreign.language }, range: foreign.range });

  const links: Link[] = [];
  const tasks: Task[] = [];
  const tables: Table[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'text') return;
    const link = linkOf(node, text);
    if (link) links.push(link);
    else if (node.type === 'html') links.push(...htmlLinks(text, rangeOf(node).start, rangeOf(node).end));
    else if (node.type === 'listItem') {
      const task = taskOf(node, text);
      if (task) tasks.push(task);
    } else if (node.type === 'table') tables.push(tableOf(node, text));
  });

  const blocks = tree.children.filter((node) => node.type !== 'yaml');
  const first = blocks.findIndex((node) => node.type === 'heading');
  return {
    path, text, lines, tree, frontMatter, fields: frontMatter?.fields ?? [],
    sections: sectionsOf(blocks, text), preamble: first < 0 ? blocks : blocks.slice(0, first),
    links, tasks, tables, problems,
  };
}

function sectionsOf(blocks: readonly RootContent[], text: string): Section[] {
  type Open = { -readonly [K in keyof Section]: Section[K] };
  const sections: Open[] = [];
  const open: Open[] = [];
  const starts: number[] = [];
  for (let at = 0; at < blocks.length; at++) if (blocks[at]!.type === 'heading') starts.push(at);
  starts.forEach((at, index) => {
    const heading = blocks[at] as Heading;
    const range = headingRange(blocks, at, text);
    const next = starts[index + 1];
    const nodes = blocks.slice(at + 1, next);
    while (open.length && open.at(-1)!.depth >= heading.depth) {
      const closed = open.pop()!;
      closed.extent = { start: closed.heading.start, end: range.start };
    }
    const end = next === undefined ? text.length : headingRange(blocks, next, text).start;
    const section: Open = {
      title: shared(plainText(heading)), depth: heading.depth, heading: range, content: { start: range.end, end }, extent: { start: range.start, end: text.length },
      nodes, isEmpty: !nodes.some(hasContent), parent: open.at(-1),
    };
    for (const outer of open) outer.isEmpty = false;
    sections.push(section);
    open.push(section);
  });
  return sections;
}

/** Where the heading at this place among the blocks stands; the tree lets an underlined one begin with the definitions right above it, which are blocks before it. */
function headingRange(blocks: readonly RootContent[], at: number, text: string): Range {
  const { start, end } = rangeOf(blocks[at]!);
  const before = at > 0 ? rangeOf(blocks[at - 1]!).end : 0;
  return { start: before > start ? before + /^\s*/.exec(text.slice(before, end))![0].length : start, end };
}

function hasContent(node: RootContent): boolean {
  return node.type !== 'html' || node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== '';
}

const BOX = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[([^\]\r\n])\](?=[ \t])[ \t]*/u;

function taskOf(item: ListItem, text: string): Task | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph' || (typeof item.checked !== 'boolean' && text[rangeOf(paragraph).start] !== '[')) return undefined;
  const { start, end } = rangeOf(item);
  const box = BOX.exec(text.slice(start, Math.min(end, start + 200)));
  if (!box) return undefined;
  const mark = box[1]!;
  const open = start + box[0].lastIndexOf(`[${mark}]`) + 1;
  const plain = plainText(paragraph);
  return {
    mark,
    markRange: { start: open, end: open + mark.length },
    text: typeof item.checked === 'boolean' ? plain : plain.replace(/^\[.?\]\s*/u, ''),
    textRange: { start: start + box[0].length, end: rangeOf(paragraph).end },
    node: item,
  };
}

function tableOf(node: TableNode, text: string): Table {
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell): Cell => ({ text: plainText(cell), range: trimmed(cell, text) })),
  );
  return { header, rows, range: rangeOf(node) };
}

function trimmed(cell: Parameters<typeof rangeOf>[0], text: string): Range {
  let { start, end } = rangeOf(cell);
  if (text[start] === '|') start++;
  if (end > start && text[end - 1] === '|' && text[end - 2] !== '\\') end--;
  const written = text.slice(start, end);
  start += written.length - written.trimStart().length;
  return { start, end: start + written.trim().length };
}
