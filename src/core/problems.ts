import type { Parent } from 'mdast';
import type { Range } from './lines.ts';
import { parseMarkdown } from './markdown.ts';

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

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const THEMATIC_BREAK = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/;
const CONTAINER_NODES = new Set<string>(['blockquote', 'list', 'listItem']);

/** The first line whose quotes and lists nest deeper than the parser can follow in time. */
export function tooDeep(text: string): Problem | undefined {
  const suspects = deepLines(text);
  if (!suspects.length) return undefined;
  const flat = parseMarkdown(withoutMarkers(text, suspects));
  const found = suspects.find(({ range }) => !isLiteral(flat, range.end - 1));
  return found && { id: 'too-deep', data: { depth: found.depth, most: TOO_DEEP }, range: found.range };
}

interface DeepLine {
  readonly depth: number;
  /** From the first marker to the last. */
  readonly range: Range;
}

// The lines that nest too deep unless they lie in a code block; to tell that, the text is parsed without their markers.
function deepLines(text: string): DeepLine[] {
  const found: DeepLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > TOO_DEEP / 4) {
      const line = text.slice(start, end).replace(/\r$/, '');
      const containers = CONTAINERS.exec(line)?.[0];
      const depth = containers ? depthOf(containers) : 0;
      if (depth > TOO_DEEP && !THEMATIC_BREAK.test(line)) found.push({ depth, range: { start: start + containers!.search(/\S/), end: start + containers!.length } });
    }
    start = end + 1;
  }
  return found;
}

// A quote takes a column and the space behind it; a list item takes at least two.
function depthOf(containers: string): number {
  const quotes = containers.match(/>[ \t]?/g) ?? [];
  let columns = 0;
  for (const character of containers) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return quotes.length + Math.ceil((columns - quotes.reduce((sum, quote) => sum + quote.length, 0)) / 2);
}

/** The indentation that `withoutMarkers` leaves, in characters: enough for a code block in a list. */
const INDENT_LEFT = 20;

function withoutMarkers(text: string, lines: readonly DeepLine[]): string {
  let result = '';
  let at = 0;
  for (const { range } of lines) {
    const start = Math.min(range.start, text.lastIndexOf('\n', range.start) + 1 + INDENT_LEFT);
    result += text.slice(at, start) + 'x'.repeat(range.end - start);
    at = range.end;
  }
  return result + text.slice(at);
}

function isLiteral(tree: Parent, offset: number): boolean {
  const inside = tree.children.find(({ position }) => position!.start.offset! <= offset && offset < position!.end.offset!);
  if (inside && CONTAINER_NODES.has(inside.type)) return isLiteral(inside as Parent, offset);
  return inside?.type === 'code' || inside?.type === 'html' || inside?.type === 'yaml';
}
