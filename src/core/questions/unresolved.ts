import { tidy } from '../actions/plain.ts';
import { FILLER, type Block } from '../actions/source.ts';
import type { Question } from '../entry.ts';
import type { QuestionSyntax } from './syntax.ts';

const MARK = /<<\[(\/?)UNRESOLVED([^\]\r\n]{0,300})\](?:>>)?|(?<![[\p{L}])\[(\/?)UNRESOLVED\](?!\()/gu;
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r)/;

/** `<<[UNRESOLVED who or what ]>> … <<[/UNRESOLVED]>>`; without an end it reaches to that of its paragraph. */
export const unresolved: QuestionSyntax = {
  id: 'unresolved',
  read(source) {
    const { document, paragraphs } = source;
    const questions: Question[] = [];
    if (!document.text.includes('UNRESOLVED')) return questions;
    const { visible } = source;
    const marks = [...visible.matchAll(MARK)];
    marks.forEach((mark, index) => {
      if (isEnd(mark)) return;
      const start = mark.index;
      const behind = start + mark[0].length;
      const next = marks[index + 1];
      const isClosed = next !== undefined && isEnd(next);
      const stop = next?.index ?? visible.length;
      const end = isClosed ? stop : Math.min(stop, Math.max(behind, blockEnd(paragraphs, start)));
      const name = (mark[2] ?? '').trim();
      const said = plain(document.text.slice(behind, Math.min(end, behind + MOST)), visible.slice(behind, Math.min(end, behind + MOST)));
      // A mark in the middle of a sentence speaks of what stands before it.
      const about = name === '' && !/[\p{L}\p{N}]/u.test(said) ? plain(lineBefore(document.text, start), lineBefore(visible, start)) : said;
      const text = about === '' ? name : name === '' ? about : `${name}: ${about}`;
      if (text === '') return;
      questions.push({
        text,
        dialect: unresolved.id,
        line: document.lines.lineNumberAt(start),
        range: { start, end: isClosed ? stop + next[0].length : behind + visible.slice(behind, end).trimEnd().length },
      });
    });
    return questions;
  },
};

const isEnd = (mark: RegExpExecArray): boolean => mark[1] === '/' || mark[3] === '/';

const MOST = 400;

function blockEnd(paragraphs: readonly Block[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low - 1]?.range.end ?? offset;
}

function lineBefore(text: string, offset: number): string {
  const part = text.slice(Math.max(0, offset - MOST), offset);
  return part.slice(Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1);
}

// The first paragraph between the marks; code in it stays, comments go.
function plain(text: string, visible: string): string {
  const from = visible.search(/\S/);
  if (from < 0) return '';
  const paragraph = visible.slice(from).split(BLANK_LINE, 1)[0]!.length;
  const written = text.slice(from, from + paragraph).replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
  return tidy(written.replace(/\[([^\]\r\n]{1,200})\]\([^()\s]{0,300}\)/g, '$1').replace(/[*_`]{1,3}(?=[^\s*_`])|(?<=[^\s*_`])[*_`]{1,3}/g, '').replaceAll(FILLER, '').replace(/^[ \t>*+-]+/gm, ''));
}
