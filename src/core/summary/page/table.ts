import type { Element } from 'hast';
import { h } from 'hastscript';
import { say, type Language } from '../../language.ts';
import type { Links } from '../charts/graph.ts';
import type { Cell, Column, Table } from '../tables.ts';
import { WORDS } from '../words.ts';

/** More rows are not drawn: nobody reads them, and a page has to be drawn anew while people write. */
const MOST = 1000;

/** A table of which the first cell of each row is its heading. */
export function tableElement({ title, columns, rows }: Table, links: Links): Element {
  return h('table', [
    h('caption', title),
    h('thead', [h('tr', columns.map((column) => h('th', { scope: 'col', className: classOf(column) }, column.title)))]),
    h('tbody', rows.map((cells) => h('tr', cells.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, [contentOf(cell, links)]) : h('td', { className: classOf(columns[index]!, cell) }, [contentOf(cell, links)])))))),
  ]);
}

/** The same in a part of the page that scrolls by itself. */
export function tableRegion(table: Table, links: Links, language: Language): Element {
  return h('div', { className: ['list'], role: 'region', ariaLabel: table.title, tabIndex: 0 }, tableWithNote(table, links, language));
}

/** The first rows of a table, and under them how many there are. */
export function tableWithNote(table: Table, links: Links, language: Language): Element[] {
  const { rows } = table;
  if (rows.length <= MOST) return [tableElement(table, links)];
  return [tableElement({ ...table, rows: rows.slice(0, MOST) }, links), h('p', { className: ['note', 'muted'] }, say(WORDS.first, language, { count: MOST, all: rows.length }))];
}

const contentOf = ({ text, spot }: Cell, links: Links): Element | string => (spot ? h('a', links(spot), text || '…') : text);

function classOf({ isNumber, isShort }: Column, cell?: Cell): string[] | null {
  const names = [...(isNumber ? ['number'] : []), ...(isShort ? ['short'] : []), ...(cell?.isLate ? ['late'] : [])];
  return names.length ? names : null;
}
