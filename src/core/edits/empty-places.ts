import { headBlocks } from '../dialects/head.ts';
import { keyedValue, linesOf } from '../dialects/keyed-line.ts';
import { isPlaceholder, plain, valueRange } from '../dialects/source.ts';
import { rangeOf, type Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Range } from '../lines.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';

/** A place that waits for a value: empty, or with what a template asks for. */
export interface EmptyPlace {
  /** The name of the field or the heading, whose letter case tells that of the value. */
  readonly key: string;
  readonly dialect: string;
  /** The edit that writes a value there. */
  write(value: string): Edit;
}

/** Where a document could say what `role` stands for and does not, in the order in which people look. */
export function emptyPlaces(document: Document, role: FieldRole, vocabulary: Vocabulary): EmptyPlace[] {
  return [...inFrontMatter(document, role, vocabulary), ...inHead(document, role, vocabulary), ...inSections(document, role, vocabulary)];
}

function inFrontMatter(document: Document, role: FieldRole, vocabulary: Vocabulary): EmptyPlace[] {
  return document.fields.flatMap((field): EmptyPlace[] => {
    if (!fieldRoles(field.key, vocabulary).includes(role)) return [];
    const colon = document.text.indexOf(':', field.keyRange.end);
    const value = field.valueRange;
    if (value) {
      // A list with one item that waits is a place, too.
      const item = /^-[ \t]+/.exec(document.text.slice(value.start, value.end))?.[0].length ?? 0;
      const inner = valueRange(document.text, { start: value.start + item, end: value.end });
      return waits(document, inner) ? [placeOf(field.key, 'front-matter', inner)] : [];
    }
    return colon < 0 ? [] : [behind(document, field.key, 'front-matter', colon + 1)];
  });
}

function inHead(document: Document, role: FieldRole, vocabulary: Vocabulary): EmptyPlace[] {
  const blocks = headBlocks(document, vocabulary).flatMap((block) => {
    if (block.type === 'paragraph') return linesOf(document.text, rangeOf(block)).map((line) => ({ line, dialect: 'lines' }));
    if (block.type === 'code') return linesOf(document.text, rangeOf(block)).map((line) => ({ line, dialect: 'fenced-preamble' }));
    if (block.type !== 'list') return [];
    return block.children.slice(0, 40).flatMap((item) => (item.children[0]?.type === 'paragraph' ? linesOf(document.text, rangeOf(item.children[0])).slice(0, 1).map((line) => ({ line, dialect: 'list' })) : []));
  });
  return blocks.slice(0, 80).flatMap(({ line, dialect }): EmptyPlace[] => {
    const field = keyedValue(document.text, line, vocabulary);
    if (!field || !fieldRoles(field.key, vocabulary).includes(role)) return [];
    const inner = valueRange(document.text, field.value);
    if (inner.end > inner.start) return waits(document, inner) ? [placeOf(field.key, dialect, inner)] : [];
    const end = field.value.start + /^[*_`~]*/.exec(document.text.slice(field.value.start, line.end))![0].length;
    return [behind(document, field.key, dialect, end)];
  });
}

function inSections(document: Document, role: FieldRole, vocabulary: Vocabulary): EmptyPlace[] {
  return document.sections.slice(0, 60).flatMap((section): EmptyPlace[] => {
    if (!fieldRoles(section.title, vocabulary).includes(role)) return [];
    const first = section.nodes.find((node) => node.type !== 'html');
    if (!first && section.isEmpty) {
      const at = section.nodes.length ? rangeOf(section.nodes.at(-1)!).end : section.heading.end;
      const ending = lineEndingOf(document.text);
      return [{ key: section.title, dialect: 'section', write: (value) => ({ range: { start: at, end: at }, newText: `${ending}${ending}${value}` }) }];
    }
    if (first?.type !== 'paragraph') return [];
    const inner = valueRange(document.text, rangeOf(first));
    return waits(document, inner) ? [placeOf(section.title, 'section', inner)] : [];
  });
}

function waits(document: Document, { start, end }: Range): boolean {
  const words = plain(document.text.slice(start, Math.min(end, start + 300)));
  return end - start < 300 && (isPlaceholder(words) || /^\([^()]*\)$/.test(words));
}

function placeOf(key: string, dialect: string, range: Range): EmptyPlace {
  return { key, dialect, write: (value) => ({ range, newText: value }) };
}

// A blank in front of the value, one of those that are there if there are any.
function behind(document: Document, key: string, dialect: string, colon: number): EmptyPlace {
  const blank = document.text[colon] === ' ';
  const at = blank ? colon + 1 : colon;
  const next = document.text[at] ?? '\n';
  const tail = next === '\r' || next === '\n' || next === ' ' ? '' : ' ';
  return { key, dialect, write: (value) => ({ range: { start: at, end: at }, newText: `${blank || document.text[colon - 1] === ' ' ? '' : ' '}${value}${tail}` }) };
}
