import type { Edit } from '../edit.ts';
import type { Range } from '../lines.ts';

/** Takes a token out of running text, with the one space or separator that only stood there for it. */
export function removeToken(text: string, { start, end }: Range): Edit {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  const isSpace = (character: string): boolean => character === ' ' || character === '\t';
  const isEnd = (character: string): boolean => character === '\n' || character === '\r';
  if (/[,;]/.test(after) && /[([{]/.test(before)) return { range: { start, end: end + (isSpace(text[end + 1] ?? '') ? 2 : 1) }, newText: '' };
  const comma = /[,;][ \t]?$/.exec(text.slice(Math.max(0, start - 2), start));
  if (comma && (/[)\]},;.]/.test(after) || isEnd(after))) return { range: { start: start - comma[0].length, end }, newText: '' };
  if (isSpace(before) && (isSpace(after) || isEnd(after) || after === '|' || /[.,;:)]/.test(after))) return { range: { start: after === '|' ? start : start - 1, end }, newText: '' };
  if (isSpace(after) && !/[\p{L}\p{N}]/u.test(before)) return { range: { start, end: end + 1 }, newText: '' };
  return { range: { start, end }, newText: '' };
}

/** Writes into a cell; an empty one keeps a space on both sides. */
export function fillCell(text: string, cell: Range, newText: string): Edit {
  if (cell.end > cell.start || newText === '') return { range: cell, newText };
  // The trimmed range of an empty cell lies at one end of its blanks.
  let start = cell.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  let end = cell.end;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const blanks = end - start;
  const at = blanks > 0 ? start + 1 : start;
  return { range: { start: at, end: at }, newText: `${blanks > 0 ? '' : ' '}${newText}${blanks > 1 ? '' : ' '}` };
}
