import type { RootContent } from 'mdast';
import { plainText, rangeOf, UNEVEN } from './document.ts';
import type { Range } from './lines.ts';

/** The smallest pieces of Markdown that stand for themselves: a paragraph, a comment, a cell's row, a block of code. */
export interface Block {
  readonly kind: 'text' | 'task' | 'row' | 'comment' | 'code' | 'html';
  readonly range: Range;
  /** The text as it is compared: one blank between words, without case, emphasis and comments. */
  readonly key: string;
  /** What the cells of a row hold, compared in the same way; empty for everything else, and for the head of a table. */
  readonly cells: readonly string[];
  /** Nothing was filled in: a table's head, a row of empty cells, a box or a fence with nothing behind or in it, blanks written as entities. */
  readonly isBare: boolean;
}

/** Blocks are compared up to this length; UTF-16 units. */
const LONGEST = 20_000;

const BARE = /^(?:[|\-:\s\u200b]|&(?:nbsp|ensp|emsp|thinsp|zwj|zwnj|#160|#xa0|#8203|#x200b);|<br ?\/?>|\[ ?\](?![(\[:]))*$/u;

/** The blocks of some nodes in their order; definitions, lines and headings are none. */
export function blocksOf(nodes: readonly RootContent[], text: string): Block[] {
  const blocks: Block[] = [];
  const add = (kind: Block['kind'], node: RootContent, isBare: boolean, cells: readonly string[] = []): void => {
    const range = rangeOf(node);
    const words = blockKey(text.slice(range.start, Math.min(range.end, range.start + LONGEST)));
    const key = kind === 'row' ? words.replace(/ ?\| ?/g, ' | ').trim() : words;
    blocks.push({ kind, range, key, cells, isBare: isBare || BARE.test(key) });
  };
  // Not by recursion: quotes and lists may be nested deeply.
  const open: { readonly node: RootContent; readonly isTask: boolean }[] = nodes.map((node) => ({ node, isTask: false })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, isTask } = next;
    if (node.type === 'paragraph') add(isTask || /^\s*\[[ xX]\]\s/.test(text.slice(rangeOf(node).start, rangeOf(node).start + 5)) ? 'task' : 'text', node, false);
    else if (node.type === 'html') add(node.value.trimStart().startsWith('<!--') ? 'comment' : 'html', node, false);
    else if (node.type === 'code') add('code', node, node.value.trim() === '');
    else if (node.type === 'table') node.children.forEach((row, index) => add('row', row, index === 0, index ? row.children.map((cell) => blockKey(plainText(cell))) : []));
    else if ('children' in node && node.type !== 'heading') {
      const children = node.children as readonly RootContent[];
      const checked = node.type === 'listItem' && typeof node.checked === 'boolean';
      for (let at = children.length - 1; at >= 0; at--) open.push({ node: children[at]!, isTask: checked && at === 0 });
    }
  }
  return blocks;
}

/** Markdown as it is compared with a template's: what a new line, a quote's mark or emphasis looks like does not count. */
export function blockKey(source: string): string {
  if (!UNLIKE_ITS_KEY.test(source) && !source.includes('<!--')) return source.trim().toLowerCase();
  const shown = source.startsWith('<!--') || !source.includes('<!--') ? source : source.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
  const words = shown.replace(/[\r\n]+[ \t]*(?:>[ \t]?)*/g, ' ').replace(/[*_]+/g, '');
  const same = NO_ASCII.test(words) ? words.normalize('NFKC') : words;
  return (UNEVEN.test(same) ? same.replace(/\s+/g, ' ') : same).trim().toLowerCase();
}

/** Anything but words of ASCII with one blank between: lines, emphasis, more white space. */
const UNLIKE_ITS_KEY = /[^ -)+-^`-~]|  /;

const NO_ASCII = /[^\0-\x7f]/;
