import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Links } from '../charts/graph.ts';
import type { Cell, Column, Table } from '../tables.ts';

/** A table of which the first cell of each row is its heading. */
export function tableElement({ title, columns, rows }: Table, links: Links): Element {
  return h('table', [
    h('caption', title),
    h('thead', [h('tr', columns.map((column) => h('th', { scope: 'col', className: classOf(column) }, column.title)))]),
    h('tbody', rows.map((cells) => h('tr', cells.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, [contentOf(cell, links)]) : h('td', { className: classOf(columns[index]!, cell) }, [contentOf(cell, links)])))))),
  ]);
}

/** The same in a part of the page that scrolls by itself. */
export function tableRegion(table: Table, links: Links): Element {
  return h('div', { className: ['list'], role: 'region', ariaLabel: table.title, tabIndex: 0 }, [tableElement(table, links)]);
}

const contentOf = ({ text, spot }: Cell, links: Links): Element | string => (spot ? h('a', links(spot), text || '…') : text);

function classOf({ isNumber, isShort }: Column, cell?: Cell): string[] | null {
  const names = [...(isNumber ? ['number'] : []), ...(isShort ? ['short'] : []), ...(cell?.isLate ? ['late'] : [])];
  return names.length ? names : null;
}
