import type { Finding } from '../../core/finding.ts';

/** Where a finding begins and ends; lines and columns count from 1, columns in UTF-16 units, and the end column is the one behind the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a finding; the start of the document where the finding is about all of it. */
export function placeOf({ place }: Finding): Place {
  const start = place && 'start' in place ? place.start : { line: 1, column: 1 };
  const end = place && 'end' in place ? place.end : start;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
