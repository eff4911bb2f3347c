import type { Definition } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { Code, isLineEnding } from './characters.ts';
import type { Content } from './content.ts';
import type { Points } from './points.ts';
import { scanDestination, scanLabel, skipBlanks, skipWhitespace, Titles, titleText, type Scanned } from './targets.ts';

/** The definitions with which a paragraph begins, their normalised labels, and the index where its text begins, after white space. */
export interface Definitions {
  readonly nodes: readonly Definition[];
  readonly labels: readonly string[];
  readonly rest: number;
}

export function readDefinitions(content: Content, points: Points): Definitions {
  const { text } = content;
  const nodes: Definition[] = [];
  const labels: string[] = [];
  const titles = new Titles(text);
  let at = 0;
  while (text.charCodeAt(at) === Code.openBracket) {
    const found = definitionAt(content, at, titles);
    if (!found) break;
    const { label, destination, title, end } = found;
    const words = text.slice(label.start, label.end);
    const shown = title && titleText(text, title);
    const inset = destination.isLiteral ? 1 : 0;
    labels.push(normalizeIdentifier(words));
    nodes.push({
      type: 'definition',
      identifier: normalizeIdentifier(words).toLowerCase(),
      label: decodeString(words),
      title: shown === undefined ? null : decodeString(shown),
      url: decodeString(text.slice(destination.start, destination.end)),
      data: { destination: { start: content.offset(destination.start - inset) + inset, end: content.endOffset(destination.end) } },
      position: points.between(content.offset(at), content.endOffset(end)),
    });
    at = skipWhitespace(text, end);
  }
  return { nodes, labels, rest: at };
}

function definitionAt(content: Content, at: number, titles: Titles) {
  const { text } = content;
  const label = scanLabel(text, at);
  if (!label || text.charCodeAt(label.next) !== Code.colon) return undefined;
  const destination = scanDestination(text, skipWhitespace(text, label.next + 1), Infinity);
  if (!destination) return undefined;
  const title = titleAfter(text, destination, titles);
  const end = skipBlanks(text, title?.next ?? destination.next);
  return end === text.length || isLineEnding(text.charCodeAt(end)) ? { label, destination, title, end } : undefined;
}

// A title is one only where nothing stands behind it in its line.
function titleAfter(text: string, { next }: Scanned, titles: Titles): Scanned | undefined {
  const start = skipWhitespace(text, next);
  const title = start > next ? titles.scan(start) : undefined;
  if (!title) return undefined;
  const end = skipBlanks(text, title.next);
  return end === text.length || isLineEnding(text.charCodeAt(end)) ? title : undefined;
}
