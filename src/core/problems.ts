import type { Range } from './lines.ts';

/** Why a document, or its front matter, could not be read. */
export type ProblemId =
  | 'not-utf8'
  | 'too-long'
  | 'too-deep'
  | 'not-parsed'
  | 'broken-link'
  | 'outside'
  | 'unreadable'
  | 'front-matter'
  | 'front-matter-language';

export interface Problem {
  readonly id: ProblemId;
  readonly data: Readonly<Record<string, string | number>>;
  /** Undefined where the problem is the file as a whole. */
  readonly range?: Range;
}

/** The longest text that is parsed, in UTF-16 units: the parser needs about a second for it. */
export const TOO_LONG = 500_000;

/** The deepest nesting of quotes and lists that is parsed: the parser's time grows with its square. */
export const TOO_DEEP = 100;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const MARKERS = /[>*+-]|\d+[.)]/g;

/** The first line whose quotes and lists nest deeper than the parser can follow in time. */
export function tooDeep(text: string): Problem | undefined {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > TOO_DEEP) {
      const line = text.slice(start, Math.min(end, start + 4000));
      const containers = CONTAINERS.exec(line)?.[0];
      if (containers) {
        const indent = /^[ \t]*/.exec(line)![0].length;
        const depth = containers.match(MARKERS)!.length + Math.floor(indent / 2);
        if (depth > TOO_DEEP) return { id: 'too-deep', data: { depth, most: TOO_DEEP }, range: { start, end: start + containers.length } };
      }
    }
    start = end + 1;
  }
  return undefined;
}
