import type { Paragraph, Root, RootContent } from 'mdast';
import type { Range } from './lines.ts';
import { readBlocks } from './markdown/blocks.ts';
import { readInline } from './markdown/inline.ts';
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
 * Takes time that grows with the text alone; throws `TooDeep` where it nests deeper than anything is read.
 */
export function parseMarkdown(given: string): Root {
  // A byte-order mark is read as a space, so that every place counts as it does in the file.
  const text = given.replace(/^\uFEFF/, ' ').replaceAll('\0', '\uFFFD');
  const start = given.startsWith('\uFEFF') ? 1 : 0;
  const front = frontMatterOf(text, start);
  const first: RootContent[] = front?.end === undefined ? [] : [{ type: 'yaml', value: text.slice(front.from, front.to), position: new Points(text).between(start, front.end) }];
  const { root, points, pending, defined } = readBlocks(text, TOO_DEEP, first, front?.next ?? 0, front !== undefined && front.end === undefined);
  for (const { node, content, item } of pending) {
    const children = readInline(content, { points, defined, deepest: TOO_NESTED }, { inTable: node.type === 'tableCell', ...(item && { onTask: (checked) => void (item.checked = checked) }) });
    node.children = children;
    if (item && typeof item.checked === 'boolean' && node.type === 'paragraph') trimTask(node);
  }
  return root;
}

// A box at the beginning of an item takes the character behind it, too.
function trimTask(paragraph: Paragraph): void {
  const head = paragraph.children[0];
  if (head?.type !== 'text') return;
  head.value = head.value.slice(1);
  if (head.value === '') {
    paragraph.children.shift();
    return;
  }
  const { start } = head.position!;
  head.position!.start = { ...start, column: start.column + 1, offset: start.offset! + 1 };
  paragraph.position!.start = { ...head.position!.start };
}

interface FrontMatter {
  readonly from: number;
  readonly to: number;
  /** Undefined where it is never closed: micromark then finds no quote and no list in the whole text. */
  readonly end: number | undefined;
  readonly next: number;
}

const OPENING = /---[ \t]*(?:\r\n|\n|\r)/y;
const CLOSING = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;

function frontMatterOf(text: string, start: number): FrontMatter | undefined {
  OPENING.lastIndex = start;
  if (!OPENING.test(text)) return undefined;
  const from = OPENING.lastIndex;
  CLOSING.lastIndex = from;
  const closing = CLOSING.exec(text);
  if (!closing) return { from, to: from, end: undefined, next: 0 };
  const end = closing.index + closing[0].length;
  const ending = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const to = closing.index - (text.slice(from, closing.index).match(/(?:\r\n|\n|\r)$/)?.[0].length ?? 0);
  return { from, to, end, next: end + ending };
}
