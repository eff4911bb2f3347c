import type { Paragraph, Root, RootContent, Yaml } from 'mdast';
import { Lines, type Range } from './lines.ts';
import { readBlocks } from './markdown/blocks.ts';
import { isBlank, isLineEnding } from './markdown/characters.ts';
import { InlineReader } from './markdown/inline.ts';
import { Points } from './markdown/points.ts';
import { TOO_DEEP, TOO_NESTED } from './problems.ts';

export { TooDeep } from './markdown/too-deep.ts';

declare module 'mdast' {
  interface Data {
    /** Where the target of a link, an image or a definition is written, without angle brackets. */
    destination?: Range;
  }
}

/**
 * Markdown text → the tree with positions that remark would make of it: CommonMark, GFM's tables, task boxes and strikethrough, YAML front matter.
 * Takes time that grows with the text alone; throws `TooDeep` where it nests deeper than anything is read. `lines` are those of the text.
 */
export function parseMarkdown(given: string, lines = new Lines(given)): Root {
  // A byte-order mark is read as a space, so that every place counts as it does in the file.
  const text = given.replace(/^\uFEFF/, ' ').replaceAll('\0', '\uFFFD');
  const points = new Points(lines);
  const front = frontMatterOf(text, given.startsWith('\uFEFF') ? 1 : 0, lines, points);
  const first: RootContent[] = front?.node ? [front.node] : [];
  const { root, pending, defined } = readBlocks(text, { points, lines, most: TOO_DEEP, withoutContainers: front !== undefined && !front.node }, first, front?.lines ?? 0);
  const inline = new InlineReader({ points, defined, deepest: TOO_NESTED });
  for (const { node, content, item } of pending) {
    const box = item ? (BOX.exec(content.text)?.[0] ?? '') : '';
    node.children = inline.read(content, box.length, node.type === 'tableCell');
    if (!item || box === '') continue;
    item.checked = box === '[x]' || box === '[X]';
    if (node.type === 'paragraph') trimTask(node);
  }
  return root;
}

const BOX = /^\[[ \txX\r\n]\](?=[\r\n]|[ \t]+[^ \t])/;

// A box at the beginning of an item takes the character behind it, too.
function trimTask(paragraph: Paragraph): void {
  const head = paragraph.children[0];
  if (head?.type !== 'text') return;
  head.value = head.value.slice(1);
  if (head.value === '') {
    paragraph.children.shift();
    return;
  }
  const { start, end } = head.position!;
  const behind = { ...start, column: start.column + 1, offset: start.offset! + 1 };
  head.position = { start: behind, end };
  paragraph.position = { start: { ...behind }, end: paragraph.position!.end };
}

interface FrontMatter {
  /** Undefined where it is never closed: micromark then finds no quote and no list in the whole text. */
  readonly node: Yaml | undefined;
  /** How many lines it takes. */
  readonly lines: number;
}

function frontMatterOf(text: string, start: number, lines: Lines, points: Points): FrontMatter | undefined {
  const opening = fenceEnd(text, start);
  const from = lines.startOf(1);
  if (opening === undefined || from === opening) return undefined;
  for (let line = 1; line < lines.count; line++) {
    const closing = lines.startOf(line);
    const end = fenceEnd(text, closing);
    if (end === undefined) continue;
    const value = text.slice(from, closing).replace(/(?:\r\n|\n|\r)$/, '');
    return { node: { type: 'yaml', value, position: points.between(start, end) }, lines: line + 1 };
  }
  return { node: undefined, lines: 0 };
}

// Where the line ends that begins at `at` and holds three dashes alone; undefined for every other line.
function fenceEnd(text: string, at: number): number | undefined {
  if (!text.startsWith('---', at)) return undefined;
  let end = at + 3;
  while (isBlank(text.charCodeAt(end))) end++;
  return end === text.length || isLineEnding(text.charCodeAt(end)) ? end : undefined;
}
