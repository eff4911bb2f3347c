/** UTF-16 codes that Markdown gives a meaning. */
export const Code = {
  tab: 9, lf: 10, cr: 13, space: 32, bang: 33, quote: 34, hash: 35, ampersand: 38, apostrophe: 39, open: 40, close: 41, star: 42, plus: 43, dash: 45, dot: 46,
  slash: 47, zero: 48, one: 49, nine: 57, colon: 58, less: 60, equals: 61, greater: 62, question: 63, openBracket: 91, backslash: 92, closeBracket: 93, underscore: 95,
  backtick: 96, bar: 124, tilde: 126,
} as const;

export function isBlank(code: number): boolean {
  return code === Code.space || code === Code.tab;
}

export function isLineEnding(code: number): boolean {
  return code === Code.lf || code === Code.cr;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isDigit(code: number): boolean {
  return code >= Code.zero && code <= Code.nine;
}

/** What a run of emphasis marks stands beside: 1 for white space or an end of the text, 2 for punctuation, 0 for a letter. */
export function classOf(text: string, index: number): 0 | 1 | 2 {
  if (index < 0 || index >= text.length) return 1;
  const code = text.charCodeAt(index);
  if (code < 128) return ASCII[code]!;
  const character = text[index]!;
  return /\s/.test(character) ? 1 : /[\p{P}\p{S}]/u.test(character) ? 2 : 0;
}

const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\s/.test(character) ? 1 : /[!-/:-@[-`{-~]/.test(character) ? 2 : 0;
});
