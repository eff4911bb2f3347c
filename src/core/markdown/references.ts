import type { Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { eachNode } from './each-node.ts';
import { rangeOf } from './points.ts';

/** A reference that was meant to be a link and names no definition. */
export interface UndefinedReference {
  readonly label: string;
  readonly range: Range;
  /** The brackets of the label with it. */
  readonly labelRange: Range;
}

/** What is written as `[text][label]` or `[text][]` and stayed text because the document defines no such label; quotes are left out, as their words may be another document's. */
export function undefinedReferences(document: Document): UndefinedReference[] {
  if (!document.text.includes('][')) return [];
  const found: UndefinedReference[] = [];
  let quoteEnd = 0;
  eachNode(document.tree, (node, parent) => {
    if (node.type === 'blockquote') quoteEnd = Math.max(quoteEnd, rangeOf(node).end);
    if (node.type !== 'text' || parent.type === 'link' || parent.type === 'linkReference') return;
    const { start, end: nodeEnd } = rangeOf(node);
    if (start < quoteEnd) return;
    const source = document.text.slice(start, nodeEnd);
    if (!source.includes('][')) return;
    for (const one of source.matchAll(/\[([^[\]\\\n]{1,200})\]\[([^[\]\\\n]{0,200})\](?![[(:])/gu)) {
      if (/[\]\w\\]/.test(document.text[start + one.index - 1] ?? ' ')) continue;
      const label = (one[2] || one[1])!.trim();
      if (isLabel(one[1]!, label)) {
        const end = start + one.index + one[0].length;
        found.push({ label, range: { start: start + one.index, end }, labelRange: { start: end - one[2]!.length - 2, end } });
      }
    }
  });
  return found;
}

// Two boxes, `[0][1]` of an array, a footnote and what a template asks for are no references.
function isLabel(text: string, label: string): boolean {
  return /\p{L}{2}/u.test(text) && label !== '' && (isTarget(label) || !label.includes(':')) && !/^[\^!@]/.test(label) && !/[{}<>=…]|\.\.\./.test(text + label);
}

/** Is it no label but where the link was to lead? */
export function isTarget(label: string): boolean {
  return /^(?:https?:\/\/|#\p{L}|\.{0,2}\/)\S*$/u.test(label);
}

/** The labels that references of the document name, as their definitions write them. */
export function usedLabels(document: Document): ReadonlySet<string> {
  const used = new Set<string>();
  eachNode(document.tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  return used;
}
