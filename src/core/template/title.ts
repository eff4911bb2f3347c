import { headingKey } from '../headings.ts';
import type { Range } from '../lines.ts';

/** A part of a title, such as its number or the words behind the colon. */
export interface TitlePart {
  /** As headings are compared. */
  readonly key: string;
  /** Counts in the source of the heading. */
  readonly range: Range;
}

/** The parts of a heading between colons, full stops and dashes, without its marks. */
export function titleParts(source: string): TitlePart[] {
  const words = source.slice(0, LONGEST).replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  const start = /^[#\s]*/.exec(words)![0].length;
  const end = words.replace(/[\r\n][ \t]*(?:=+|-+)[ \t]*$|[ \t]#+[ \t]*$/, '').length;
  const parts: TitlePart[] = [];
  const add = (from: number, to: number): void => {
    const piece = words.slice(from, to);
    const key = headingKey(piece);
    const at = from + piece.length - piece.trimStart().length;
    if (key) parts.push({ key, range: { start: at, end: at + piece.trim().length } });
  };
  let from = start;
  for (const { index, 0: separator } of words.slice(0, end).matchAll(/[:：](?=\s|$)|[.](?=\s)|(?<=\s)[-–—|](?=\s)|[–—]/g)) {
    if (index < from) continue;
    add(from, index);
    from = index + separator.length;
  }
  add(from, end);
  return parts;
}

/** UTF-16 units of a heading that are looked at. */
const LONGEST = 1000;

/** Does a part of a template's title (as headings are compared) only say what stands there: `KEP-NNNN`, "Your short title", "제목"? */
export function asksForTitle(key: string): boolean {
  return FORM.test(key) || NAMED.test(key) || TOLD.test(key);
}

const FORM = /(?<![\p{L}\p{N}])(?:n{2,}|x{2,}|y{4}[-./]?m{2}[-./]?d{2})(?![\p{L}\p{N}])/u;
const NAMED = /(?<!\p{L})(?:titles?|headline|template|placeholder|제목|템플릿|양식|서식)(?!\p{L})|(?:^| )(?:name|number|topic|subject|이름|번호)$/u;
const TOLD = /^my \p{L}[\p{L}\p{N}-]*$|^(?:your|short|brief|concise|descriptive|describe|enter|insert|replace|write|put|please)\b|(?:하세요|쓰세요|적으세요|주세요|입력)[.。]?$/u;
