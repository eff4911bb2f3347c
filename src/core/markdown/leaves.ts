import type { Code as CodeNode, Heading, Html, Table, ThematicBreak } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { Code, isBlank } from './characters.ts';
import type { ContentLine } from './content.ts';
import { isThematicBreak } from './containers.ts';
import type { Cursor } from './cursor.ts';
import { htmlKindAt, type HtmlKind } from './html.ts';
import type { Points } from './points.ts';

/** A block that may go on in the next line. */
export type Leaf = OpenParagraph | OpenFence | OpenHtml | OpenIndented | OpenTable;

export interface OpenParagraph {
  readonly type: 'paragraph';
  readonly lines: ContentLine[];
  /** May it begin with the box of a task? */
  readonly mayBeTask: boolean;
}

export interface OpenFence {
  readonly type: 'fence';
  readonly node: CodeNode;
  readonly marker: number;
  readonly size: number;
  readonly indent: number;
  /** Each line with the line ending before it. */
  value: string;
}

export interface OpenHtml {
  readonly type: 'html';
  readonly node: Html;
  readonly kind: HtmlKind;
  value: string;
}

export interface OpenIndented {
  readonly type: 'indented';
  readonly node: CodeNode;
  value: string;
  /** Empty lines that belong to it if more code comes, and the number of the last. */
  blank: string;
  blankLine: number;
  end: number;
  /** One that begins right behind a quote or a list goes no further. */
  readonly isOneLine: boolean;
}

export interface OpenTable {
  readonly type: 'table';
  readonly node: Table;
}

/** The heading in a line that begins with `#`, and the range of its text. */
export function headingAt(text: string, at: number, end: number, points: Points): { readonly node: Heading; readonly start: number; readonly end: number } | undefined {
  let start = at;
  while (start < end && text.charCodeAt(start) === Code.hash) start++;
  const depth = start - at;
  if (depth > 6 || (start < end && !isBlank(text.charCodeAt(start)))) return undefined;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  let stop = end;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  let closing = stop;
  while (closing > start && text.charCodeAt(closing - 1) === Code.hash) closing--;
  if (closing < stop && (closing === start || isBlank(text.charCodeAt(closing - 1)))) {
    stop = closing;
    while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  }
  const node: Heading = { type: 'heading', depth: depth as Heading['depth'], children: [], position: points.between(at, end) };
  return { node, start, end: stop };
}

export function thematicBreakAt(at: number, end: number, points: Points): ThematicBreak {
  return { type: 'thematicBreak', position: points.between(at, end) };
}

/** The fence that a line begins at `at`, where its indentation is `indent` columns. */
export function fenceAt(text: string, at: number, end: number, indent: number, points: Points): OpenFence | undefined {
  const marker = text.charCodeAt(at);
  let start = at;
  while (start < end && text.charCodeAt(start) === marker) start++;
  const size = start - at;
  if (size < 3) return undefined;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  const info = text.slice(start, end);
  if (marker === Code.backtick && info.includes('`')) return undefined;
  const [, lang = '', meta = ''] = /^([^ \t]*)[ \t]*([^]*)$/.exec(info)!;
  const node: CodeNode = { type: 'code', lang: lang === '' ? null : decodeString(lang), meta: meta === '' ? null : decodeString(meta), value: '', position: points.between(at, end) };
  return { type: 'fence', node, marker, size, indent, value: '' };
}

/** Does the line close the fence? */
export function closesFence(cursor: Cursor, fence: OpenFence): boolean {
  if (cursor.text.charCodeAt(cursor.solid) !== fence.marker) return false;
  const place = cursor.save();
  cursor.skip(3);
  let at = cursor.at;
  const isPending = cursor.pending > 0;
  cursor.restore(place);
  if (isPending) return false;
  const start = at;
  while (at < cursor.end && cursor.text.charCodeAt(at) === fence.marker) at++;
  return at - start >= fence.size && cursor.isBlankFrom(at);
}

/** Does the line make a heading of the paragraph above it, and of which depth? */
export function underlineAt(text: string, at: number, end: number): 1 | 2 | undefined {
  const marker = text.charCodeAt(at);
  if (marker !== Code.equals && marker !== Code.dash) return undefined;
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === marker) stop++;
  while (stop < end && isBlank(text.charCodeAt(stop))) stop++;
  return stop === end ? (marker === Code.equals ? 1 : 2) : undefined;
}

/** Is the line text of the paragraph above it? In a lazy line, which leaves some of its containers, less ends a paragraph. */
export function continuesParagraph(cursor: Cursor, isLazy: boolean, points: Points): boolean {
  const { text } = cursor;
  if (cursor.isBlank) return false;
  if (cursor.isIndented) return true;
  const { solid: at, end } = cursor;
  switch (text.charCodeAt(at)) {
    case Code.hash: return !headingAt(text, at, end, points);
    case Code.star:
    case Code.underscore: return !isThematicBreak(text, at, end);
    case Code.dash: return !isThematicBreak(text, at, end) && (isLazy || underlineAt(text, at, end) === undefined);
    case Code.equals: return isLazy || underlineAt(text, at, end) === undefined;
    case Code.backtick:
    case Code.tilde: return !fenceAt(text, at, end, 0, points);
    case Code.less: {
      const kind = htmlKindAt(text, at, end);
      return kind === undefined || (kind === 7 && !isLazy);
    }
    default: return true;
  }
}

/** Is the line a tag alone, and not the text's last? */
export function isLoneTag(cursor: Cursor): boolean {
  const { text, solid, end, next } = cursor;
  return next > end && text.charCodeAt(solid) === Code.less && htmlKindAt(text, solid, end) === 7;
}
