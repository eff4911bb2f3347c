import { rangeOf, type Document, type Section } from '../document.ts';
import type { Status } from '../entry.ts';
import { datesIn } from '../dates.ts';
import type { Range } from '../lines.ts';
import { idInTitle, isOnlyState } from '../titles.ts';
import { termOf } from '../vocabulary/terms.ts';
import { documentName } from './file-name.ts';
import { lateFrontMatter } from './front-matter.ts';
import { headBlocks } from './head.ts';
import { sectionNames } from '../vocabulary/sections.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { claim, type Dialect } from './dialect.ts';
import { statusClaims } from './field.ts';
import { keyedValue, linesOf } from './keyed-line.ts';
import { startsWithRelation } from './notes.ts';
import { isPlaceholder, plain, valueRange } from './source.ts';
import { exactStatus } from './status-words.ts';

/** Headings that carry values: the title with the id, a date or a state in it, and `## Status: accepted`. */
export const heading: Dialect = {
  id: 'heading',
  read(document, vocabulary) {
    const title = titleSection(document, vocabulary);
    return [...(title ? titleClaims(document, vocabulary, title) : []), ...document.sections.slice(0, MOST_SECTIONS).flatMap((section) => stateClaims(document, vocabulary, section))];
  },
};

/** The heading that is the document's title; undefined where the first one names a part of it ("Summary"). */
export function titleSection(document: Document, vocabulary: Vocabulary): Section | undefined {
  const late = lateFrontMatter(document);
  const [first, second] = late ? document.sections.filter(({ heading }) => heading.start >= late.end) : document.sections;
  if (!first) return undefined;
  const state = exactStatus(first.title, vocabulary);
  if (state && OVER.has(state)) return second && second.depth <= first.depth && !sectionNames(second.title, vocabulary) ? second : undefined;
  if (second && first.depth > 1 && second.depth === 1 && !sectionNames(second.title, vocabulary)) return second;
  if (fieldRoles(first.title, vocabulary).includes('metadata') && second && second.depth <= first.depth && !sectionNames(second.title, vocabulary)) return undefined;
  return first.title === '' || sectionNames(first.title, vocabulary) || isPart(document, first, vocabulary) ? undefined : first;
}

const OVER: ReadonlySet<string> = new Set<Status>(['superseded', 'deprecated', 'rejected', 'withdrawn']);

// Behind metadata that stand before all headings, the first of several alike is a part, unless the file is called after it.
function isPart(document: Document, first: Section, vocabulary: Vocabulary): boolean {
  if (!document.preamble.length || idInTitle(first.title)) return false;
  const words = new Set(wordsOf(documentName(document.path).parts.words));
  if (!words.size || wordsOf(first.title).some((word) => words.has(word))) return false;
  const alike = document.sections.slice(0, MOST_SECTIONS).filter((each) => each !== first && each.depth <= first.depth);
  if (alike.some(({ depth }) => depth < first.depth) || alike.filter(({ title }) => sectionNames(title, vocabulary)).length < 2) return false;
  return metadataLines(document, vocabulary) >= 2;
}

function wordsOf(text: string): string[] {
  return termOf(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
}

function metadataLines(document: Document, vocabulary: Vocabulary): number {
  const lines = headBlocks(document, vocabulary).slice(0, document.preamble.length).flatMap((block) => {
    if (block.type === 'paragraph') return linesOf(document.text, rangeOf(block));
    return block.type === 'list' ? block.children.slice(0, 20).map(rangeOf) : [];
  });
  return lines.filter((line) => keyedValue(document.text, line, vocabulary)).length;
}

const MOST_SECTIONS = 60;

/** The longest heading, in UTF-16 units, that is looked at for a status. */
const LONGEST_STATE = 1000;

function titleClaims(document: Document, vocabulary: Vocabulary, section: Section) {
  const source = document.text.slice(section.heading.start, section.heading.end);
  const mark = /^[ \t]*#{1,6}[ \t]*/.exec(source)?.[0].length ?? 0;
  const range = valueRange(document.text, { start: section.heading.start + mark, end: section.heading.end - (/(?<=[ \t])#+[ \t]*$/.exec(source)?.[0].length ?? /\r?\n[=-]+[ \t]*$/.exec(source)?.[0].length ?? 0) });
  const text = source.includes('![') ? plain(document.text.slice(range.start, range.end)) : section.title;
  if (text === '') return [];
  // Where the heading has nothing but an id, or what a template asks for, the words of the file's name are a better title.
  const found = idInTitle(text.replace(/^\s*[[(【][^\])】]{1,40}[\])】]\s*/, ''));
  const isAsked = vocabulary.placeholderTitles.has(termOf(found?.rest ?? text));
  // `RFC-7`, `Decision 7`, but not `Python 3`.
  const isNamed = found?.rest === '' && !found.certain && !/^\p{Lu}{2}/u.test(text) && !vocabulary.kinds.has(termOf(found.id.replace(/[-\d]+$/, ''))) && documentName(document.path).parts.number !== found.number;
  const isBareId = found?.rest === '' && !isNamed;
  const claims = [claim(document, 'heading', 'title', text, range, documentName(document.path).parts.words !== '' && (isAsked || isBareId) ? 5 : 80, { text })];
  const year = found && /^(?:19|20)\d\d$/.test(found.id);
  // A template's number, left as it was, is not that of the document; nor is one that may be a part of a name.
  const isDoubtful = found && (found.joined || (isAsked && found.rest !== '')) && documentName(document.path).parts.number !== found.number;
  if (found && !isDoubtful && !isNamed && !(year && found.rest === '')) {
    claims.push(claim(document, 'heading', 'number', String(found.number), range, year || !found.certain ? 60 : 80, { text }));
    claims.push(claim(document, 'heading', 'id', found.id, range, /^\d/.test(found.id) ? 60 : found.certain ? 80 : 65, { text }));
  }
  const [date] = datesIn(text, vocabulary);
  if (date) claims.push(claim(document, 'heading', 'date', date.value, range, 45, { text, ...(date.dayFirst && { dayFirst: date.dayFirst }), ...(date.order && { order: date.order }) }));
  const state = /^\s*([[(【])([^\])】\n]{3,40})[\])】]|([[(【])([^\])】\n]{3,40})[\])】]\s*$/.exec(text);
  const word = state?.[2] ?? state?.[4];
  const isSaid = (state?.[1] ?? state?.[3]) !== '(' || isOnlyState(word ?? '');
  const status = word === undefined || isPlaceholder(word) || !isSaid ? undefined : exactStatus(word, vocabulary);
  if (word !== undefined && status) {
    const at = document.text.indexOf(word, range.start);
    if (at >= 0 && at < range.end) claims.push(claim(document, 'heading', 'status', status, { start: at, end: at + word.length }, 55));
  }
  return [...claims, ...successorClaims(document, vocabulary, range)];
}

// "# 10. Search (superseded by [25](…))".
function successorClaims(document: Document, vocabulary: Vocabulary, { start, end }: Range) {
  const source = document.text.slice(start, Math.min(end, start + LONGEST_STATE));
  for (const open of source.matchAll(/[ \t][([](?=\p{L})/gu)) {
    const from = open.index + open[0].length;
    const close = source.search(/[)\]]\s*$/);
    if (close > from && startsWithRelation(source.slice(from, close), vocabulary)) return statusClaims(document, vocabulary, 'heading', { start: start + from, end: start + close }, 56).filter(({ property, value }) => property !== 'status' || value !== '');
  }
  return [];
}

// "## Status: Accepted", "## Status - DRAFT".
function stateClaims(document: Document, vocabulary: Vocabulary, section: Section) {
  // A heading of nothing but white space would cost the expression below the square of its length.
  if (section.title === '' || section.heading.end - section.heading.start > LONGEST_STATE) return [];
  const source = document.text.slice(section.heading.start, section.heading.end);
  if (!/[:：–—-]/.test(source)) return [];
  const found = /^[ \t]*#{1,6}[ \t]*([^:：\n–—-]{1,40}?)[ \t]*(?:[:：]|[ \t][–—-]+[ \t])[ \t]*(?=\S)/.exec(source);
  if (!found || !fieldRoles(found[1]!, vocabulary).includes('status')) return [];
  return statusClaims(document, vocabulary, 'heading', valueRange(document.text, { start: section.heading.start + found[0].length, end: section.heading.end }), 82);
}
