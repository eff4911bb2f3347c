import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { eachNode } from '../markdown/each-node.ts';
import type { Elsewhere, Repositories } from './repositories.ts';

/** A record of another repository that a document names: `payments/ADR-12`. */
export interface NamedRecord {
  readonly range: Range;
  /** As it is written. */
  readonly words: string;
  readonly elsewhere: Elsewhere;
}

/** The records of other repositories that a text names, wherever in it; each ends the name of a repository, a slash and a number. */
export function recordsNamedInText(text: string, repositories: Repositories): NamedRecord[] {
  return [...text.matchAll(ID)].flatMap(({ index: slash, 1: id }) => {
    const start = startOfName(text, slash);
    if (start === slash || text[start - 1] === '@') return [];
    const elsewhere = repositories.named(text.slice(start, slash), id!);
    const range = { start, end: slash + 1 + id!.length };
    return elsewhere ? [{ range, words: text.slice(range.start, range.end), elsewhere }] : [];
  });
}

/** Those that a document names in its text, its tables and its front matter, in their order; code and what belongs to a link are left out. */
export function recordsNamedIn(document: Document, repositories: Repositories): NamedRecord[] {
  const found = recordsNamedInText(document.text, repositories);
  if (!found.length) return found;
  const taken: Range[] = [];
  eachNode(document.tree, (node) => {
    if (TAKEN.has(node.type)) taken.push(rangeOf(node));
  });
  taken.sort((one, other) => one.start - other.start);
  let [next, end] = [0, 0];
  return found.filter(({ range }) => {
    for (; next < taken.length && taken[next]!.start <= range.start; next++) end = Math.max(end, taken[next]!.end);
    return range.start >= end;
  });
}

const TAKEN: ReadonlySet<string> = new Set(['code', 'inlineCode', 'html', 'link', 'linkReference', 'image', 'imageReference', 'definition']);

// In Korean a particle is written right behind it (`payments/ADR-12를`); behind a bare number it may be what is counted (`12월`).
const ID = /\/(\p{L}{1,20}[-_]?\d{1,8}(?![\p{N}_/]|[-.][\p{L}\p{N}]|(?!\p{Script=Hangul})\p{L})|[-_]?\d{1,8}(?![\p{L}\p{N}_/]|[-.][\p{L}\p{N}]))/gu;

/** Names of repositories are no longer, in UTF-16 units. */
const LONGEST = 100;

function startOfName(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST && IN_NAME.test(text[start - 1]!)) start--;
  return start;
}

const IN_NAME = /[\p{L}\p{N}._/-]/u;

/** What of another repository a document names at an offset, by a link or by its number, and where. */
export function namedAt(document: Document, offset: number, repositories: Repositories): { readonly elsewhere: Elsewhere; readonly range: Range; readonly isByNumber: boolean } | undefined {
  const isHere = ({ range }: { readonly range: Range }): boolean => range.start <= offset && offset <= range.end;
  const link = document.links.find(isHere);
  const linked = link && repositories.linked(link.target);
  if (linked) return { elsewhere: linked, range: link.range, isByNumber: false };
  const reference = link ? undefined : recordsNamedIn(document, repositories).find(isHere);
  return reference && { elsewhere: reference.elsewhere, range: reference.range, isByNumber: true };
}
