import type { Claim } from '../dialects/dialect.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';

/** Ways to write a value on a line like the one of the status, behind it; `key` makes its key like that of the status. */
export function* beside(document: Document, status: Claim, value: string, key: (like: string) => string): Iterable<Edit> {
  const { text } = document;
  const lineStart = document.lines.startOf(status.line - 1);
  const line = lineAt(text, lineStart);
  const ending = lineEndingOf(text);
  const written = text.slice(lineStart, status.range.start);
  const insert = (at: number, newText: string): Edit => ({ range: { start: at, end: at }, newText });
  if (status.dialect === 'table') {
    const cells = /^([ \t]*\|[ \t]*)([*_`]{0,3})([^|\n]*?)\2([ \t]*\|[ \t]*)/.exec(line);
    if (cells) yield insert(lineStart + line.length, `${ending}${cells[1]}${cells[2]}${key(cells[3]!)}${cells[2]}${cells[4]}${value} |`);
    return;
  }
  if (status.dialect === 'html-table') {
    const row = /^([ \t]*<tr\b[^<>]*>[ \t]*<t[dh]\b[^<>]*>)([^<>]*)(<\/t[dh]>[ \t]*<td\b[^<>]*>[ \t]*)[^<>]*((?:<\/td>[ \t]*)?<\/tr>)[ \t]*$/i.exec(line);
    if (row) yield insert(lineStart + line.length, `${ending}${row[1]}${row[2]!.replace(/\S.*\S/, key)}${row[3]}${value} ${row[4]}`);
    return;
  }
  // `* **Status:** `: what stands in front of the value, with another key.
  const field = /^([\s>]*(?:[-*+•][ \t]+)?(?:\[[ xX]\][ \t]+)?)([*_`"']{0,3})([^\n:：*_`"']{1,40})(["'*_`]{0,3}[ \t]*(?:::|[:：])[*_`]{0,3}[ \t]*|[*_`]{2,3}[ \t]+(?:[-–—=|][ \t]+)?)/u.exec(written);
  if (!field) return;
  const [whole, mark = '', open = '', word = '', colon = ''] = field;
  // Several fields on one line: the new one gets a line of its own.
  const isAlone = whole.replace(/["'*_`[\s]+$/, '') === written.replace(/["'*_`[\s]+$/, '');
  const tail = /(?:[ \t]{2,}|\\|<br\s?\/?>)$/i.exec(line)?.[0] ?? '';
  const breaks = tail !== '' || !isAlone ? '' : (/(?:[ \t]{2,}|\\)$/.exec(lineAt(text, document.lines.startOf(Math.max(0, status.line - 2))))?.[0] ?? '');
  const newText = `${mark}${open}${key(word.trim())}${colon}${value}`;
  const last = endOfItem(text, lineStart + line.length, mark);
  yield insert(last, `${breaks}${ending}${newText}${tail}`);
  if (!tail && !breaks) yield insert(last, `  ${ending}${newText}`);
}

// Lines that go on what the status line began are indented deeper.
function endOfItem(text: string, lineEnd: number, mark: string): number {
  const indent = /^[ \t]*/.exec(mark)![0].length;
  let end = lineEnd;
  for (let lines = 0; lines < 40; lines++) {
    const next = /^\r?\n([ \t]*)(?=[^\s])/.exec(text.slice(end, end + 200));
    if (!next || next[1]!.length <= indent) return end;
    end += next[0].length + lineAt(text, end + next[0].length).length;
  }
  return end;
}

function lineAt(text: string, start: number): string {
  const end = text.slice(start, start + 4000).search(/\r?\n|\r/);
  return end < 0 ? text.slice(start) : text.slice(start, start + end);
}
