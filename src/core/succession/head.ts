import type { RootContent } from 'mdast';
import { titleSection } from '../dialects/heading.ts';
import { linesOf } from '../dialects/keyed-line.ts';
import { isPlaceholder, plain, valueRange } from '../dialects/source.ts';
import { rangeOf, type Document, type Section } from '../document.ts';
import { applyEdits, lineEndingOf, type Edit } from '../edit.ts';
import { writeDate } from '../edits/write-date.ts';
import type { Range } from '../lines.ts';
import type { Entry } from '../entry.ts';
import { idInTitle } from '../titles.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { TemplateInput } from './template.ts';

/**
 * The head of a document as a template: its front matter, its title and the lines, items and rows of metadata under it, with the values of
 * another document. A value that every neighbour has stays, others become prompts. Undefined where it has no head of this form.
 */
export function headLike(input: TemplateInput): string | undefined {
  const { document, entry, vocabulary } = input;
  const heading = headingLike(document, entry, vocabulary);
  const dialect = entry.evidence.status?.dialect;
  const first = document.sections[0];
  if (heading === undefined && dialect !== 'front-matter' && dialect !== 'fenced-preamble' && !(first && isMetadata(first, vocabulary))) return undefined;
  const ending = lineEndingOf(document.text);
  const parts: string[] = [];
  if (document.frontMatter) parts.push(yamlLike(input).trimEnd());
  if (heading !== undefined) parts.push(heading);
  const title = heading === undefined ? undefined : titleSection(document, vocabulary);
  const blocks = [...document.preamble.filter((node) => node.type !== 'yaml'), ...(title?.nodes ?? [])].slice(0, 20);
  parts.push(...blocks.flatMap((block) => blockLike(input, block) ?? []));
  for (const section of document.sections.slice(0, 12)) {
    if (section === title) continue;
    if (!isMetadata(section, vocabulary)) break;
    const isStatus = fieldRoles(section.title, vocabulary)[0] === 'status' && dialect === 'section';
    const own = section.nodes.slice(0, 8).flatMap((block) => blockLike(input, block) ?? []);
    const text = isStatus ? [input.openWord] : own.length ? own : [`{${section.title}}`];
    parts.push(document.text.slice(section.heading.start, section.heading.end).trimEnd(), ...text);
  }
  return parts.join(ending + ending) + ending + ending;
}

/** The front matter of a document as a template, with its fences. */
export function yamlLike(input: TemplateInput): string {
  const { document } = input;
  const edits = document.fields.flatMap((field): Edit[] => {
    if (!field.valueRange) return [];
    const inner = valueRange(document.text, field.valueRange);
    const range = typeof field.value === 'string' || typeof field.value === 'number' ? inner : { start: field.valueRange.start, end: trimmedEnd(document.text, field.valueRange) };
    const written = document.text.slice(range.start, range.end);
    const value = valueLike(input, field.key, range);
    if (value === '') return [{ range: { start: document.text.indexOf(':', field.keyRange.end) + 1, end: range.end }, newText: '' }];
    const isList = Array.isArray(field.value) && value !== written;
    return [{ range, newText: isList ? (written.startsWith('[') ? `[${value}]` : `- ${value}`) : value }];
  });
  return applyEdits(document.text.slice(0, document.frontMatter!.range.end), edits);
}

// A paragraph of `Key: value` lines, a list of such items, or a table with a key in each row; undefined for prose.
function blockLike(input: TemplateInput, block: RootContent): string | undefined {
  const { document } = input;
  const range = rangeOf(block);
  const text = document.text.slice(range.start, range.end);
  if (block.type === 'html') return htmlLike(input, range);
  if (block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'table' && block.type !== 'code') return undefined;
  const lines = linesOf(document.text, range).slice(0, 40);
  const edits: Edit[] = [];
  let keyed = 0;
  let known = 0;
  let drop: Range | undefined;
  for (const line of lines) {
    const source = document.text.slice(line.start, line.end);
    const found = (block.type === 'table' ? ROW : LINE).exec(source);
    if (!found) {
      // What an item goes on with belongs to the old value.
      if (keyed && (block.type === 'list' || block.type === 'code') && /^[ \t]/.test(source)) edits.push({ range: (drop = { start: line.start - endingBefore(document.text, line.start), end: line.end }), newText: '' });
      continue;
    }
    keyed++;
    const key = found[1]!.replace(/[*_`]/g, '').trim();
    if (fieldRoles(key, input.vocabulary).length) known++;
    const value = valueRange(document.text, { start: line.start + found[0].length, end: block.type === 'table' ? line.start + found[0].length + /^[^|\n]*/.exec(source.slice(found[0].length))![0].length : line.end });
    const newText = value.end > value.start ? valueLike(input, key, value) : '';
    const blanks = newText === '' && block.type !== 'table' ? /[ \t]*$/.exec(document.text.slice(line.start, value.start))![0].length : 0;
    if (value.end > value.start && !/^[-: |]+$/.test(source)) edits.push({ range: { start: value.start - blanks, end: value.end }, newText });
  }
  if (!known || keyed * 2 < lines.length - (drop ? 1 : 0)) return undefined;
  return applyEdits(text, edits.map(({ range: { start, end }, newText }) => ({ range: { start: start - range.start, end: end - range.start }, newText })));
}

// The rows of an HTML table: a key in the first cell, its value in the second.
function htmlLike(input: TemplateInput, range: Range): string | undefined {
  const text = input.document.text.slice(range.start, Math.min(range.end, range.start + 20_000));
  const edits = [...text.matchAll(HTML_ROW)].flatMap((row): Edit[] => {
    const start = row.index + row[1]!.length;
    const end = start + row[3]!.trimEnd().length;
    return row[3]!.trim() === '' ? [] : [{ range: { start, end }, newText: valueLike(input, row[2]!.trim(), { start: range.start + start, end: range.start + end }) }];
  });
  return edits.length > 1 ? applyEdits(text, edits) : undefined;
}

const HTML_ROW = /(<tr\b[^<>]*>\s*<t[dh]\b[^<>]*>([^<>]{1,60})<\/t[dh]>\s*<td\b[^<>]*>[ \t]*)([^]*?)(?=<\/td>|<\/?tr)/gi;
const LINE = /^[\s>]*(?:[-*+•][ \t]+)?(?:[*_`]{0,3})([^\n:：*_`]{1,40})(?:[*_`]{0,3}[ \t]*[:：](?!\/\/)[*_`]{0,3}|[*_`]{2,3}[ \t]+[-–—=|]?)[ \t]*/u;
const ROW = /^[ \t]*\|[ \t]*([^|\n]{1,40}?)[ \t]*\|[ \t]*/;

function endingBefore(text: string, at: number): number {
  return text[at - 1] === '\n' ? (text[at - 2] === '\r' ? 2 : 1) : 0;
}

function trimmedEnd(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length;
}

// What another document says where this one says the text at `range` of the field `key`.
function valueLike(input: TemplateInput, key: string, range: Range): string {
  const { document, entry, vocabulary, today, openWord } = input;
  const written = document.text.slice(range.start, range.end);
  const prompt = `{${key.replace(/[{}|]/g, '').trim() || '…'}}`;
  const state = entry.evidence.status;
  if (state && range.start <= state.range.start && state.range.end <= range.end) return openWord;
  const shared = isShared(input, key, written);
  for (const role of fieldRoles(key, vocabulary)) {
    switch (role) {
      case 'status':
        return openWord;
      case 'stage':
        return shared ? written : prompt;
      case 'title':
        return '{title}';
      case 'id':
      case 'number': {
        const name = plain(written);
        const digits = /\d+$/.exec(name);
        return digits && Number(digits[0]) === entry.number ? name.slice(0, digits.index) + `{number:${digits[0].startsWith('0') ? digits[0].length : 1}}` : prompt;
      }
      case 'created':
      case 'date':
      case 'started':
      case 'updated':
        return writeDate(today, written.trim());
      case 'decided':
      case 'decideBy':
        return '{YYYY-MM-DD}';
      case 'authors':
        return '{author}';
      case 'supersededBy':
      case 'supersedes':
      case 'amends':
      case 'amendedBy':
      case 'requires':
        return '';
      default:
        return shared ? written : prompt;
    }
  }
  return shared || isPlaceholder(written) ? written : prompt;
}

// The same value in every neighbour, two at least, is the house's and not the document's.
function isShared({ neighbours }: TemplateInput, key: string, written: string): boolean {
  const others = neighbours.map((one) => one.fields.find((field) => field.key === key)).filter((field) => field !== undefined);
  return others.length >= 2 && others.every((field) => String(field.value) === written.replace(/^["']|["']$/g, ''));
}

/** The heading of a document for another title and number: `# ADR-{number:3}: {title}`. */
export function headingLike(document: Document, { number }: Entry, vocabulary: Vocabulary): string | undefined {
  const section = titleSection(document, vocabulary);
  const source = section && document.text.slice(section.heading.start, section.heading.end);
  if (!section || !source?.startsWith('#')) return undefined;
  const marks = /^#+[ \t]*/.exec(source)![0];
  const found = idInTitle(section.title);
  const prefix = found && found.number === number && found.rest !== '' ? section.title.slice(0, section.title.length - found.rest.length) : (/^#?\d{1,8}\s+(?=\D)/.exec(section.title)?.[0] ?? '');
  const isNumbered = prefix !== '' && Number(/\d+/.exec(prefix)?.[0]) === number;
  return `${marks}${isNumbered ? prefix.replace(/\d+/, (digits) => `{number:${digits.startsWith('0') ? digits.length : 1}}`) : ''}{title}`;
}

const METADATA = new Set(['status', 'metadata', 'date', 'created', 'decided', 'updated', 'deciders', 'owners', 'authors']);

/** Does a section hold what a head holds: the status, dates, names? */
export function isMetadata({ title }: Section, vocabulary: Vocabulary): boolean {
  return METADATA.has(fieldRoles(title, vocabulary)[0] ?? '');
}

