import type { Entry } from '../entry.ts';
import { asTarget } from '../report/escape.ts';
import type { SharedIndex } from './read.ts';

/** The address of a record's page as browsers take it; undefined where its repository does not say where its pages are. */
export function webPageOf({ path }: Pick<Entry, 'path'>, { url }: Pick<SharedIndex, 'url'>): string | undefined {
  return url === undefined ? undefined : url.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent) + asTarget(path.slice(url.length));
}

/** Where a record's document lies, from the root, if its repository is checked out around its index; undefined where the index lies at the root, which is another repository's, or outside. */
export function fileBeside(path: string, { folder }: Pick<SharedIndex, 'folder'>): string | undefined {
  return folder === '' || folder.startsWith('..') ? undefined : `${folder}/${path}`;
}
