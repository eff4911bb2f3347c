import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import type { Range } from './lines.ts';

/** Where a finding about a document's number is shown: the digits in the text, otherwise its first heading or its first line. */
export function numberPlace(document: Document, { evidence, number }: Entry): Range {
  const found = evidence.number;
  if (found && found.line > 0 && (found.path === undefined || found.path === document.path)) return digitsIn(document, found.range, number) ?? found.range;
  const heading = document.sections[0]?.heading ?? document.preamble[0]?.position;
  if (heading && 'start' in heading && typeof heading.start === 'number') return digitsIn(document, heading as Range, number) ?? (heading as Range);
  return { start: 0, end: document.lines.startOf(1) };
}

/** The first digits in a range that are this number. */
export function digitsIn({ text }: Document, range: Range, number: number | null): Range | undefined {
  for (const found of text.slice(range.start, Math.min(range.end, range.start + LONGEST)).matchAll(/\d+/g)) {
    if (Number(found[0]) === number) return { start: range.start + found.index, end: range.start + found.index + found[0].length };
  }
  return undefined;
}

/** In UTF-16 units. */
const LONGEST = 500;
