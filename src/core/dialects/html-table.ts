import { rangeOf } from '../document.ts';
import type { Dialect } from './dialect.ts';
import { claimsOfField } from './field.ts';
import { headBlocks } from './head.ts';
import { plain } from './source.ts';

/** An HTML table under the title, a key and a value in each row. */
export const htmlTable: Dialect = {
  id: 'html-table',
  read(document, vocabulary) {
    return headBlocks(document, vocabulary).flatMap((block) => {
      if (block.type !== 'html' || !/<t[dh]\b/i.test(block.value)) return [];
      const { start, end } = rangeOf(block);
      const cells = [...document.text.slice(start, Math.min(end, start + LONGEST)).matchAll(CELL)];
      return cells.flatMap((cell, index) => {
        const value = cells[index + 1];
        if (!value || !ROW_START.test(document.text.slice(Math.max(start, start + cell.index - 200), start + cell.index))) return [];
        const from = start + value.index + value[1]!.length;
        return claimsOfField(document, vocabulary, 'html-table', { key: plain(cell[2]!), value: { start: from, end: from + value[2]!.length } }, 86);
      });
    });
  },
};

const LONGEST = 20_000;
const CELL = /(<t[dh]\b[^<>]{0,200}>)([^]*?)(?=<\/?t[dhr]\b|<\/table)/gi;
const ROW_START = /<tr\b[^<>]*>\s*$/i;
