import type { Nodes, Parents } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Range } from '../lines.ts';

/** The plain text of a node without the stretches that are read as something else; `from` drops what stands before it. */
export function textWithout(node: Nodes, cuts: readonly Range[], from = 0): string {
  const parts: string[] = [];
  collect(node, cuts, from, parts);
  return tidy(parts.join(''));
}

/** One line, with nothing left over where something was cut: no empty brackets, no separator at an end. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[([{][\s,;:]{0,20}[)\]}]/g, ' ')
    .replace(/([([])\s?(?:[,;]\s?)+/g, '$1')
    .replace(/(?:[,;]\s?)+([)\]])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:](?:\s|$))/g, '')
    .replace(/^[\s,;:：–—-]+(?=[^\s>])/u, '')
    .replace(/[\s,;:：|–—-]+$/u, '')
    .trim();
}

function collect(node: Nodes, cuts: readonly Range[], from: number, parts: string[]): void {
  if (node.type === 'html') return;
  if (node.type === 'image') parts.push(node.alt ?? '');
  else if (node.type === 'break') parts.push(' ');
  else if (node.type === 'text' || node.type === 'inlineCode') {
    const { start, end } = rangeOf(node);
    if (end <= from) return;
    parts.push(node.type === 'text' && end - start === node.value.length ? without(node.value, start, cuts, from) : node.value);
  } else if ('children' in node) for (const child of (node as Parents).children) collect(child, cuts, from, parts);
}

function without(value: string, offset: number, cuts: readonly Range[], from: number): string {
  let result = '';
  let at = Math.max(0, from - offset);
  for (const cut of cuts) {
    const start = cut.start - offset;
    const end = cut.end - offset;
    if (end <= at || start >= value.length) continue;
    result += value.slice(at, Math.max(at, start)) + ' ';
    at = Math.max(at, end);
  }
  return result + value.slice(at);
}
