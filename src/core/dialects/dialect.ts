import type { Document } from '../document.ts';
import type { Evidence, Property } from '../entry.ts';
import type { Range } from '../lines.ts';
import type { Vocabulary } from '../vocabulary/index.ts';

/** What one dialect says of one property of a document: evidence that is still to be weighed. */
export interface Claim extends Evidence {
  readonly property: Property;
  /**
   * As Docket counts it: a Status or '' for words that are none, YYYY-MM-DD, a bare number, a name,
   * or what resolves a reference. `text` is what is written.
   */
  readonly value: string;
  /** Of a document that is named by its id: the page on the web to which that links. */
  readonly address?: string;
  /** The heavier claim is believed. */
  readonly weight: number;
  /** The other reading of an ambiguous date. */
  readonly dayFirst?: string;
  /** What a date gives away about the order of day and month in its repository. */
  readonly order?: 'day-first' | 'month-first';
}

/** One way of writing things down. Its `id` is the name of its file and what a user is shown. */
export interface Dialect {
  readonly id: string;
  read(document: Document, vocabulary: Vocabulary): Claim[];
}

/** A claim about what stands at `range`. */
export function claim(document: Document, dialect: string, property: Claim['property'], value: string, range: Range, weight: number, more: Partial<Pick<Claim, 'text' | 'address' | 'token' | 'dayFirst' | 'order'>> = {}): Claim {
  return { property, value, text: more.text ?? document.text.slice(range.start, range.end), range, line: document.lines.lineNumberAt(range.start), dialect, weight, ...more };
}

/** A claim from the file's path: it stands nowhere in the text. */
export function pathClaim(dialect: string, property: Claim['property'], value: string, text: string, weight: number, more: Partial<Pick<Claim, 'dayFirst' | 'order'>> = {}): Claim {
  return { property, value, text, range: { start: 0, end: 0 }, line: 0, dialect, weight, ...more };
}
