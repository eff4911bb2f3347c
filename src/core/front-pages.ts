import { isFrontPage } from './dialects/file-name.ts';
import type { Entry } from './entry.ts';
import { folderOf, nameOf } from './paths.ts';
import { stemOf } from './titles.ts';

/** A record with the path that it would have as a file, where it is the front page of a folder of its own. */
export interface OwnFile extends Entry {
  /** The name of the front page; undefined where the record is a file. */
  readonly frontPage?: string;
}

/** Records in `0012-x/README.md` as if they were `0012-x.md`, so that they are named and counted like others. */
export function asFiles(entries: readonly Entry[]): readonly OwnFile[] {
  return entries.map((entry) => {
    const own = folderOf(entry.path);
    return isFrontPage(stemOf(entry.path)) && NUMBERED.test(nameOf(own)) ? { ...entry, path: `${own}.md`, frontPage: nameOf(entry.path) } : entry;
  });
}

const NUMBERED = /^(?:\p{L}+[-_]?)?\d+(?:[-_.]|$)/u;
