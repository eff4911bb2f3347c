import type { List, ListItem, RootContent } from 'mdast';
import { plainText, type Section } from './document.ts';

/**
 * How many items a section lists, as list items, rows of a table, labelled paragraphs or `inside`, the sections directly
 * in it, whichever are most; 0 where it is written in sentences, or says itself that there is no other.
 */
export function itemsIn({ nodes }: Section, inside: readonly Section[]): number {
  const count = Math.max(listed(nodes), rowsIn(nodes), labelled(nodes), inside.length);
  const [only] = inside;
  // Of one part alone what it lists may be the items.
  const deeper = count === 1 && only ? Math.max(listed(only.nodes), rowsIn(only.nodes)) : 0;
  return count === 1 && saysWhy([...nodes, ...(only?.nodes ?? [])]) ? 0 : Math.max(count, deeper);
}

const listsIn = (nodes: readonly RootContent[]): readonly ListItem[] => nodes.flatMap((node) => (node.type === 'list' ? node.children : [])).filter((item) => plainText(item) !== '');

// Of one item alone what stands under it, but for what speaks for and against it.
function listed(nodes: readonly RootContent[]): number {
  const items = listsIn(nodes).filter((item) => !isArgument(item));
  const [only] = items;
  if (items.length !== 1 || !only) return items.length;
  const under = only.children.filter((node): node is List => node.type === 'list').flatMap((list) => list.children);
  return Math.max(1, under.filter((item) => !isArgument(item)).length);
}

const ARGUMENT = /^(?:good|bad|neutral|pros?|cons?|advantages?|disadvantages?|upsides?|downsides?|benefits?|drawbacks?|장점|단점|좋은 점|나쁜 점)(?![\p{L}\p{N}])|^[+\-–]\s/iu;

const isArgument = (item: ListItem): boolean => ARGUMENT.test(plainText(item.children[0]).slice(0, 40));

const rowsIn = (nodes: readonly RootContent[]): number =>
  nodes.reduce((sum, node) => sum + (node.type === 'table' ? node.children.slice(1).filter((row) => row.children.some((cell) => plainText(cell) !== '')).length : 0), 0);

const LABEL = /^(?:option|alternative|choice|선택지|대안|옵션|방안)\s*[\p{L}\p{N}]{0,3}\s*[:.)–-]/iu;

const labelled = (nodes: readonly RootContent[]): number =>
  nodes.filter((node) => node.type === 'paragraph' && ((node.children[0]?.type === 'strong' && !ARGUMENT.test(plainText(node).slice(0, 40))) || LABEL.test(plainText(node).slice(0, 40)))).length;

const NO_OTHER = /\b(?:none|n\/a|no other|no (?:real |viable |known |further )?alternatives?|only (?:one|option|choice|alternative|viable|way|possib)|nothing else|not applicable)\b|없(?:음|다|습니다|었)|유일/iu;

/** UTF-16 units of a paragraph that are looked at. */
const LONGEST = 1000;

const saysWhy = (nodes: readonly RootContent[]): boolean => nodes.some((node) => (node.type === 'paragraph' || node.type === 'list') && NO_OTHER.test(plainText(node).slice(0, LONGEST)));
