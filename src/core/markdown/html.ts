import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';
import { Code, isBlank, isDigit, isLetter, isLineEnding } from './characters.ts';

const BLOCK_NAMES = new Set(htmlBlockNames);
const RAW_NAMES = new Set(htmlRawNames);

/** The seven ways in which HTML begins a block, as CommonMark numbers them. */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What ends a block of each kind; the last two end at an empty line. */
const ENDS: Readonly<Record<HtmlKind, RegExp | undefined>> = { 1: /<\/(?:pre|script|style|textarea)>/i, 2: /-->/, 3: /\?>/, 4: />/, 5: /(?<!\])(?:\]\])+>/, 6: undefined, 7: undefined };

/** Does HTML begin a block at `at`, which is a `<`, and of which kind? */
export function htmlKindAt(text: string, at: number, end: number): HtmlKind | undefined {
  const code = text.charCodeAt(at + 1);
  if (code === Code.bang) {
    if (text.startsWith('--', at + 2)) return 2;
    if (text.startsWith('[CDATA[', at + 2)) return 5;
    return at + 2 < end && isLetter(text.charCodeAt(at + 2)) ? 4 : undefined;
  }
  if (code === Code.question) return 3;
  const isClosing = code === Code.slash;
  const start = at + (isClosing ? 2 : 1);
  let index = start;
  if (!isLetter(text.charCodeAt(index))) return undefined;
  while (index < end && isNameCode(text.charCodeAt(index))) index++;
  const after = index < end ? text.charCodeAt(index) : -1;
  if (after !== -1 && after !== Code.slash && after !== Code.greater && !isBlank(after)) return undefined;
  const name = text.slice(start, index).toLowerCase();
  if (after !== Code.slash && !isClosing && RAW_NAMES.has(name)) return 1;
  if (BLOCK_NAMES.has(name)) return after !== Code.slash || text.charCodeAt(index + 1) === Code.greater ? 6 : undefined;
  const tag = isClosing ? closingTagEnd(text, index, end) : openTagEnd(text, index, end, false);
  if (tag === undefined) return undefined;
  for (let rest = tag; rest < end; rest++) if (!isBlank(text.charCodeAt(rest))) return undefined;
  return 7;
}

/** Does a block of this kind end in a line that goes from `at` to `end`? In the first line `at` lies behind what began it. */
export function endsHtml(kind: HtmlKind, text: string, at: number, end: number): boolean {
  return ENDS[kind]?.test(text.slice(at, end)) ?? false;
}

/** Where the end of a block that begins at `at` may first be looked for. */
export function htmlBodyStart(kind: HtmlKind, at: number): number {
  // The dashes of `<!-->` count for the end of a comment, too; so does the question mark of `<?>`.
  return kind === 2 ? at + 2 : kind === 3 ? at + 1 : kind === 5 ? at + 9 : at + 1;
}

/** Finds inline HTML in one text; what is not closed is looked for once only. */
export class HtmlTags {
  readonly #text: string;
  #missing: Set<string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The index behind the tag, comment, instruction, declaration or CDATA that begins at `at`. */
  end(at: number): number | undefined {
    const text = this.#text;
    const code = text.charCodeAt(at + 1);
    if (code === Code.question) return this.#find('?>', at + 2);
    if (code === Code.bang) {
      if (text.startsWith('--', at + 2)) return text.charCodeAt(at + 4) === Code.greater ? at + 5 : text.startsWith('->', at + 4) ? at + 6 : this.#find('-->', at + 4);
      if (text.startsWith('[CDATA[', at + 2)) return this.#find(']]>', at + 9);
      return isLetter(text.charCodeAt(at + 2)) ? this.#find('>', at + 3) : undefined;
    }
    const isClosing = code === Code.slash;
    let index = at + (isClosing ? 2 : 1);
    if (!isLetter(text.charCodeAt(index))) return undefined;
    while (index < text.length && isNameCode(text.charCodeAt(index))) index++;
    if (isClosing) return closingTagEnd(text, index, text.length);
    const after = index < text.length ? text.charCodeAt(index) : -1;
    return after === Code.slash || after === Code.greater || isBlank(after) || isLineEnding(after) ? openTagEnd(text, index, text.length, true) : undefined;
  }

  #find(closing: string, from: number): number | undefined {
    if (this.#missing?.has(closing)) return undefined;
    const found = this.#text.indexOf(closing, from);
    if (found >= 0) return found + closing.length;
    (this.#missing ??= new Set()).add(closing);
    return undefined;
  }
}

function isNameCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === Code.dash;
}

function closingTagEnd(text: string, at: number, end: number): number | undefined {
  while (at < end && (isBlank(text.charCodeAt(at)) || isLineEnding(text.charCodeAt(at)))) at++;
  return at < end && text.charCodeAt(at) === Code.greater ? at + 1 : undefined;
}

// From behind the name of an opening tag to behind its `>`; `isInline` tags may hold line endings.
function openTagEnd(text: string, at: number, end: number, isInline: boolean): number | undefined {
  const isSpace = (code: number): boolean => isBlank(code) || (isInline && isLineEnding(code));
  const skip = (from: number): number => {
    while (from < end && isSpace(text.charCodeAt(from))) from++;
    return from;
  };
  for (;;) {
    at = skip(at);
    const code = at < end ? text.charCodeAt(at) : -1;
    if (code === Code.greater) return at + 1;
    if (code === Code.slash) return at + 1 < end && text.charCodeAt(at + 1) === Code.greater ? at + 2 : undefined;
    if (!isLetter(code) && code !== Code.colon && code !== Code.underscore) return undefined;
    while (at < end && isAttributeCode(text.charCodeAt(at))) at++;
    const equals = skip(at);
    if (equals >= end || text.charCodeAt(equals) !== Code.equals) continue;
    const value = valueEnd(text, skip(equals + 1), end, isInline);
    if (value === undefined) return undefined;
    at = value;
  }
}

function isAttributeCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === Code.dash || code === Code.dot || code === Code.colon || code === Code.underscore;
}

function valueEnd(text: string, at: number, end: number, isInline: boolean): number | undefined {
  const quote = at < end ? text.charCodeAt(at) : -1;
  if (quote === Code.quote || quote === Code.apostrophe) {
    const close = text.indexOf(text[at]!, at + 1);
    if (close < 0 || close >= end) return undefined;
    const after = close + 1 < end ? text.charCodeAt(close + 1) : -1;
    return after === Code.slash || after === Code.greater || isBlank(after) || (isInline && isLineEnding(after)) ? close + 1 : undefined;
  }
  if (quote === -1 || quote === Code.less || quote === Code.equals || quote === Code.greater || quote === Code.backtick) return undefined;
  let index = isInline ? at + 1 : at;
  for (; index < end; index++) {
    const code = text.charCodeAt(index);
    if (isBlank(code) || isLineEnding(code) || code === Code.greater || code === Code.slash) break;
    if (code === Code.quote || code === Code.apostrophe || code === Code.less || code === Code.backtick) return undefined;
    if (code === Code.equals) return isInline ? undefined : valueEnd(text, skipFlow(text, index + 1, end), end, false);
  }
  return index < end ? index : undefined;
}

function skipFlow(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
