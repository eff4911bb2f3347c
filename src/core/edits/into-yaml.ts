import type { Edit } from '../edit.ts';

/** Where a block of YAML that reaches to `end` is over: behind its last line that says something, before the empty lines and comments that may belong to what follows. */
export function endOfContent(text: string, end: number): number {
  const kept = text.slice(0, end).replace(/\s+$/, '').length;
  const next = text.indexOf('\n', kept);
  return next < 0 ? text.length : next + 1;
}

/** Puts lines in at the start of a line, or behind the last. */
export function insertLines(text: string, at: number, lines: readonly string[], newline: string): Edit {
  const before = text.slice(0, at);
  const gap = before === '' || before.endsWith('\n') ? '' : newline;
  return { range: { start: at, end: at }, newText: gap + lines.join(newline) + newline };
}
