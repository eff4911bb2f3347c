import type { Document, Section } from '../document.ts';
import { datesIn } from '../dates.ts';
import { idInTitle } from '../titles.ts';
import { sectionNames } from '../vocabulary/sections.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { claim, type Dialect } from './dialect.ts';
import { statusClaims } from './field.ts';
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
  const [first, second] = document.sections;
  if (!first) return undefined;
  if (second && first.depth > 1 && second.depth === 1 && !sectionNames(second.title, vocabulary)) return second;
  if (fieldRoles(first.title, vocabulary).includes('metadata') && second && second.depth <= first.depth && !sectionNames(second.title, vocabulary)) return undefined;
  return first.title === '' || sectionNames(first.title, vocabulary) ? undefined : first;
}

const MOST_SECTIONS = 60;

/** The longest heading, in UTF-16 units, that is looked at for a status. */
const LONGEST_STATE = 1000;

function titleClaims(document: Document, vocabulary: Vocabulary, section: Section) {
  const source = document.text.slice(section.heading.start, section.heading.end);
  const mark = /^[ \t]*#{1,6}[ \t]*/.exec(source)?.[0].length ?? 0;
  const range = valueRange(document.text, { start: section.heading.start + mark, end: section.heading.end - (/[ \t]+#+[ \t]*$/.exec(source)?.[0].length ?? /\r?\n[=-]+[ \t]*$/.exec(source)?.[0].length ?? 0) });
  const text = source.includes('![') ? plain(document.text.slice(range.start, range.end)) : section.title;
  if (text === '') return [];
  const claims = [claim(document, 'heading', 'title', text, range, 80, { text })];
  const found = idInTitle(text.replace(/^\s*[[(【][^\])】]{1,40}[\])】]\s*/, ''));
  const year = found && /^(?:19|20)\d\d$/.test(found.id);
  if (found && !(year && found.rest === '')) {
    claims.push(claim(document, 'heading', 'number', String(found.number), range, year || !found.certain ? 60 : 80, { text }));
    claims.push(claim(document, 'heading', 'id', found.id, range, /^\d/.test(found.id) ? 60 : found.certain ? 80 : 65, { text }));
  }
  const [date] = datesIn(text, vocabulary);
  if (date) claims.push(claim(document, 'heading', 'date', date.value, range, 45, { text, ...(date.dayFirst && { dayFirst: date.dayFirst }), ...(date.order && { order: date.order }) }));
  const state = /^\s*[[(【]([^\])】\n]{3,40})[\])】]|[[(【]([^\])】\n]{3,40})[\])】]\s*$/.exec(text);
  const word = state?.[1] ?? state?.[2];
  const status = word === undefined || isPlaceholder(word) ? undefined : exactStatus(word, vocabulary);
  if (word !== undefined && status) {
    const at = document.text.indexOf(word, range.start);
    if (at >= 0 && at < range.end) claims.push(claim(document, 'heading', 'status', status, { start: at, end: at + word.length }, 55));
  }
  return claims;
}

// "## Status: Accepted", "## Status - DRAFT".
function stateClaims(document: Document, vocabulary: Vocabulary, section: Section) {
  // A heading of nothing but white space would cost the expression below the square of its length.
  if (section.title === '' || section.heading.end - section.heading.start > LONGEST_STATE) return [];
  const source = document.text.slice(section.heading.start, section.heading.end);
  const found = /^[ \t]*#{1,6}[ \t]*([^:：\n–—-]{1,40}?)[ \t]*(?:[:：]|[ \t][–—-]+[ \t])[ \t]*(?=\S)/.exec(source);
  if (!found || !fieldRoles(found[1]!, vocabulary).includes('status')) return [];
  return statusClaims(document, vocabulary, 'heading', valueRange(document.text, { start: section.heading.start + found[0].length, end: section.heading.end }), 82);
}
