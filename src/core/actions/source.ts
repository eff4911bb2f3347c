import type { Heading, ListItem, Nodes, Paragraph } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { eachBlock, eachNode } from '../markdown/each-node.ts';
import { once, rememberingLast } from '../remembering.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { peopleIn } from './people.ts';

/** A document as the readers of actions see it. */
export interface Source {
  readonly document: Document;
  /** With the team's own names for a list of actions. */
  readonly vocabulary: Vocabulary;
  /** The text, of the same length, with a filler in place of code, comments, HTML and the targets of links; made where it is first asked for. */
  readonly visible: string;
  readonly paragraphs: readonly Block[];
  /** Where its links lead, those by reference, too, in the order of the text; only items ask for them. */
  readonly targets: () => readonly Target[];
  /** The names of those who took part, in small letters; only items ask for them. */
  readonly people: () => ReadonlySet<string>;
}

export interface Target {
  readonly range: Range;
  readonly target: string;
}

/** A paragraph or a heading, and the list item of which it is the first. */
export interface Block {
  readonly node: Paragraph | Heading;
  readonly range: Range;
  readonly item: ListItem | undefined;
  /** Is it a block of the document's own flow, not of a quote or a list? */
  readonly isTop: boolean;
}

/** Stands for each character that is not read. */
export const FILLER = '\ufffc';

/** What the readers of actions and of questions look at; they ask for it of the same document. */
export const sourceOf = rememberingLast((document: Document, vocabulary: Vocabulary): Source => {
  const written = once(() => writtenIn(document));
  return {
    document, vocabulary, paragraphs: paragraphsIn(document),
    get visible() {
      return written().visible;
    },
    targets: once(() => targetsOf(document, written())),
    people: once(() => peopleIn(document)),
  };
});

function paragraphsIn({ tree }: Document): Block[] {
  const paragraphs: Block[] = [];
  eachBlock(tree, (node, parent) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const item = parent.type === 'listItem' && parent.children[0] === node ? parent : undefined;
    paragraphs.push({ node, range: rangeOf(node), item, isTop: parent.type === 'root' });
  });
  return paragraphs;
}

/** What only a walk through all that is written in paragraphs shows; most documents have nothing that asks for it. */
interface Written {
  readonly visible: string;
  readonly references: readonly { readonly range: Range; readonly identifier: string }[];
  readonly definitions: ReadonlyMap<string, string>;
}

function writtenIn({ text, tree, frontMatter }: Document): Written {
  const hidden: Range[] = [];
  if (frontMatter) hidden.push(frontMatter.range);
  const lastEnd = text.lastIndexOf('-->');
  let commentEnd = 0;
  const references: { readonly range: Range; readonly identifier: string }[] = [];
  const definitions = new Map<string, string>();
  eachNode(tree, (node) => {
    if (node.type === 'text') return;
    if (node.type === 'linkReference') references.push({ range: rangeOf(node), identifier: node.identifier });
    else if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    const range = hiddenPart(node);
    if (!range || range.end <= range.start) return;
    hidden.push(range);
    if (node.type !== 'html' || range.end <= commentEnd || lastEnd < range.end) return;
    // A comment that begins in a list and ends outside of it is none for Markdown, but is one for whoever wrote it.
    const begun = node.value.lastIndexOf('<!--');
    if (begun < 0 || node.value.includes('-->', begun)) return;
    commentEnd = text.indexOf('-->', range.end) + 3;
    hidden.push({ start: range.start, end: commentEnd });
  });
  return { visible: fill(text, hidden), references, definitions };
}

function targetsOf({ links }: Document, { references, definitions }: Written): readonly Target[] {
  if (!references.length) return links;
  const resolved = references.flatMap(({ range, identifier }) => {
    const target = definitions.get(identifier);
    return target === undefined ? [] : [{ range, target }];
  });
  return [...links, ...resolved].sort((a, b) => a.range.start - b.range.start);
}

function hiddenPart(node: Nodes): Range | undefined {
  const range = rangeOf(node);
  if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html' || node.type === 'image' || node.type === 'definition') return range;
  const last = node.type === 'link' ? node.children.at(-1) : undefined;
  return last ? { start: rangeOf(last).end, end: range.end } : undefined;
}

// Parts of one long filler: to make each anew takes longer than all the rest.
const FILLERS = FILLER.repeat(1000);
const filler = ({ length }: string): string => (length <= FILLERS.length ? FILLERS.slice(0, length) : FILLER.repeat(length));

function fill(text: string, hidden: Range[]): string {
  hidden.sort((a, b) => a.start - b.start);
  let visible = '';
  let at = 0;
  for (const { start, end } of hidden) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const part = text.slice(from, end);
    visible += text.slice(at, from);
    visible += part.includes('\n') || part.includes('\r') ? part.replace(/[^\r\n]+/g, filler) : filler(part);
    at = end;
  }
  return visible + text.slice(at);
}
