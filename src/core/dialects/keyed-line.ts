import type { Range } from '../lines.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { KeyedValue } from './field.ts';

/**
 * The `Key: value` that stands in `range` of `text`, one line: the key known to the vocabulary, plain or emphasised,
 * the colon inside or outside of the emphasis, or none behind a bold key.
 */
export function keyedValue(text: string, range: Range, vocabulary: Vocabulary): KeyedValue | undefined {
  const line = text.slice(range.start, Math.min(range.end, range.start + LONGEST_KEY + 20));
  if (!/[:：]|\*\*|__/.test(line)) return undefined;
  const found = KEY.exec(line) ?? BOLD_KEY.exec(line);
  if (!found) return undefined;
  const key = found[1]!.replace(/[*_`~]/g, '').replace(/^\[([^\]]+)\]$/, '$1').trim();
  if (!key || key.length > LONGEST_KEY || !fieldRoles(key, vocabulary).length) return undefined;
  return { key, value: { start: range.start + found[0].length, end: range.end } };
}

const ENDING = /[\r\n]/g;

/** The lines of a stretch of text. */
export function linesOf(text: string, range: Range): Range[] {
  const lines: Range[] = [];
  let start = range.start;
  while (start < range.end) {
    ENDING.lastIndex = start;
    const end = ENDING.test(text) ? Math.min(ENDING.lastIndex - 1, range.end) : range.end;
    lines.push({ start, end });
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

/** The pairs of one line that bars or dots divide: `**Decided:** … | **Status:** …`; the line itself where there are none. */
export function pairsOf(text: string, line: Range, vocabulary: Vocabulary): Range[] {
  const parts: Range[] = [];
  const source = text.slice(line.start, Math.min(line.end, line.start + 2000));
  let start = 0;
  if (/[:：]/.test(source)) for (const found of source.matchAll(BETWEEN)) {
    // "Code Name: x" is one key, "Status: Accepted Date: 2020-05-07" are two pairs.
    if (found.index === 0 || !fieldRoles(found[1]!, vocabulary).length || (/^[ \t]+$/.test(found[0]) && !/[:：]/.test(source.slice(start, found.index)))) continue;
    parts.push({ start: line.start + start, end: line.start + found.index });
    start = found.index + found[0].length;
  }
  parts.push({ start: line.start + start, end: line.end });
  return parts;
}

// A bar or a dot and then a key, or a key in capitals in the middle of a line.
const BETWEEN = /(?:[ \t]+(?:\||·|•|\/\/|;)[ \t]+|(?:&nbsp;)+[ \t]*|[ \t]+(?=\*{0,2}\p{Lu}))(?=[*_`]{0,3}([\p{L}][\p{L} ]{1,30}?)[*_`]{0,3}[ \t]?[:：])/gu;
const LONGEST_KEY = 60;
const KEY = /^[\s>#]*(?:[-*+•][ \t]+)?(?:\[[ xX]\][ \t]+)?([^\n:：]{1,60}?)[ \t]*(?:::|[:：])(?!\/\/)(?:[*_`~]{1,3}[:：]?(?=[ \t]|$))?[ \t]*/u;
const BOLD_KEY = /^[\s>]*(?:[-*+•][ \t]+)?((?:\*\*|__)[^*_\n]{1,50}(?:\*\*|__))[ \t]*(?:[-–—=|][ \t]+|[ \t](?=\S))/u;
