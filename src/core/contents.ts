import { blockKey, blocksOf, type Block } from './blocks.ts';
import type { Section } from './document.ts';
import type { Range } from './lines.ts';
import type { Prompts } from './template.ts';
import { commentsIn, placedCommentsIn } from './template/optional.ts';
import { placesIn } from './template/places.ts';
import { cellKeys, formsIn, hasKnownSentence, isLabel, knownComments, labelledLines } from './template/prompts.ts';
import { isStillToCome } from './template/still-to-come.ts';

/** What stands directly under a heading. */
export interface Contents {
  /** What is left of the template's prompts, or only says that something is still to come. */
  readonly prompts: readonly Leftover[];
  /** There is something that the template does not have. */
  readonly hasOwn: boolean;
  /** Nothing but comments, definitions of links, lines, and forms in which nothing was filled in. */
  readonly isEmpty: boolean;
}

export interface Leftover {
  readonly range: Range;
  /** All of it is the template's comment, so that nothing of the author's is lost with it. */
  readonly isComment: boolean;
  /** It says in words of its own that the text is still to come, such as "TBD". */
  readonly saysLater?: boolean;
}

/** Tells a section's own text from the template's. */
export function contentsOf(section: Pick<Section, 'nodes'>, text: string, prompts: Prompts): Contents {
  return contentsOfBlocks(blocksOf(section.nodes, text), text, prompts);
}

export function contentsOfBlocks(blocks: readonly Block[], text: string, prompts: Prompts): Contents {
  const left: Leftover[] = [];
  let hasOwn = false;
  let isEmpty = true;
  for (const [index, block] of blocks.entries()) {
    const found = isAnswered(block, blocks[index + 1], text, prompts) ? undefined : leftoverOf(block, text, prompts);
    if (found) left.push(found);
    if (block.kind === 'comment') continue;
    if (!saysSomething(block)) continue;
    isEmpty = false;
    if (!prompts.texts.has(block.key) && !(found && isStillToCome(block.key))) hasOwn = true;
  }
  if (prompts.forms.size) for (const { labels, range } of formsIn(blocks, text)) if (hasForm(labels, prompts.forms)) left.push({ range, isComment: false });
  if (!hasOwn && !left.length) {
    // A form of labels in which nothing was filled in.
    const said = blocks.filter((block) => block.kind !== 'comment' && saysSomething(block));
    if (said.length && said.every(({ kind, key }) => kind === 'text' && /[:：]$/u.test(key))) left.push({ range: said[0]!.range, isComment: false });
  }
  return { prompts: left, hasOwn, isEmpty: isEmpty && !left.length };
}

// A question that is an item stays where the answer stands in the same item.
function isAnswered(block: Block, next: Block | undefined, text: string, { texts }: Prompts): boolean {
  if (block.kind !== 'text' || !next || next.kind === 'comment' || !/[?？]$/u.test(block.key) || texts.has(next.key) || isStillToCome(next.key)) return false;
  const lineTo = ({ start }: Range): string => text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [own, answer] = [lineTo(block.range), lineTo(next.range)];
  return ITEM.test(own) && (answer.length > own.length || (answer.length === own.length && !ITEM.test(answer)));
}

const ITEM = /(?:[-*+]|\d[.)])[ \t]+$/;

function hasForm(labels: readonly string[], forms: ReadonlySet<string>): boolean {
  const line = ` | ${labels.join(' | ')} | `;
  return [...forms].some((form) => line.includes(` | ${form} | `));
}

/** The places of the template that are left in a piece of Markdown that starts at `offset`. */
export function placesLeft(source: string, offset: number, prompts: Prompts): Range[] {
  if (!prompts.places.size) return [];
  return placesIn(source).filter(({ words }) => prompts.places.has(words)).map(({ index, length }) => ({ start: offset + index, end: offset + index + length }));
}

function leftoverOf(block: Block, text: string, prompts: Prompts): Leftover | undefined {
  const { range, kind, key } = block;
  const source = text.slice(range.start, Math.min(range.end, range.start + LONGEST));
  if (kind === 'comment') {
    const all = commentsIn(source).map((words) => knownComments(words, prompts.comments));
    const isComment = all.every((known) => known.length > 0 && known.some(Boolean) && (known[0] === true || known.slice(1).every(Boolean))) && /-->\s*$/.test(source);
    return all.some((known) => known.some(Boolean)) ? { range, isComment } : undefined;
  }
  if (prompts.blocks.has(key)) return isLabel(source) || (kind === 'task' && isTicked(range, text)) ? undefined : { range, isComment: false, saysLater: isStillToCome(key) };
  if (kind === 'code') return undefined;
  if (kind === 'row' && block.cells.some((_, index) => cellKeys(block.cells, index).some((one) => prompts.cells.has(one)))) return { range, isComment: false };
  const [place] = placesLeft(source, range.start, prompts);
  if (place) return { range: place, isComment: false };
  const comment = placedCommentsIn(source).find(({ words }) => knownComments(words, prompts.comments).includes(true));
  // Beside an answer only the comment is the template's.
  if (comment) return { range: /[:：]$/u.test(key) ? range : { start: range.start + comment.range.start, end: range.start + comment.range.end }, isComment: false };
  if (kind !== 'text') return undefined;
  const line = labelledLines(source).find((one) => prompts.blocks.has(one.key));
  if (line) return { range: { start: range.start + line.range.start, end: range.start + line.range.end }, isComment: false };
  if (isStillToCome(key)) return { range, isComment: false, saysLater: true };
  if (isOneGap(key) || hasKnownSentence(key, prompts.sentences)) return { range, isComment: false };
  return undefined;
}

/** Do the blocks of a section say nothing else than that there is nothing: "N/A", "None, the API stays as it is", "없음"? */
export function saysNone(section: Pick<Section, 'nodes'>, text: string): boolean {
  const said = blocksOf(section.nodes, text).filter(({ kind }) => kind !== 'comment');
  return said.length === 1 && said[0]!.kind === 'text' && NONE.test(said[0]!.key);
}

const NONE = /^\W*(?:(?:n\/?a|none|nothing|not applicable)(?:[.,;:!)]|\s*$| [-–—(]| (?:because|since|as) )|(?:해당 ?(?:사항)? ?)?없(?:음|습니다)(?:[.,;:!)]|\s*$| ?[-–—(]))/u;

const LONGEST = 20_000;

const isTicked = ({ start }: Range, text: string): boolean => /\[[xX]\]\s*$/.test(text.slice(Math.max(0, start - 8), start)) || /^\s*\[[xX]\]/.test(text.slice(start, start + 8));

// A whole paragraph in braces is a prompt, also of another template.
function isOneGap(key: string): boolean {
  return key.length < 1000 && (/^\{[^{}]*\p{L}[^{}]* [^{}]*\}$/u.test(key) || /^\{\{[^{}]* [^{}]*\}\}$/u.test(key) || /^<[^<>=/@]* [^<>=/@]*>$/u.test(key));
}

const SEEN = /<(?:img|svg|video|audio|iframe|object|embed|picture|table|pre|code)\b/i;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@/]+@[^\s<>@]+)>/i;

function saysSomething({ kind, key, isBare }: Block): boolean {
  if (isBare) return false;
  if (kind === 'html' || key.startsWith('<')) {
    const visible = key.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    return SEEN.test(visible) || AUTOLINK.test(visible) || blockKey(visible.replace(/<[^<>]*>/g, '')) !== '';
  }
  return key !== '';
}
