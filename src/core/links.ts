import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Range } from './lines.ts';

/** A link, an image or the definition that a reference points to. */
export interface Link {
  readonly kind: 'link' | 'image' | 'definition';
  /** The target as Markdown understands it, escapes resolved. */
  readonly target: string;
  readonly text: string;
  readonly range: Range;
  /** The target where it is written; undefined where escapes make it differ from `target`. */
  readonly targetRange: Range | undefined;
}

/** The link that a node is; undefined for every other node. */
export function linkOf(node: Nodes, text: string): Link | undefined {
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const from = node.type === 'link' ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
  const source = text.slice(from, end);
  const at = node.url === '' ? -1 : source.indexOf(node.url, Math.max(0, source.indexOf(node.type === 'definition' ? ']:' : '](')));
  const autolink = text.startsWith(`<${node.url}>`, start);
  const found = autolink ? start + 1 : at < 0 ? -1 : from + at;
  return {
    kind: node.type,
    target: node.url,
    text: node.type === 'link' ? toString(node) : node.type === 'image' ? (node.alt ?? '') : (node.label ?? node.identifier),
    range: { start, end },
    targetRange: found >= 0 ? { start: found, end: found + node.url.length } : undefined,
  };
}
