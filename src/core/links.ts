import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Range } from './lines.ts';
import { rangeOf } from './markdown/points.ts';

/** A link, an image or the definition that a reference points to. */
export interface Link {
  readonly kind: 'link' | 'image' | 'definition' | 'html-link' | 'html-image';
  /** The target as Markdown understands it, escapes resolved; in HTML as it is written. */
  readonly target: string;
  readonly text: string;
  readonly range: Range;
  /** The target where it is written; undefined where escapes make it differ from `target`. */
  readonly targetRange: Range | undefined;
}

/** The link that a node is; undefined for every other node. */
export function linkOf(node: Nodes, text: string): Link | undefined {
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined;
  const range = rangeOf(node);
  const { start, end } = range;
  const autolink = text[start] === '<' && text.startsWith(`<${node.url}>`, start);
  const written = autolink ? { start: start + 1, end: end - 1 } : node.data?.destination;
  return {
    kind: node.type,
    target: node.url,
    text: node.type === 'link' ? toString(node) : node.type === 'image' ? (node.alt ?? '') : (node.label ?? node.identifier),
    range,
    targetRange: written && node.url !== '' && text.slice(written.start, written.end) === node.url ? written : undefined,
  };
}
