import type { RootContent } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { docketRange } from './about.ts';

const OWN_COMMENT = /^<!--\s*(?:docket:[\s\S]*?|docket-(?:disable|enable)[\s\S]*?|optional\s*)-->\s*$/i;

/** Does the comment speak to Docket alone, so that a new document goes without it? */
export function isOwnComment(node: RootContent): boolean {
  return node.type === 'html' && OWN_COMMENT.test(node.value.trim());
}

/** The template as new documents start from it: directives are cut out, everything else stays. */
export function withoutDirectives(document: Document): string {
  const { text, tree, fields, frontMatter } = document;
  const cuts = tree.children.filter(isOwnComment).map((node) => wholeLines(text, rangeOf(node)));
  const field = docketRange(document);
  if (field && frontMatter) cuts.unshift(fields.length === 1 ? wholeLines(text, frontMatter.range) : linesOfField(text, field.key, field.value));
  let result = '';
  let at = 0;
  for (const { start, end } of cuts) {
    result += text.slice(at, start);
    // Of the empty lines above and below what is cut out, those above stay.
    const isAfterEmptyLine = result === '' || /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(result.slice(-LONGEST_BLANK));
    at = isAfterEmptyLine ? end + /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end))![0].length : end;
  }
  return result + text.slice(at);
}

const LONGEST_BLANK = 100;

function wholeLines(text: string, { start, end }: Range): Range {
  return { start, end: end + /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length };
}

function linesOfField(text: string, key: Range, value: Range): Range {
  const end = key.start + text.slice(key.start, value.end).trimEnd().length;
  return { start: key.start, end: end + /^.*(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length };
}
