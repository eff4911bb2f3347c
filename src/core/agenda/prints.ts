/** How many letters and digits a key has, and how many a print. */
export const KEY = 6;
export const PRINT = 4;

/** A short name for what a line is about. */
export function keyOf(identity: string): string {
  return short(identity, KEY);
}

/** What tells whether somebody has changed a line: all that is written, but for white space, the sign of the list and how cells are filled up. */
export function printOf(line: string): string {
  return short(normal(line), PRINT);
}

/** A line as its print sees it. */
export function normal(line: string): string {
  return line.normalize('NFC').trim().replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, '- ').replace(/\s+/g, ' ').replace(/ ?(?<!\\)\| ?/g, '|').replace(/:?-{3,}:?/g, '---');
}

// FNV-1a, 32 bits, of the UTF-16 units, in digits and letters.
function short(text: string, length: number): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-length);
}
