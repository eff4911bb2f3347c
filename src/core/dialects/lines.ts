import type { Paragraph, RootContent } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfField, dateClaims } from './field.ts';
import { headBlocks } from './head.ts';
import { keyedValue, linesOf, pairsOf } from './keyed-line.ts';
import { valueRange } from './source.ts';

/** Lines under the title: `Status: Accepted`, `**Date:** 2020-05-07`, also in a quote or an admonition, and several on one line. */
export const lines: Dialect = {
  id: 'lines',
  read(document, vocabulary) {
    const blocks = headBlocks(document, vocabulary);
    return blocks.flatMap((block, index) => [...claimsOfBlock(document, vocabulary, block), ...claimsBelow(document, vocabulary, block, blocks[index + 1])]);
  },
};

function claimsOfBlock(document: Document, vocabulary: Vocabulary, block: RootContent): Claim[] {
  if (block.type === 'blockquote') return block.children.slice(0, 10).flatMap((inner) => claimsOfBlock(document, vocabulary, inner));
  if (block.type !== 'paragraph') return [];
  return linesOf(document.text, rangeOf(block)).slice(0, MOST_LINES).flatMap((line) =>
    pairsOf(document.text, line, vocabulary).flatMap((pair) => {
      const field = keyedValue(document.text, pair, vocabulary);
      return field ? claimsOfField(document, vocabulary, 'lines', field, 88) : dateLine(document, vocabulary, pair);
    }),
  );
}

// `**Status**` as a paragraph of its own, and the value in the next one.
function claimsBelow(document: Document, vocabulary: Vocabulary, block: RootContent, next: RootContent | undefined): Claim[] {
  if (block.type !== 'paragraph' || next?.type !== 'paragraph') return [];
  const key = aloneKey(document, block);
  if (key === undefined || aloneKey(document, next) !== undefined) return [];
  const [first] = linesOf(document.text, rangeOf(next));
  return first ? claimsOfField(document, vocabulary, 'lines', { key, value: first }, 82) : [];
}

function aloneKey(document: Document, node: Paragraph): string | undefined {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'strong') return undefined;
  const { start, end } = rangeOf(only);
  return /^(?:\*\*|__)([^*_\r\n]{2,40}?)[:：]?(?:\*\*|__)$/.exec(document.text.slice(start, end))?.[1];
}

const MOST_LINES = 40;

// A line that is nothing but a date, as under the names of authors.
function dateLine(document: Document, vocabulary: Vocabulary, line: Range): Claim[] {
  const range = valueRange(document.text, line);
  if (range.end - range.start > 40 || range.end - range.start < 8) return [];
  const [claim] = dateClaims(document, vocabulary, 'lines', 'date', range, 50);
  return claim && claim.range.start === range.start && document.text.slice(claim.range.end, range.end).replace(/[.,\s]/g, '') === '' ? [claim] : [];
}
