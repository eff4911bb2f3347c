import type { RootContent } from 'mdast';
import { rangeOf, type Document } from './document.ts';

/**
 * Where the words begin with which a document closes and which are of no section: what stands behind the last line
 * (`---`) below the last heading, and the targets of links and footnotes at the end. The length of the text where there are none.
 */
export function closingWordsOf({ text, tree, sections }: Document): number {
  const last = sections.at(-1);
  if (!last) return text.length;
  const from = last.heading.start;
  const nodes = tree.children.filter((node) => rangeOf(node).start > from);
  const line = nodes.findLastIndex(({ type }) => type === 'thematicBreak');
  const isClosing = line >= 0 && nodes.slice(line + 1).every(isWords) && nodes.length - line <= MOST && nodes.findIndex(({ type }) => type === 'thematicBreak') === line && !sections.some(({ nodes: own }) => own !== last.nodes && isParted(own));
  const first = isClosing ? nodes[line] : nodes[nodes.findLastIndex((node) => !isTarget(node)) + 1];
  return first ? rangeOf(first).start : text.length;
}

/** More than a line and so many blocks are a part of the text. */
const MOST = 4;

const isTarget = ({ type }: RootContent): boolean => type === 'definition' || type === 'footnoteDefinition';

const isWords = (node: RootContent): boolean => node.type === 'paragraph' || node.type === 'html' || isTarget(node);

// Where lines part the text within a section, one in the last section can do so, too.
function isParted(nodes: readonly RootContent[]): boolean {
  const line = nodes.findIndex(({ type }) => type === 'thematicBreak');
  return line >= 0 && nodes.findLastIndex(({ type }) => type !== 'thematicBreak' && type !== 'html') > line;
}
