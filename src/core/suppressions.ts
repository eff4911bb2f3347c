import type { Document } from './document.ts';
import { rangeOf } from './document.ts';
import type { Range } from './lines.ts';
import { eachNode } from './markdown/each-node.ts';

/** The words that a comment to Docket may begin with, and what each silences. */
export const SUPPRESSIONS = {
  'docket-disable-next-line': 'next-line',
  'docket-disable-line': 'line',
  'docket-disable-file': 'file',
  'docket-disable': 'from-here',
  'docket-enable': 'to-here',
} as const;

export type SuppressionWord = keyof typeof SUPPRESSIONS;

/** One comment that tells Docket which findings are meant to stay: `<!-- docket-disable-line RULE -->`. */
export interface Suppression {
  /** As it is written; none of `SUPPRESSIONS` where it is misspelled. */
  readonly word: string;
  readonly wordRange: Range;
  /** The rules that it names; none: all of them. */
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  /** The comment. */
  readonly range: Range;
}

const HEAD = /^<!--\s{0,100}(docket-[a-z-]{1,60})(?=\s|-->)/i;
const NAME = /[^\s,]+/g;

/** The comments of a document that speak to Docket of findings, in the order of the text. Those in code are none. */
export function suppressionsIn({ tree, text }: Document): Suppression[] {
  if (!/<!--\s{0,100}docket-/i.test(text)) return [];
  const found: Suppression[] = [];
  let at = 0;
  eachNode(tree, (node) => {
    if (node.type !== 'html') return;
    const { start, end } = rangeOf(node);
    at = Math.max(at, start);
    for (at = text.indexOf('<!--', at); at >= 0 && at < end; at = text.indexOf('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0 || close + 3 > end) break;
      const one = suppressionAt(text, { start: at, end: close + 3 });
      if (one) found.push(one);
      at = close + 3;
    }
    at = end;
  });
  return found;
}

// A reason may stand behind two dashes.
function suppressionAt(text: string, range: Range): Suppression | undefined {
  const source = text.slice(range.start, range.end);
  const head = HEAD.exec(source);
  if (!head) return undefined;
  const word = head[1]!;
  const wordAt = range.start + head[0].length - word.length;
  const behind = source.slice(head[0].length, -3);
  const reason = behind.search(/(?:^|\s)--(?:\s|$)/);
  const names = [...(reason < 0 ? behind : behind.slice(0, reason)).matchAll(NAME)];
  return {
    word: word.toLowerCase(), range, wordRange: { start: wordAt, end: wordAt + word.length },
    rules: names.map((name) => {
      const start = range.start + head[0].length + name.index;
      return { id: name[0], range: { start, end: start + name[0].length } };
    }),
  };
}
