import type { Nodes } from 'mdast';
import type { Document } from './document.ts';
import type { Edit } from './edit.ts';
import { eachNode } from './markdown/each-node.ts';

/**
 * The words that people wrote and that are there no more after `edits` led from one document to the other. Comments may go, what is
 * moved may stand elsewhere, and what an edit replaces may have become something else; a word that is only taken out is lost.
 */
export function lostWords(before: Document, after: Document, edits: readonly Edit[]): string[] {
  const missing = countsOf(before);
  for (const [word, count] of countsOf(after)) missing.set(word, (missing.get(word) ?? 0) - count);
  for (const { range, newText } of edits) {
    if (newText === '') continue;
    for (const word of wordsOf(wholeWords(before.text, range.start, range.end))) missing.set(word, (missing.get(word) ?? 0) - 1);
  }
  return [...missing].flatMap(([word, count]) => (count > 0 ? [word] : []));
}

const WORD = /[\p{L}\p{N}]+/gu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

function countsOf({ tree }: Document): Map<string, number> {
  const counts = new Map<string, number>();
  eachNode(tree, (node) => {
    for (const word of wordsOf(saidBy(node))) counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  return counts;
}

function saidBy(node: Nodes): string {
  const said = [
    'value' in node ? (node.type === 'html' ? node.value.replace(COMMENT, ' ') : node.value) : '',
    'url' in node ? node.url : '', 'title' in node ? node.title : '', 'alt' in node ? node.alt : '',
    'lang' in node ? node.lang : '', 'meta' in node ? node.meta : '', 'label' in node ? node.label : '',
  ];
  return said.filter(Boolean).join(' ');
}

// An edit may change a part of a word.
function wholeWords(text: string, start: number, end: number): string {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - LONGEST), start))![0].length;
  const behind = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + LONGEST))![0].length;
  return text.slice(start - before, end + behind);
}

const LONGEST = 200;
