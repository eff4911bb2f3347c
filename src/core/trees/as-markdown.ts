import { linkTarget } from '../paths.ts';
import type { TreeNode, WholeNode } from './tree.ts';

/** A link to what a row stands for, for a document at the top of the folder. */
export function linkTo({ label, place, url }: TreeNode): string {
  if (url !== undefined) return `[${escaped(label)}](<${url}>)`;
  if (!place) return escaped(label);
  return `[${escaped(label)}](${linkTarget(`${place.path}${place.line < 2 ? '' : `#L${place.line}`}`)})`;
}

/** Rows as a list of Markdown, each with its box, its link and what is said of it, and those in it below. */
export function asMarkdown(nodes: readonly WholeNode[], depth = 0): string {
  return nodes.map((node) => {
    const box = node.checked === undefined ? '' : node.checked ? '[x] ' : '[ ] ';
    const said = node.description ? `${node.kind === 'group' ? ' ' : ' — '}${node.kind === 'group' ? `(${node.description})` : escaped(node.description)}` : '';
    const name = node.kind === 'group' && !node.place ? `**${escaped(node.label)}**` : linkTo(node);
    return `${'  '.repeat(depth)}- ${box}${name}${said}\n${asMarkdown(node.children ?? [], depth + 1)}`;
  }).join('');
}

// What would begin markup, a link or a tag in a text stands for itself.
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&');
}
