import type { Nodes, Text } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Range } from '../lines.ts';

/** The plain text of a part of a node of `source`, without the stretches in it that are read as something else. */
export function textWithout(source: string, node: Nodes, cuts: readonly Range[], part: Range): string {
  const texts: string[] = [];
  collect(source, node, cuts, part, texts);
  return tidy(texts.join(''));
}

/** One line, with nothing left over where something was cut: no empty brackets, no separator at an end. */
export function tidy(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[([{][\s,;:]{0,20}[)\]}]|[([{](?=[^)\]}]{0,19}\s)[\s,;:/|·–—-]{1,20}[)\]}]/g, ' ')
    .replace(/([([])\s?(?:[,;]\s?){1,5}/g, '$1')
    .replace(/(?:[,;]\s?){1,5}([)\]])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:](?:\s|$))|(?<=[^\s([{]) (?=[)\]])/g, '')
    .replace(/[,;:]{1,5}(?=[.!?]$)/, '');
  let start = 0;
  let end = line.length;
  while (end > start && ' ,;:：|–—-'.includes(line[end - 1]!)) end--;
  while (start < end && ' ,;:：–—-'.includes(line[start]!)) start++;
  return line.slice(start, end);
}

function collect(source: string, node: Nodes, cuts: readonly Range[], part: Range, texts: string[]): void {
  if (node.type === 'html') return;
  if (node.type === 'image') texts.push(node.alt ?? '');
  else if (node.type === 'break') texts.push(' ');
  else if (node.type === 'text' || node.type === 'inlineCode') {
    texts.push(node.type === 'text' ? without(source, node, cuts, part) : node.value);
  } else if ('children' in node) {
    const children: readonly Nodes[] = node.children;
    for (let at = firstFrom(children, part.start); at < children.length && rangeOf(children[at]!).start < part.end; at++) collect(source, children[at]!, cuts, part, texts);
  }
}

// The first child that does not end before `offset`.
function firstFrom(children: readonly Nodes[], offset: number): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeOf(children[middle]!).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function without(source: string, node: Text, cuts: readonly Range[], part: Range): string {
  const { start, end } = rangeOf(node);
  if (end - start === node.value.length) return cutOut(node.value, start, cuts, part);
  const written = source.slice(start, end);
  const kept = cutOut(written, start, cuts, part);
  return kept === written ? node.value : resolved(kept);
}

function cutOut(value: string, offset: number, cuts: readonly Range[], part: Range): string {
  const stop = Math.min(value.length, part.end - offset);
  let result = '';
  let at = Math.max(0, part.start - offset);
  for (const cut of cuts) {
    const start = cut.start - offset;
    const end = cut.end - offset;
    if (end <= at) continue;
    if (start >= stop) break;
    result += value.slice(at, Math.max(at, start)) + ' ';
    at = Math.max(at, end);
  }
  return result + value.slice(at, stop);
}

// What Markdown does to a text that is not a single line without escapes; character references stay as they are written.
function resolved(written: string): string {
  return written.replace(/(\r\n|\n|\r)[ \t]*(?:>[ \t]?)*/g, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
