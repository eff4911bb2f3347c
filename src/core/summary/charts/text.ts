/** How wide a text is about, in pixels: nothing that could measure it is there where charts are drawn. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.34 : CAPITAL.test(character) ? 0.72 : 0.6;
  return width * size;
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const CAPITAL = /[A-Z\u00C0-\u00DE\u0391-\u042F%&@#mw]/;
const NARROW = /[ .,:;'|!ijl()[\]]/;

/** A text in lines of about this width, so many at most; what is left over ends in an ellipsis. */
export function linesOf(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    const fits = prefixOf(rest, isLast && textWidth(rest, size) > width ? width - size : width, size);
    if (fits.length === rest.length) return [...lines, rest];
    const blank = fits.lastIndexOf(' ');
    const end = !isLast && blank > fits.length / 2 ? blank : fits.length;
    lines.push(isLast ? `${fits.trimEnd()}…` : rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

// Whole characters, one at least.
function prefixOf(text: string, width: number, size: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += textWidth(character, size);
    if (used > width && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
