import type { ListItem } from 'mdast';
import type { Document } from '../document.ts';
import { eachBlock } from '../markdown/each-node.ts';
import { rememberingLast } from '../remembering.ts';

/** The items of all lists of a document, in the order of the text; several rules ask for them of the same one. */
export const listItemsOf = rememberingLast(({ tree }: Document): readonly ListItem[] => {
  const found: ListItem[] = [];
  eachBlock(tree, (node) => void (node.type === 'listItem' && found.push(node)));
  return found;
});
