import { blockKey, blocksOf, type Block } from '../blocks.ts';
import type { Range } from '../lines.ts';
import type { Document } from '../document.ts';
import type { RootContent } from 'mdast';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { commentsIn, isOnlyOptional } from './optional.ts';
import { standsForCode } from './code.ts';
import { isNote } from './notes.ts';
import { placesIn } from './places.ts';
import { titlesOf } from './sections.ts';
import { asksForTitle, titleParts } from './title.ts';
import { standsForAnother } from './still-to-come.ts';
import { namesNobody } from './values.ts';

/** What a template has for its author to replace. All texts are keys, as `blockKey` makes them, but for `places`. */
export interface Prompts {
  /** Whole paragraphs, items and pieces of code. */
  readonly blocks: ReadonlySet<string>;
  /** Their sentences that say what to write, but for questions: an answer may follow those. */
  readonly sentences: ReadonlySet<string>;
  /** Cells that stand for another value, as `cellKey` names them. */
  readonly cells: ReadonlySet<string>;
  /** Comments and their sentences. */
  readonly comments: ReadonlySet<string>;
  /** Labels one below the other without values, with ` | ` between; whoever leaves them all has not filled them in. */
  readonly forms: ReadonlySet<string>;
  /** `{…}`, `<…>` and `[…]` as they are written, with one blank between words. */
  readonly places: ReadonlySet<string>;
  /** What its title has in the place of a number or of words, compared as headings are. */
  readonly titles: ReadonlySet<string>;
  /** Everything that stands in the template but for comments, also what stays in documents. */
  readonly texts: ReadonlySet<string>;
}

/** One part of a template: what stands under a heading. */
export interface Part {
  readonly nodes: readonly RootContent[];
  /** The template says that this text stays in documents. */
  readonly keep: boolean;
}

/** Tells what an author has to replace from what stays: forms, labels, licences, plain answers. `sections` has the parts under its headings but for the title's. */
export function promptsOf(document: Document, sections: readonly Part[]): Prompts {
  const { text, preamble } = document;
  const titles = titlesOf(document.sections);
  const parts = [...[preamble, ...[...titles].map(({ nodes }) => nodes)].map((nodes) => ({ nodes, keep: false })), ...sections];
  const definitions = new Set(document.tree.children.flatMap((node) => (node.type === 'definition' ? [termOf(node.label ?? node.identifier)] : [])));
  const blocks = new Set<string>();
  const sentences = new Set<string>();
  const cells = new Set<string>();
  const forms = new Set<string>();
  const comments = new Set<string>();
  const places = new Set<string>();
  const texts = new Set<string>();
  for (const section of document.sections) for (const { words } of placesIn(text.slice(section.heading.start, section.heading.end), definitions)) places.add(words);
  for (const { nodes, keep } of parts) {
    const own = blocksOf(nodes, text);
    // Labels below boxes belong to answers to choose from.
    if (!keep && !own.some(({ kind }) => kind === 'task')) for (const { labels } of formsIn(own, text)) forms.add(labels.join(' | '));
    const isForm = own.some((block) => block.kind === 'task' || block.kind === 'row');
    for (const block of own) {
      if (block.kind !== 'comment') texts.add(block.key);
      const source = text.slice(block.range.start, block.range.end);
      if (block.kind === 'comment') {
        if (!keep) for (const words of commentsIn(source)) for (const sentence of commentKeys(words)) comments.add(sentence);
        continue;
      }
      for (const words of commentsIn(source)) for (const sentence of commentKeys(words)) comments.add(sentence);
      const found = placesIn(source, definitions);
      for (const { words } of found) places.add(words);
      if (keep) continue;
      if (block.kind === 'row') for (const key of cellsToFill(block.cells)) cells.add(key);
      if (block.kind === 'text') for (const { key } of labelledLines(source)) if (isPrompt({ ...block, key }, key, false, isForm)) blocks.add(key);
      // A label with a line to write on stays; the line does not.
      if (isLabel(source) || LABEL.test(block.key) || !isPrompt(block, source, found.length > 0, isForm)) continue;
      blocks.add(block.key);
      if (block.kind === 'text') for (const sentence of sentencesOf(block.key)) if (!/[?？]\W*$/u.test(sentence) && !isNote(sentence)) sentences.add(sentence);
    }
  }
  const asked = [...titles].flatMap(({ heading }) => titleParts(text.slice(heading.start, heading.end)).map(({ key }) => key).filter(asksForTitle));
  return { blocks, sentences, cells, forms, comments, places, titles: new Set(asked), texts };
}

/** What a cell of a row is known by again: the name of its row, where that stays, its place and what it holds. */
export const cellKeys = (cells: readonly string[], index: number): readonly string[] => (index ? [`${cells[0] ?? ''} | ${index} | ${cells[index] ?? ''}`, `| ${index} | ${cells[index] ?? ''}`] : []);

// Of a row that is itself an example also what its author chooses from.
function cellsToFill(cells: readonly string[]): string[] {
  const isExample = !isName(cells[0]) || asksInCells(cells);
  return cells.flatMap((cell, index) => {
    if (!(standsForAnother(cell) || (isExample && (TOLD.test(cell) || CHOICES.test(cell) || isInBrackets(cell))))) return [];
    return cellKeys(cells, index).slice(isExample ? 1 : 0, isExample ? 2 : 1);
  });
}

const CHOICES = /^[^\s/|]{1,20}(?: ?[/|] ?[^\s/|]{1,20}){2,}$/u;

const isName = (cell: string | undefined): boolean => cell !== undefined && /[\p{L}\p{N}]/u.test(cell) && !standsForAnother(cell) && !placesIn(cell).length && !TOLD.test(cell) && !isInBrackets(cell);

const isInBrackets = (words: string): boolean => ALL_IN_BRACKETS.test(words) && !ANSWER.test(words.slice(1));

/** The runs of two or more labels that have no values, each with the keys of its labels. */
export function formsIn(blocks: readonly Block[], text: string): { readonly labels: readonly string[]; readonly range: Range }[] {
  const runs: Block[][] = [[]];
  blocks.forEach((block, index) => {
    if (block.kind === 'comment') return;
    if (block.kind !== 'text' || !LABEL.test(block.key)) return void runs.push([]);
    runs.at(-1)!.push(block);
    if (isAnswered(block, blocks[index + 1], text)) {
      runs.at(-1)!.pop();
      runs.push([]);
    }
  });
  return runs.filter((run) => run.length > 1).map((run) => ({ labels: run.map(({ key }) => key), range: run[0]!.range }));
}

// By what stands further in, or below a label that is no item.
function isAnswered({ range }: Block, next: Block | undefined, text: string): boolean {
  if (!next || (next.kind === 'text' && /^[^:：]{1,40}[:：]/u.test(next.key))) return false;
  const column = (at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);
  const isItem = /[-*+.)][ \t]+$/.test(text.slice(range.start - column(range.start), range.start));
  return !isItem || column(next.range.start) > column(range.start);
}

/** The lines of a paragraph that is nothing but two or more labels with their values; the ranges count in its source. */
export function labelledLines(source: string): readonly { readonly key: string; readonly range: Range }[] {
  if (!LABELLED.test(source)) return [];
  const lines = [...source.slice(0, LONGEST).matchAll(/[^\r\n]+/g)].filter(({ 0: line }) => line.trim() !== '');
  if (lines.length < 2 || !lines.every(({ 0: line }) => LABELLED.test(line))) return [];
  return lines.map(({ 0: line, index }) => ({ key: blockKey(line.replace(/(?:\\|<br ?\/?>)\s*$/u, '')), range: { start: index, end: index + line.trimEnd().length } }));
}

const LABELLED = /^[\s>]*[*_]{0,3}\p{L}[^:：*_.?!]{0,39}[*_]{0,3} ?[:：]/u;

/** UTF-16 units of a paragraph that are looked at. */
const LONGEST = 5000;

/** Is it a question in bold, to be answered below? It stays in documents as a heading of its own. */
export function isLabel(source: string): boolean {
  return /^(?:\*\*|__)[^*_]{1,300}[?？:：](?:\*\*|__)[?？:：]?\s*$/u.test(source.slice(0, 400));
}

/** The comments' texts by which a template's comment is known again: the whole of it and each sentence that is long enough. */
export function commentKeys(words: string): string[] {
  const key = blockKey(words);
  if (key === '' || TOOLS.test(key) || isOnlyOptional(key)) return [];
  return [key, ...sentencesOf(key).filter((sentence) => !isOnlyOptional(sentence))];
}

/** Which of the keys that a comment has are among `comments`, those of a template's; the first is that of the whole comment. Empty where none is. */
export function knownComments(words: string, comments: ReadonlySet<string>): boolean[] {
  const key = blockKey(words);
  if (key === '' || TOOLS.test(key) || !(comments.has(key) || sentencesOf(key).some((one) => comments.has(one)))) return [];
  // What is among them is one of the keys.
  const isKnown = (one: string): boolean[] => (comments.has(one) ? [true] : isOnlyOptional(one) ? [] : [false]);
  const whole = isKnown(key);
  return whole.length ? [...whole, ...sentencesOf(key).flatMap(isKnown)] : [];
}

/** The sentences of a key that are long enough to be known again. */
export function sentencesOf(key: string): string[] {
  return partsOf(key).filter((sentence) => sentence.split(' ').length >= 5 || (sentence.length >= 15 && /[^\0-\u024f]/u.test(sentence)));
}

/** Is one of the sentences of a key among `sentences`, those of a template's that are long enough? */
export function hasKnownSentence(key: string, sentences: ReadonlySet<string>): boolean {
  return sentences.size > 0 && partsOf(key).some((sentence) => sentences.has(sentence));
}

const partsOf = (key: string): string[] => key.split(/(?<=[.!?。])\s|\s[-*•]\s/u).map((sentence) => sentence.trim());

const TOOLS = /^(?:\/?toc\b|docket[:-]|markdownlint|prettier|textlint|remark-|vale |cspell|spell|lint|eslint|end\b|begin\b|start\b|spdx|copyright|licen[cs]e)/iu;
const LICENCE = /copyright|\blicen[cs]e|\bcc0\b|rfc ?(?:2119|8174)|bcp ?14|all rights reserved/iu;
const ANSWER = /^(?:no|none|nothing|n\/a|not applicable|없음|해당 ?없음|해당 ?사항 ?없음)(?:[.,;:!]|\s|$)/iu;
const LINK_ONLY = /^!?\[[^\]]{0,300}\] ?(?:\([^)]{0,500}\)|\[[^\]]{0,300}\])[.:]?$/u;
const LABEL = /^(?:\S+ ){0,7}\S+ ?[:：]$/u;
const FIELD = /^[^:：]{1,40}[:：] ?(.+)$/u;
const DATE_TO_FILL = /yyyy|\bdate\b|\bnnnn?\b|\bxxxx?\b|\btbd\b/iu;
const BRACKETS = /\((?:[^()\s]+\s){2,}[^()]*\)|^\(.*\)$/u;
const ALL_IN_BRACKETS = /^\((?=[^()]*\p{L})[^()\s]{1,40}\)$/u;
const LEFT_BLANK = /^\((?:leave|keep)\b[^)]*\b(?:blank|empty)\)/iu;
const INTRODUCTION = /^(?:the following|items|all times|times|note that|see)\b/iu;
const INSTRUCTION = /^(?:\W*)(?:please|describe|list|explain|add|fill|write|provide|include|summari[sz]e|use|what|why|how|who|when|where|which|record|note|state|give|discuss|define|identify|document|put|insert|enter|outline|specify|mention|link|replace|consider|briefly|short|names? of|one|a |an |this section)|\byou(?:r)?\b|(?:하세요|쓰세요|적으세요|주세요|십시오|하시오|쓰시오|작성|입력|기술|설명|나열)|(?:적는다|쓴다|기록한다|정리한다|밝힌다|적습니다|씁니다|기록합니다|정리합니다|밝힙니다)(?:[.。]|$)/iu;
// What no fixed row of a table and no check list of a team says.
const TOLD = /^\W*(?:todo:|fixme:|describe|explain|enter|insert|specify|summari[sz]e|outline|fill in|list (?:the|all|any|each|every)|name (?:the|who|of|whoever)|(?:add|write|put) [^.]{1,60} here\b)|(?:쓰세요|적으세요|(?:적어|써) ?주세요|(?:입력|기입|기술|설명|작성|기록|나열)(?:하세요|해 ?주세요|하십시오|하시오)|쓰시오|적으시오|적는다|쓴다|기술한다|나열한다|적습니다|씁니다|기술합니다|나열합니다)[.。]?$/iu;

function isPrompt(block: Block, source: string, hasPlaces: boolean, isForm: boolean): boolean {
  const { kind, key } = block;
  if (key === '') return false;
  if (kind === 'html') return asksInHtml(key);
  if (kind === 'row') return block.cells.some((cell) => standsForAnother(cell) || namesNobody(cell)) || asksInCells(block.cells) || block.cells.filter(isInBrackets).length > 1;
  if (kind === 'code') return hasPlaces || standsForCode(source);
  if (hasPlaces) return true;
  if (kind === 'task') return standsForAnother(key) || TOLD.test(key.replace(/^\[ ?\] /u, ''));
  if (isNote(key)) return false;
  const bare = key.replace(/[.。]$/u, '');
  if (isInBrackets(key)) return true;
  if (LICENCE.test(key.slice(0, 2000)) || ANSWER.test(key) && key.length < 120 || LINK_ONLY.test(key) || LABEL.test(key) || builtInVocabulary.statuses.has(termOf(bare))) return false;
  const field = FIELD.exec(key.slice(0, 300));
  if (field && field[1]!.split(' ').length <= 12 && !/[?？]/u.test(key)) return (BRACKETS.test(field[1]!) && !LEFT_BLANK.test(field[1]!)) || DATE_TO_FILL.test(field[1]!) || standsForAnother(field[1]!) || namesNobody(field[1]!) || INSTRUCTION.test(field[1]!) || field[1]!.split(' | ').length > 2;
  if (!key.includes(' ')) return standsForAnother(key) || namesNobody(key) || /[^\0-\u024f]{4}/u.test(key) || /^(?:tbd|tba|todo|status|date|title|name|text|number|bullet|item|placeholder|항목|내용|…|\.{3})$/u.test(bare);
  return !isForm || /[?？]/u.test(key) || (INSTRUCTION.test(key) && !INTRODUCTION.test(key));
}

// What somebody can fold away, or a paragraph that tells what to write.
function asksInHtml(key: string): boolean {
  const words = key.replace(/<!--[\s\S]*?(?:-->|$)|<summary[^<>]*>[^<]*<\/summary>|<[^<>]*>/gu, ' ').replace(/\s+/gu, ' ').trim();
  return words.includes(' ') && !isNote(words) && !LICENCE.test(words.slice(0, 2000)) && (key.startsWith('<details') || /[?？]$/u.test(words) || TOLD.test(words));
}

// The first cell may be the name of a fixed row.
function asksInCells(cells: readonly string[]): boolean {
  const behind = cells.slice(cells.length > 1 ? 1 : 0);
  return behind.some((cell) => TOLD.test(cell)) || (behind.every((cell) => cell !== '') && /[?？]$/u.test(cells.at(-1) ?? ''));
}
