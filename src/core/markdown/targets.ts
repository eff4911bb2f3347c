import { Code, isBlank, isLineEnding } from './characters.ts';

/** A part of a text: `start` and `end` of its content, and `next`, the index behind all of it. */
export interface Scanned {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The most characters that a label may have. */
const LONGEST_LABEL = 1000;

/** Skips white space and line endings. */
export function skipWhitespace(text: string, at: number): number {
  while (at < text.length && (isBlank(text.charCodeAt(at)) || isLineEnding(text.charCodeAt(at)))) at++;
  return at;
}

export function skipBlanks(text: string, at: number): number {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** A label, from its opening bracket. */
export function scanLabel(text: string, at: number): Scanned | undefined {
  const start = at + 1;
  let seen = false;
  let size = 0;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === Code.openBracket) return undefined;
    if (code === Code.closeBracket) return seen && size < LONGEST_LABEL ? { start, end: index, next: index + 1 } : undefined;
    if (isLineEnding(code)) {
      if (size >= LONGEST_LABEL) return undefined;
      continue;
    }
    if (++size > LONGEST_LABEL) return undefined;
    if (!isBlank(code)) seen = true;
    if (code !== Code.backslash) continue;
    const escaped = text.charCodeAt(index + 1);
    if (escaped === Code.openBracket || escaped === Code.backslash || escaped === Code.closeBracket) {
      index++;
      size++;
    }
  }
  return undefined;
}

/** A destination, in angle brackets (then `isLiteral`) or without; `most` parentheses may be open at once. */
export function scanDestination(text: string, at: number, most: number): (Scanned & { readonly isLiteral: boolean }) | undefined {
  return text.charCodeAt(at) === Code.less ? scanLiteral(text, at) : scanRaw(text, at, most);
}

function scanLiteral(text: string, at: number): (Scanned & { readonly isLiteral: true }) | undefined {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === Code.greater) return { start: at + 1, end: index, next: index + 1, isLiteral: true };
    if (code === Code.less || isLineEnding(code)) return undefined;
    if (code !== Code.backslash) continue;
    const escaped = text.charCodeAt(index + 1);
    if (escaped === Code.less || escaped === Code.greater || escaped === Code.backslash) index++;
  }
  return undefined;
}

function scanRaw(text: string, at: number, most: number): (Scanned & { readonly isLiteral: false }) | undefined {
  let open = 0;
  let index = at;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === Code.open) {
      if (open >= most) return undefined;
      open++;
    } else if (code === Code.close) {
      if (open === 0) break;
      open--;
    } else if (isBlank(code) || isLineEnding(code)) {
      if (open > 0) return undefined;
      break;
    } else if (code < 32 || code === 127) {
      return undefined;
    } else if (code === Code.backslash) {
      const escaped = text.charCodeAt(index + 1);
      if (escaped === Code.open || escaped === Code.close || escaped === Code.backslash) index++;
    }
  }
  return open > 0 || index === at ? undefined : { start: at, end: index, next: index, isLiteral: false };
}

/** Finds titles in one text; what is not closed is looked for once only. */
export class Titles {
  readonly #text: string;
  readonly #unclosed = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  scan(at: number): Scanned | undefined {
    const text = this.#text;
    const opening = text.charCodeAt(at);
    if (opening !== Code.quote && opening !== Code.apostrophe && opening !== Code.open) return undefined;
    const marker = opening === Code.open ? Code.close : opening;
    if (this.#unclosed.has(marker)) return undefined;
    for (let index = at + 1; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === marker) return { start: at + 1, end: index, next: index + 1 };
      if (code !== Code.backslash) continue;
      const escaped = text.charCodeAt(index + 1);
      if (escaped === marker || escaped === Code.backslash) index++;
    }
    this.#unclosed.add(marker);
    return undefined;
  }
}

/** The title that stands between its marks: each line without its indentation; undefined where there is nothing. */
export function titleText(text: string, { start, end }: Scanned): string | undefined {
  return end > start ? text.slice(start, end).replace(/(\r\n|\n|\r)[ \t]+/g, '$1') : undefined;
}
