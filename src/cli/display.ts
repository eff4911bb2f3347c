import stringWidth from 'string-width';

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

/** Draws a text in a style, or leaves it as it is where the output has no colours. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

const CODES: Readonly<Record<Style, readonly [number, number]>> = { bold: [1, 22], dim: [2, 22], underline: [4, 24], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] };

/** A paint that colours, or one that does not. */
export function paintFor(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => styles.reduce((painted, style) => `\u001B[${CODES[style][0]}m${painted}\u001B[${CODES[style][1]}m`, text);
}

// Control characters would drive the terminal, and those that turn the direction of writing would forge what it shows.
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+/g;

// Of those, the ones that JSON leaves as they are.
const UNSAFE_IN_JSON = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** What a document says, made safe for a terminal: one line without control characters. */
export function printable(text: string): string {
  return text.replace(UNSAFE, ' ').trim();
}

/** JSON that says the same and is safe for a terminal: what would drive it stands there as `\uXXXX`. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => stringWidth(text);

/** Cuts a text to `width` columns, with an ellipsis where something is missing: at its end, or at its start. */
export function cut(text: string, width: number, at: 'start' | 'end' = 'end'): string {
  if (widthOf(text) <= width) return text;
  if (width <= 1) return '…'.slice(0, width);
  const parts = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  if (at === 'start') parts.reverse();
  let used = 1;
  const kept: string[] = [];
  for (const part of parts) {
    used += widthOf(part);
    if (used > width) break;
    kept.push(part);
  }
  return at === 'end' ? `${kept.join('').trimEnd()}…` : `…${kept.reverse().join('').trimStart()}`;
}

/** Fills a text with spaces up to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
