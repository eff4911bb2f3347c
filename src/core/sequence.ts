import { documentName, isFrontPage } from './dialects/file-name.ts';
import type { Entry } from './entry.ts';
import { folderOf } from './paths.ts';
import { rememberingAt } from './remembering.ts';
import { stemOf } from './titles.ts';

/** A numbered document's place among those that are counted together. */
export interface Counted {
  /** The same for all that are counted together. */
  readonly series: string;
  /** What it is called without number, language and version: documents called alike are one document in several forms. */
  readonly words: string;
}

/** Undefined where nobody counts the document: it has no number, a year for one, or the number of a part or a version. */
export const countedAs = rememberingAt(({ path, kind, number, id }: Pick<Entry, 'path' | 'kind' | 'number' | 'id'>): Counted | undefined => {
  if ((kind !== 'decision' && kind !== 'design') || number === null || number === 0 || (number >= 1970 && number < 2070)) return undefined;
  const { name, parts } = documentName(path);
  if (parts.number !== undefined && parts.number !== number) return undefined;
  const bare = name.replace(LANGUAGE, '');
  const behind = parts.number === undefined ? bare : bare.replace(/^\D*\d+/, '');
  if (PART.test(behind)) return undefined;
  const series = parts.number === undefined ? (/^\p{L}+/u.exec(id ?? '')?.[0].toLowerCase() ?? '') : (parts.prefix ?? '');
  const folder = isFrontPage(stemOf(path)) ? folderOf(folderOf(path)) : folderOf(path);
  return { series: `${folder}\u0000${series}`, words: behind.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim() };
});

/** Is one of them the other in another form, or something that belongs to it? */
export function belongTogether(one: Counted, other: Counted): boolean {
  const [short, long] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words];
  return long === short || long.startsWith(`${short} `) || short === '';
}

// `0012-a.md`, `0012b-x.md`, `0012.1-x.md`, `0012-v2.md`, `0012-amendment-1.md`: counted within the number.
const PART = /^(?:[-_. ]?(?:\p{L}|\d{1,3}|v\d{1,3})(?=$|[-_. ])|[-_. ](?:amendment|appendix|annex|addendum|part|version|rev|revision|update|supplement|draft)(?=$|[-_. \d]))/iu;
// `0012-x.ko.md`, `0012-x_zh-CN.md`.
const LANGUAGE = /[._](?:[a-z]{2}|[a-z]{2}[-_][a-z]{2,4})$/i;
