import type { Range } from './lines.ts';

/** Why a document, or its front matter, could not be read. */
export type ProblemId =
  | 'not-utf8'
  | 'too-long'
  | 'too-large'
  | 'too-deep'
  | 'too-nested'
  | 'not-parsed'
  | 'broken-link'
  | 'outside'
  | 'unreadable'
  | 'unreadable-folder'
  | 'front-matter'
  | 'front-matter-language'
  | 'front-matter-too-long';

export interface Problem {
  readonly id: ProblemId;
  readonly data: Readonly<Record<string, string | number>>;
  /** Undefined where the problem is the file as a whole. */
  readonly range?: Range;
}

/** The longest text that is read, in UTF-16 units: no person writes a longer one, and the readers of a document need a second for it. */
export const TOO_LONG = 500_000;

/** The deepest nesting of quotes and lists that is read: each line is held against every one that is open. */
export const TOO_DEEP = 100;

/** The deepest nesting of emphasis, links and images that is read: those who walk the tree call themselves once for each level. */
export const TOO_NESTED = 200;
