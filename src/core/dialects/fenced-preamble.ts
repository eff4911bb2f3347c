import type { RootContent } from 'mdast';
import { rangeOf, type Document } from '../document.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import type { Dialect } from './dialect.ts';
import { claimsOfField } from './field.ts';
import { keyedValue, linesOf } from './keyed-line.ts';

/** A code block as the very first block, or under a heading such as "Preamble", with a header of `Key: value` lines as mail has it; longer values go on indented. */
export const fencedPreamble: Dialect = {
  id: 'fenced-preamble',
  read(document, vocabulary) {
    const block = headerBlock(document, vocabulary);
    if (!block) return [];
    const rows = linesOf(document.text, rangeOf(block)).slice(0, MOST_LINES);
    const fields: { key: string; value: { start: number; end: number }; indent: number }[] = [];
    let strange = 0;
    for (const row of rows) {
      const line = document.text.slice(row.start, row.end);
      const indent = /^[ \t]*/.exec(line)![0].length;
      const last = fields.at(-1);
      if (line.trim() === '' || /^[ \t]*(?:```|~~~|---)/.test(line)) continue;
      const isPart = last && indent > last.indent && last.value.end === last.value.start && NESTED.test(line);
      if (last && indent > last.indent && !isPart) {
        last.value.end = row.end;
        continue;
      }
      const key = /^[ \t]*([\p{L}][\p{L}\d _-]{0,40}):/u.exec(line)?.[1];
      if (key === undefined) {
        strange++;
        continue;
      }
      const found = keyedValue(document.text, row, vocabulary);
      fields.push({ key, value: found ? { ...found.value } : { start: row.end, end: row.end }, indent });
    }
    if (fields.length < 2 || strange > 0) return [];
    return fields.flatMap((field) => claimsOfField(document, vocabulary, 'fenced-preamble', field, 86));
  },
};

const MOST_LINES = 60;
const NESTED = /^[ \t]+[\p{L}][\p{L}\d _-]{0,40}:[ \t]/u;

function headerBlock(document: Document, vocabulary: Vocabulary) {
  const places = [document.preamble, ...document.sections.slice(0, 3).filter(({ title }) => fieldRoles(title, vocabulary).includes('metadata')).map(({ nodes }) => nodes)];
  for (const nodes of places) {
    const block = nodes.find((each: RootContent) => each.type !== 'html');
    if (block?.type === 'code') return block;
  }
  return undefined;
}
