import type { Edit } from '../edit.ts';
import type { Range } from '../lines.ts';

/** Takes a comment out, with its line where it has one of its own; what stands above and below never becomes one paragraph. */
export function removeComment(text: string, { start, end }: Range): Edit {
  const before = /(?:^|[\r\n])([ \t>]*)$/.exec(text.slice(Math.max(0, start - LONGEST), start));
  const behind = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + LONGEST));
  if (!before || !behind || (behind[1] === '' && end + behind[0].length < text.length)) return { range: { start: start - blanksBefore(text, start), end }, newText: '' };
  const line = start - before[1]!.length;
  const next = end + behind[0].length;
  const below = lineAt(text, next);
  const isFirst = line === 0 || isBlank(lineBefore(text, line));
  if (isFirst) return { range: { start: line, end: isBlank(below) ? next + lengthOfLine(text, next) : next }, newText: '' };
  if (isBlank(below) || INTERRUPTS.test(below)) return { range: { start: line, end: next }, newText: '' };
  return { range: { start: line, end }, newText: before[1]!.trimEnd() };
}

const LONGEST = 1000;

// What begins a block of its own also directly under a paragraph.
const INTERRUPTS = /^[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]+\S|\d{1,9}[.)][ \t]|`{3}|~{3})/;

const isBlank = (line: string): boolean => /^[ \t>]*$/.test(line);

const lineAt = (text: string, start: number): string => /^[^\r\n]*/.exec(text.slice(start, start + LONGEST))![0];

const lineBefore = (text: string, start: number): string => /([^\r\n]*)(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1] ?? '';

const lengthOfLine = (text: string, start: number): number => /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(start, start + LONGEST))![0].length;

function blanksBefore(text: string, start: number): number {
  return /[ \t]*$/.exec(text.slice(Math.max(0, start - LONGEST), start))![0].length;
}
