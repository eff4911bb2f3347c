import type { Range } from '../lines.ts';
import { printOf } from './prints.ts';
import type { Token } from './memory.ts';

/** A whole line of a stretch, without its line ending. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Columns of white space in front of it. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** The lines between two markers, each with its line ending; what stands beside a marker on its own line is none. */
export function wholeLines(text: string, { start, end }: Range): Line[] {
  const lines: Line[] = [];
  const ENDING = /\r\n|\n|\r/g;
  ENDING.lastIndex = start;
  const first = ENDING.exec(text);
  if (!first || ENDING.lastIndex > end) return lines;
  let at = ENDING.lastIndex;
  for (let found = ENDING.exec(text); found && ENDING.lastIndex <= end; found = ENDING.exec(text)) {
    const line = text.slice(at, found.index);
    const white = /^[ \t]*/.exec(line)![0];
    lines.push({ index: lines.length, text: line, start: at, next: ENDING.lastIndex, indent: white.replace(/\t/g, '    ').length, isBlank: line.trim() === '' });
    at = ENDING.lastIndex;
  }
  return lines;
}

/** A line that stands as it was drawn, but for its box, its place and the sign of its list. */
export interface Held {
  readonly line: Line;
  /** What people put into its box; undefined where that is as it was drawn. */
  readonly mark: string | undefined;
}

const BOX = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([^\]])(\])/;

/** The lines that nobody has changed since they were drawn, by their keys. Of several that are alike the first is the first. */
export function heldLines(lines: readonly Line[], memory: readonly Token[]): Map<string, Held> {
  const waiting = new Map<string, Token[]>();
  for (const token of memory) waiting.set(token.print, [...(waiting.get(token.print) ?? []), token]);
  const held = new Map<string, Held>();
  for (const line of lines) {
    if (line.isBlank) continue;
    const mark = BOX.exec(line.text)?.[2];
    for (const drawn of mark === undefined ? [undefined] : [mark, ' ', 'x']) {
      const text = drawn === undefined ? line.text : withMark(line.text, drawn);
      const token = waiting.get(printOf(text))?.shift();
      if (!token) continue;
      held.set(token.key, { line, mark: drawn === mark ? undefined : mark });
      break;
    }
  }
  return held;
}

/** A line with another sign in its box; a line without a box as it is. */
export function withMark(text: string, mark: string): string {
  return text.replace(BOX, (_, before: string, __, after: string) => before + mark + after);
}

/** The last line of what stands under a line: its continuation, and all that is indented deeper. */
export function lastUnder(lines: readonly Line[], { index, indent }: Line): number {
  let last = index;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.isBlank) continue;
    const isContinuation = at === last + 1 && /^\s*[^\s\-*+|#<>\d]/.test(line.text) && !/^\s*\*\*/.test(line.text);
    if (line.indent <= indent && !isContinuation) break;
    last = at;
  }
  return last;
}
