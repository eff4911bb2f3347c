import type { Entry } from '../entry.ts';

/** A document whose entry is counted. */
export interface Counted {
  readonly entry: Entry;
  /** What tells it from every other one that is counted, of whatever folder: a path as it is shown, or a URI. */
  readonly at: string;
  /** The same of a document that its entry names by a path; words that are no path stay. */
  readonly atOf: (path: string) => string;
}

/** Where something stands; `line` counts from 1. */
export interface Spot {
  readonly at: string;
  readonly line: number;
}

/** A table of counts: how many of each part are in each row. */
export interface Counts<Row extends string, Part extends string> {
  readonly parts: readonly Part[];
  /** `counts` has one number for each part. */
  readonly rows: readonly { readonly of: Row; readonly counts: readonly number[] }[];
}

/** What a document is called: its id and its title; of an id that is a date and words, the date. */
export function nameOf({ id, title }: Pick<Entry, 'id' | 'title'>): string {
  const day = id === null ? undefined : /^\d{4}-\d\d-\d\d(?=\D|$)/.exec(id)?.[0];
  if (id === null || title.includes(day ?? id)) return title;
  return day === undefined ? `${id} ${title}` : `${title} (${day})`;
}
