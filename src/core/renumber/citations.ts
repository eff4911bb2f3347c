import { visit } from 'unist-util-visit';
import { isFrontPage } from '../dialects/file-name.ts';
import { claimsOf } from '../edits/metadata.ts';
import { rangeOf, type Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';
import type { Range } from '../lines.ts';
import { folderOf, nameOf, resolvePath } from '../paths.ts';
import { stemOf } from '../titles.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { digitsLike } from './renumber.ts';

/** A mention that may mean another document. */
export interface Undecided {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly range: Range;
}

export interface CitationsInput {
  readonly entry: Entry;
  readonly number: number;
  readonly entries: readonly Entry[];
  /** The paths of all entries. */
  readonly known: ReadonlySet<string>;
  readonly move: { readonly path: string; readonly to: string } | undefined;
  /** Is it the renumbered document itself? */
  readonly isOwn: boolean;
  readonly vocabulary: Vocabulary;
}

/** The edits that let a document cite another one by its new name and number, and the mentions that nobody can tell whom they mean. */
export function citationsIn(document: Document, input: CitationsInput): { readonly edits: Edit[]; readonly undecided: Undecided[] } {
  const { entry, number, entries, known, move, isOwn } = input;
  const edits: Edit[] = [];
  const undecided: Undecided[] = [];
  const seen: Range[] = [];
  const isNew = (range: Range): boolean => !seen.some((one) => range.start < one.end && one.start < range.end);

  for (const link of document.links) {
    const means = entry.path === targetOf(document, link.target, known);
    if (means && move) edits.push(...inTarget(document, link.targetRange ?? link.range, move));
    if (means && link.kind === 'link') edits.push(...inLinkText(document, link.range, link.targetRange, entry, number));
    if (link.kind !== 'image' && link.kind !== 'html-image') seen.push(link.range);
  }
  // A file's name that only this document has means it wherever it stands.
  if (move) for (const range of namesIn(document, entry, entries)) if (isNew(range)) {
    seen.push(range);
    edits.push(...inTarget(document, range, move));
  }
  for (const range of besideLinks(document, input)) if (isNew(range)) {
    seen.push(range);
    edits.push({ range, newText: digitsLike(number, document.text.slice(range.start, range.end)) });
  }
  const twins = entries.filter((one) => one.path !== entry.path && one.number === entry.number && RECORD_KINDS.includes(one.kind));
  for (const { range, digits, isCode } of mentionsIn(document, entry)) {
    if (!isNew(range)) continue;
    seen.push(range);
    if (isOwn && document.sections[0] && range.start >= document.sections[0].heading.start && range.end <= document.sections[0].heading.end) continue;
    if (twins.length || isCode) undecided.push({ path: document.path, line: document.lines.lineNumberAt(range.start), text: document.text.slice(range.start, range.end), range });
    else edits.push({ range: digits, newText: digitsLike(number, document.text.slice(digits.start, digits.end)) });
  }
  // A bare number in a field that names other documents.
  for (const claim of claimsOf(document, input.vocabulary)) {
    if (!RELATIONS.has(claim.property) || claim.line === 0 || !/^#?\d{1,8}$/.test(claim.text) || Number(claim.text.replace('#', '')) !== entry.number || !isNew(claim.range)) continue;
    seen.push(claim.range);
    if (twins.length) undecided.push({ path: document.path, line: claim.line, text: claim.text, range: claim.range });
    else edits.push({ range: claim.range, newText: document.text.slice(claim.range.start, claim.range.end).replace(/\d+/, (written) => digitsLike(number, written)) });
  }
  return { edits, undecided };
}

const RELATIONS: ReadonlySet<string> = new Set(['supersededBy', 'supersedes', 'amends', 'amendedBy', 'requires']);

function targetOf(document: Document, target: string, known: ReadonlySet<string>): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target) || target.startsWith('#')) return undefined;
  const clean = decoded(target.replace(/[?#].*$/s, ''));
  if (clean === '') return undefined;
  const path = clean.startsWith('/') ? resolvePath('', clean) : resolvePath(folderOf(document.path), clean);
  return [path, `${path}.md`, `${path}/README.md`, `${path}/index.md`].find((one) => known.has(one));
}

// Of the way to the file only its own name changes, and of that only the digits.
function inTarget(document: Document, range: Range, move: { readonly path: string; readonly to: string }): Edit[] {
  const source = document.text.slice(range.start, range.end);
  for (const name of new Set([nameOf(move.path), stemOf(move.path), encodeURI(nameOf(move.path)), encodeURI(stemOf(move.path))])) {
    const at = source.lastIndexOf(name);
    if (at < 0) continue;
    const from = nameOf(move.path);
    const to = nameOf(move.to);
    const start = commonStart(from, to);
    const tail = commonStart([...from.slice(start)].reverse().join(''), [...to.slice(start)].reverse().join(''));
    const begin = range.start + at + start;
    return [{ range: { start: begin, end: begin + from.length - start - tail }, newText: to.slice(start, to.length - tail) }];
  }
  return [];
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

// `[ADR-0012: Use queues](…)`: the link says whom the number means.
function inLinkText(document: Document, range: Range, target: Range | undefined, { number: old, title }: Entry, number: number): Edit[] {
  const end = document.text.lastIndexOf('](', target?.start ?? range.end);
  if (end <= range.start) return [];
  const source = document.text.slice(range.start, end);
  const found = [...source.matchAll(/(?<![\d.])\d{1,8}(?![\d]|\.\d)/g)].filter((one) => Number(one[0]) === old);
  // A number that belongs to the title is none of the document's.
  const inTitle = [...title.matchAll(/\d+/g)].filter((one) => Number(one[0]) === old).length;
  return found.slice(0, Math.max(0, found.length - inTitle)).map((one): Edit => ({ range: { start: range.start + one.index, end: range.start + one.index + one[0].length }, newText: digitsLike(number, one[0]) }));
}

// The number in a cell of its own, where the row links to the document and to no other of that number; or in front of the link in a list.
function besideLinks(document: Document, { entry, entries, known }: CitationsInput): Range[] {
  const { text } = document;
  const links = document.links.flatMap(({ kind, range, target }) => {
    const to = kind === 'link' ? targetOf(document, target, known) : undefined;
    return to === undefined ? [] : [{ range, to }];
  });
  const own = links.filter(({ to }) => to === entry.path);
  if (!own.length || entry.number === null) return [];
  const twins = new Set(entries.filter((one) => one.path !== entry.path && one.number === entry.number).map(({ path }) => path));
  const lineOf = ({ start }: Range): number => document.lines.lineNumberAt(start);
  const ownLines = new Set(own.map(({ range }) => lineOf(range)));
  for (const { range, to } of links) if (twins.has(to)) ownLines.delete(lineOf(range));
  const ranges: Range[] = [];
  visit(document.tree, 'tableRow', (row) => {
    if (!ownLines.has(lineOf(rangeOf(row)))) return;
    row.children.forEach((cell, index) => ranges.push(...numberAlone(text, rangeOf(cell), index ? CELL : FIRST_CELL, entry.number!)));
  });
  for (const { range } of own) ranges.push(...numberAlone(text, { start: text.lastIndexOf('\n', range.start - 1) + 1, end: range.start }, IN_FRONT, entry.number));
  return ranges;
}

const FIRST_CELL = /^[\s|]*#?(?:\p{L}{1,12}[- ]?)?(?<digits>\d{1,8})[\s|]*$/u;
// Further on a number without zeros may count something.
const CELL = /^[\s|]*(?:#|\p{L}{1,12}[- ]?|(?=0))(?<digits>\d{1,8})[\s|]*$/u;
const IN_FRONT = /^[ \t>]*[-*+][ \t]+#?(?:\p{L}{1,12}[- ])?(?<digits>\d{1,8})[ \t]*[.:)–—-]*[ \t]*$/u;

function numberAlone(text: string, { start, end }: Range, form: RegExp, number: number): Range[] {
  const digits = form.exec(text.slice(start, end))?.groups?.['digits'];
  if (digits === undefined || Number(digits) !== number) return [];
  const at = start + text.slice(start, end).lastIndexOf(digits);
  return [{ start: at, end: at + digits.length }];
}

function namesIn(document: Document, entry: Entry, entries: readonly Entry[]): Range[] {
  const isFolder = isFrontPage(stemOf(entry.path));
  const name = nameOf(isFolder ? folderOf(entry.path) : entry.path);
  const stem = stemOf(name);
  if (stem.replace(/[^\p{L}]/gu, '').length < 3) return [];
  const same = entries.filter((one) => one.path !== entry.path && (nameOf(one.path) === name || nameOf(folderOf(one.path)) === name));
  if (same.length) return [];
  const ranges: Range[] = [];
  for (let at = document.text.indexOf(stem); at >= 0; at = document.text.indexOf(stem, at + stem.length)) {
    const before = document.text[at - 1] ?? ' ';
    const after = document.text.slice(at + stem.length, at + stem.length + 8);
    if (/[\p{L}\p{N}_-]/u.test(before) || !/^(?:\.\p{L}|[^\p{L}\p{N}_-]|$)/u.test(after)) continue;
    ranges.push({ start: at, end: at + stem.length });
  }
  return ranges;
}

interface Mention {
  readonly range: Range;
  readonly digits: Range;
  /** Code says what it says of some day; nobody but its author may change it. */
  readonly isCode: boolean;
}

// `ADR-0012`, `ADR 12`: letters of the series and the number. A number alone is never one.
function mentionsIn(document: Document, { id, number }: Entry): Mention[] {
  const own = /^\p{L}+/u.exec(id ?? '')?.[0];
  const letters = own ?? 'ADR';
  const code: Range[] = [];
  visit(document.tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') code.push(rangeOf(node));
  });
  return [...document.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}/_-])(?:${letters})[- _#]{0,2}(\\d{1,8})(?![\\p{L}\\p{N}_]|[-.]\\d|-\\p{L})`, 'giu'))].flatMap((found): Mention[] => {
    if (Number(found[1]) !== number) return [];
    const end = found.index + found[0].length;
    const range = { start: found.index, end };
    return [{ range, digits: { start: end - found[1]!.length, end }, isCode: code.some((one) => range.start >= one.start && range.end <= one.end && !(document.preamble[0] && rangeOf(document.preamble[0]).start === one.start)) }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
