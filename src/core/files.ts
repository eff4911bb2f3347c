import type { BranchFile } from './branches.ts';
import { TOO_LONG, type Problem } from './problems.ts';
import type { Past } from './summary/past.ts';

/** A file's text without its byte-order mark, or why there is none. */
export type FileText = { readonly text: string; readonly hasByteOrderMark: boolean } | { readonly problem: Problem };

/** The files below one folder, wherever they are: on disk, in an editor, in memory. Paths are relative to it, with `/`. */
export interface Files {
  /** Every file that Git does not ignore and that `wanted` names, in the whole folder or at and below one path; stops early when `signal` is aborted. `closed` is told of each folder that cannot be looked into. */
  list(wanted: (path: string) => boolean, signal?: AbortSignal, below?: string, closed?: (folder: string, problem: Problem) => void): Promise<readonly string[]>;
  /** Are they on no disk, so that no packages are installed beside them? */
  readonly isVirtual?: boolean | undefined;
  /** The names of all that lies in a folder, also of what Git ignores; empty where it cannot be looked at. */
  names(folder: string): Promise<readonly string[]>;
  /** Those of the paths that Git ignores, themselves or with a folder above them. */
  ignored(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** What lies directly in a folder on each branch of the repository; empty where branches cannot be read. */
  onBranches(folder: string): Promise<readonly BranchFile[]>;
  /** The text of a document as it was committed, without its byte-order mark; undefined where it was not, or Git cannot be asked. */
  committed(path: string): Promise<string | undefined>;
  /** The documents that a commit has touched on a day, YYYY-MM-DD, or later; undefined where Git cannot be asked. */
  changedSince(day: string): Promise<ReadonlySet<string> | undefined>;
  /** Who has made the repository's commits of this day, YYYY-MM-DD, and later, each as `Name <address>`; undefined where Git cannot be asked, or where so few commits are there that they do not say who is. */
  committers(since: string): Promise<readonly string[] | undefined>;
  /** What the folder held earlier; undefined where Git cannot be asked. */
  readonly past?: Past | undefined;
  /** The names of the folders on the way from the top of the repository down to this one, with `/`; empty where it is the top itself, or in no repository. */
  above(): Promise<string>;
  /** Never rejects: what goes wrong is a problem. `path` may lead out of the folder only for what `outer` named, and no higher than the top of the repository. */
  read(path: string): Promise<FileText>;
  /** Is a file there that may not be written? Left out where only the editor can tell. */
  isReadOnly?(path: string): Promise<boolean>;
  /** The nearest file called `name` in a folder above; undefined where there is none or one may not look there. */
  outer(name: string): Promise<OuterFile | undefined>;
}

/** A file in a folder above the root. */
export interface OuterFile {
  /** The way up to it: `../../name`. */
  readonly path: string;
  /** The way down from its folder to the root: `docs/decisions`. */
  readonly down: string;
}

/** The largest file that is decoded, in bytes: a longer one has too many characters whatever they are. */
export const MOST_BYTES = 3 * TOO_LONG;

/** The same of a file of JSON, which programs write and nobody parses as a document: the index of a hundred thousand documents. */
export const MOST_JSON_BYTES = 32_000_000;

/** The largest file that is decoded at a path, in bytes. */
export const mostBytesAt = (path: string): number => (/\.json$/i.test(path) ? MOST_JSON_BYTES : MOST_BYTES);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes → text; refuses what is not UTF-8 rather than replace a character, and more bytes than `most`. */
export function decodeText(bytes: Uint8Array, most = MOST_BYTES): FileText {
  if (bytes.length > most) return tooLarge(bytes.length);
  try {
    const text = decoder.decode(bytes);
    return text.startsWith('\uFEFF') ? { text: text.slice(1), hasByteOrderMark: true } : { text, hasByteOrderMark: false };
  } catch {
    return { problem: { id: 'not-utf8', data: { offset: firstBadByte(bytes) } } };
  }
}

/** What is said of a file of so many bytes that it is not read at all. */
export function tooLarge(bytes: number): FileText {
  return { problem: { id: 'too-large', data: { megabytes: Math.round(bytes / 1e5) / 10, most: TOO_LONG } } };
}

// The length of the longest prefix that is UTF-8, found by halving: decoding is fast and this is rare.
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bad;
}
