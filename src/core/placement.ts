import type { RootContent } from 'mdast';
import { closingWordsOf } from './closing-words.ts';
import { rangeOf, type Document, type Section } from './document.ts';
import type { Edit } from './edit.ts';
import { lineEndingOf } from './edit.ts';
import type { Range } from './lines.ts';
import type { Gap, Matching, SectionMatch } from './matching.ts';
import type { TemplateSection } from './template.ts';

/** Where a section belongs that is not there. */
export interface Placement {
  /** The heading behind whose section it belongs. */
  readonly shownAt: Range;
  /** The offset at which a section can be put in. */
  readonly offset: number;
  readonly depth: number;
}

/** Gives each missing section the place that the template's order has for it, among the sections that are there. */
export function placementsIn(siblings: ReadonlyMap<TemplateSection | undefined, readonly TemplateSection[]>, matching: Matching, document: Document): (gap: Gap) => Placement {
  const groups = new Map<SectionMatch | undefined, Map<TemplateSection, Section>>();
  for (const { wanted, found, within } of matching.matches) {
    const own = groups.get(within) ?? new Map<TemplateSection, Section>();
    groups.set(within, own.set(wanted, found));
  }
  const title = document.sections[0];
  return ({ wanted, within }) => {
    const there = groups.get(within);
    const all = siblings.get(wanted.parent) ?? [];
    const at = all.indexOf(wanted);
    const before = there && nearest(all, at, -1, there);
    const after = there && nearest(all, at, 1, there);
    const depth = (before ?? after)?.depth ?? (within ? within.found.depth + 1 : wanted.depth);
    if (before) return { shownAt: before.heading, offset: endOfSection(before.extent.end, document), depth };
    const offset = endOfSection(after?.heading.start ?? within?.found.extent.end ?? document.text.length, document);
    const above = within?.found ?? (title && title.depth < depth && title.heading.start < offset ? title : undefined);
    return { shownAt: above?.heading ?? firstLine(document.text), offset, depth };
  };
}

function nearest(all: readonly TemplateSection[], from: number, step: 1 | -1, there: ReadonlyMap<TemplateSection, Section>): Section | undefined {
  for (let at = from + step; at >= 0 && at < all.length; at += step) {
    const found = there.get(all[at]!);
    if (found) return found;
  }
  return undefined;
}

/** Puts a section in at an offset, with an empty line around it; undefined where what stands above would swallow it. */
export function insertionOf(section: string, offset: number, document: Document): Edit | undefined {
  const { text } = document;
  if (isSwallowed(offset, document)) return undefined;
  const newline = lineEndingOf(text);
  const before = text.slice(Math.max(0, offset - LONGEST_BLANK), offset);
  const gap = before.trim() === '' && offset <= LONGEST_BLANK ? '' : /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(before) ? '' : /[\n\r]$/.test(before) ? newline : newline + newline;
  const end = offset < text.length ? newline + newline : text === '' || /[\n\r]$/.test(text.slice(-1)) ? newline : '';
  return { range: { start: offset, end: offset }, newText: gap + section.replace(/\r\n|\n|\r/g, newline) + end };
}

/**
 * Where the text that belongs to the section ending at `offset` is over: what stands above the next heading and speaks
 * of it, such as a comment or a line, stays with that heading, and the words with which a document closes stay at its end.
 */
export function endOfSection(offset: number, document: Document): number {
  const { text, tree } = document;
  if (offset >= text.length) return closingWordsOf(document);
  let end = offset;
  for (let at = lastBefore(tree.children, offset); at >= 0; at--) {
    const node = tree.children[at]!;
    const { start, end: behind } = rangeOf(node);
    const touches = isMarkup(node, text) && !hasEmptyLine(text.slice(behind, end)) && isAlone(tree.children[at - 1], start, text);
    if (node.type !== 'thematicBreak' && !touches) break;
    end = start;
  }
  return end;
}

/** The sections of a template by what they stand in. */
export function siblingsOf(sections: readonly TemplateSection[]): ReadonlyMap<TemplateSection | undefined, readonly TemplateSection[]> {
  const siblings = new Map<TemplateSection | undefined, TemplateSection[]>();
  for (const section of sections) {
    const own = siblings.get(section.parent);
    if (own) own.push(section);
    else siblings.set(section.parent, [section]);
  }
  return siblings;
}

/** The matches that stand in the same section, in the template's order. */
export function groupsOf(matches: readonly SectionMatch[]): readonly (readonly SectionMatch[])[] {
  const groups = new Map<SectionMatch | undefined, SectionMatch[]>();
  for (const match of matches) {
    const own = groups.get(match.within);
    if (own) own.push(match);
    else groups.set(match.within, [match]);
  }
  return [...groups.values()];
}

const LONGEST_BLANK = 1000;

const hasEmptyLine = (between: string): boolean => /(?:\n|\r(?!\n))[ \t]*[\r\n]/.test(between.slice(0, LONGEST_BLANK));

// A comment, or an anchor that links lead to.
function isMarkup(node: RootContent, text: string): boolean {
  return node.type === 'html' || (node.type === 'paragraph' && /^<a\s[^<>]{1,200}>\s?<\/a>$/i.test(text.slice(rangeOf(node).start, Math.min(rangeOf(node).end, rangeOf(node).start + 300))));
}

// A comment directly under other text belongs to that, and one directly under a heading to the heading.
function isAlone(before: RootContent | undefined, start: number, text: string): boolean {
  return before === undefined || hasEmptyLine(text.slice(rangeOf(before).end, start));
}

function lastBefore(nodes: readonly RootContent[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeOf(nodes[middle]!).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Would a fence or a comment that nobody closed swallow what is put in at the end? */
export function isSwallowed(offset: number, { text, tree }: Document): boolean {
  const last = tree.children.at(-1);
  if (!last || offset < rangeOf(last).end) return false;
  const source = text.slice(rangeOf(last).start, rangeOf(last).end);
  if (last.type === 'code') {
    const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
    const line = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
    const closing = source.slice(line + 1, line + 1 + LONGEST_BLANK).trim();
    return fence !== undefined && (line < 0 || !closing.startsWith(fence) || /[^`~]/.test(closing));
  }
  if (last.type !== 'html') return false;
  const open = HTML_TO_ITS_END.find(([start]) => start.test(source));
  return open !== undefined && !open[1].test(source);
}

const HTML_TO_ITS_END: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/], [/^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i], [/^<\?/, /\?>/], [/^<!\[CDATA\[/, /\]\]>/], [/^<![a-z]/i, />/],
];

function firstLine(text: string): Range {
  return { start: 0, end: text.search(/[\r\n]|$/) };
}
