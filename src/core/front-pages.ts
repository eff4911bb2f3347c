import { isFrontPage } from './dialects/file-name.ts';
import type { Entry } from './entry.ts';
import { folderOf, nameOf } from './paths.ts';
import { stemOf } from './titles.ts';

/** A record with the path that it would have as a file, where it is the front page of a folder of its own. */
export interface OwnFile extends Entry {
  /** The name of the front page; undefined where the record is a file. */
  readonly frontPage?: string;
}

/** Is it the front page of a folder that holds one record, such as `0012-x/README.md`? */
export function isInFolderOfItsOwn(path: string): boolean {
  return isFrontPage(stemOf(path)) && NUMBERED.test(nameOf(folderOf(path)));
}

/** Records in `0012-x/README.md` as if they were `0012-x.md`, so that they are named and counted like others. */
export function asFiles(entries: readonly Entry[]): readonly OwnFile[] {
  return entries.map((entry) => (isInFolderOfItsOwn(entry.path) ? { ...entry, path: `${folderOf(entry.path)}.md`, frontPage: nameOf(entry.path) } : entry));
}

// A year, a version or a chapter without a name holds more than one.
const NUMBERED = /^(?:(?:\p{L}+[-_]?)?\d+[-_.]\p{L}|\p{L}{2,}[-_]\d{2,}$)/u;
