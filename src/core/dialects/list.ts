import type { List, ListItem } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfField, type KeyedValue } from './field.ts';
import { headBlocks } from './head.ts';
import { keyedValue, linesOf } from './keyed-line.ts';

/** The list under the title: `- Status: accepted`, `* **Date**: 2020-05-07`. */
export const list: Dialect = {
  id: 'list',
  read(document, vocabulary) {
    return headBlocks(document, vocabulary).flatMap((block) => (block.type === 'list' ? claimsOfList(document, vocabulary, block) : []));
  },
};

function claimsOfList(document: Document, vocabulary: Vocabulary, node: List): Claim[] {
  const fields = node.children.slice(0, MOST_ITEMS).map((item) => keyedItem(document, vocabulary, item));
  const known = fields.filter((field) => field !== undefined);
  if (!known.length || (!fields[0] && node.children.slice(0, MOST_ITEMS).filter((item) => KEYED.test(document.text.slice(rangeOf(item).start, rangeOf(item).start + 60))).length * 2 < fields.length)) return [];
  return known.flatMap((field) => claimsOfField(document, vocabulary, 'list', field, 90));
}

const MOST_ITEMS = 40;
const KEYED = /^[-*+][ \t]+[^\n:：.]{1,50}[:：]/;

// An item's value is the rest of its paragraph; where that is empty, the list inside it.
function keyedItem(document: Document, vocabulary: Vocabulary, item: ListItem): KeyedValue | undefined {
  // A box is something to do.
  if (typeof item.checked === 'boolean') return undefined;
  const [paragraph, inner] = item.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const whole = rangeOf(paragraph);
  const line = linesOf(document.text, whole).find(({ start, end }) => document.text.slice(start, end).trim() !== '');
  const found = line && keyedValue(document.text, line, vocabulary);
  if (!found) return undefined;
  const empty = document.text.slice(found.value.start, found.value.end).trim() === '';
  if (empty && inner?.type === 'list') {
    const { start, end } = rangeOf(inner);
    return { key: found.key, value: { start: start + (/^[-*+][ \t]+/.exec(document.text.slice(start, start + 6))?.[0].length ?? 0), end } };
  }
  return { key: found.key, value: { start: found.value.start, end: Math.max(whole.end, found.value.start) } };
}
