import type { Range } from './lines.ts';

/** One replacement in one text; the offsets are those of the text before any edit. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** The text after `edits`, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    if (range.start < at) throw new RangeError('edits overlap');
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

/** The line ending that `text` uses: that of its first line. */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
  return (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') as '\n' | '\r\n' | '\r';
}
