import type { Entry } from '../entry.ts';
import { isMarkdownPath } from '../paths.ts';
import type { SharedIndex } from './read.ts';

/** What is known of a page on the web that a link leads to. */
export interface Elsewhere {
  readonly index: SharedIndex;
  /** From the top of the other repository. */
  readonly path: string;
  /** Undefined where it is there and no record, or not there. */
  readonly entry: Entry | undefined;
  /** Is it certain that the repository had no such document when its index was made? */
  readonly isGone: boolean;
}

/** The record of another repository that a link leads to, by the index with the longest address that fits; undefined for every other link. */
export function elsewhereOf(link: string, indexes: readonly SharedIndex[]): Elsewhere | undefined {
  if (link.length > LONGEST || !/^https?:\/\//i.test(link)) return undefined;
  const address = link.replace(/[?#].*$/s, '');
  const [index] = indexes.filter(({ url }) => url !== undefined && address.startsWith(url)).sort((a, b) => b.url!.length - a.url!.length);
  if (!index) return undefined;
  const path = decoded(address.slice(index.url!.length));
  const found = [path, `${path}.md`, `${path.replace(/\/$/, '')}/README.md`].find((one) => index.paths.has(one));
  // A folder that has no document may have been left out of the index on purpose.
  const isGone = found === undefined && isMarkdownPath(path) && index.folders.has(path.slice(0, path.lastIndexOf('/') + 1));
  return found === undefined && !isGone ? undefined : { index, path: found ?? path, entry: index.records.get(found ?? path), isGone };
}

/** The record at an address of an index; undefined where there is none. */
export function recordAt(address: string, { url, records }: SharedIndex): Entry | undefined {
  return url !== undefined && address.startsWith(url) ? records.get(address.slice(url.length)) : undefined;
}

/** No address of a document is longer, in UTF-16 units. */
const LONGEST = 2000;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
