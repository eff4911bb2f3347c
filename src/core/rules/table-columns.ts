import type { Table } from 'mdast';
import { columnCalled } from '../actions/table-headers.ts';
import { plainText, rangeOf } from '../document.ts';
import type { Edit } from '../edit.ts';
import { headingKey } from '../headings.ts';
import type { Text } from '../language.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const ADD: Text = { en: 'Add the column {columns}', ko: '{columns} 열 더하기' };

export default rule<'column' | 'columns'>({
  id: 'table-columns',
  meta: {
    title: { en: 'A table has the columns that its template has', ko: '표에는 템플릿의 열이 있다' },
    severity: ADVICE,
    fixable: true,
    messages: {
      column: {
        en: 'The table in "{section}" lacks the column {columns} that the {type} template has; add it.',
        ko: '"{section}" 섹션의 표에 {type} 템플릿의 {columns} 열이 없습니다. 열을 더하세요.',
      },
      columns: {
        en: 'The table in "{section}" lacks the columns {columns} that the {type} template has; add them.',
        ko: '"{section}" 섹션의 표에 {type} 템플릿의 {columns} 열이 없습니다. 열을 더하세요.',
      },
    },
  },
  check({ document, type, structure, report }) {
    const seen = structure();
    // The tables of a built-in template are a proposal: a column may have another name, and nobody in the team has agreed on it.
    if (!seen || type?.type.builtIn) return;
    for (const { wanted, found } of seen.matching.matches) {
      if (!wanted.columns.length || wanted.free) continue;
      const best = found.nodes.flatMap((node) => (node.type === 'table' ? [{ table: node, lacking: lackingIn(node, wanted.columns) }] : [])).sort((one, other) => one.lacking.length - other.lacking.length)[0];
      // A table that has less than half of them is another one.
      if (!best?.lacking.length || best.lacking.length * 2 > wanted.columns.length) continue;
      const { table, lacking } = best;
      const edits = added(table, lacking, document.text);
      const data = { section: wanted.title, columns: lacking.map((name) => `"${name}"`).join(', '), type: seen.template.label };
      report({ message: lacking.length > 1 ? 'columns' : 'column', range: rangeOf(table.children[0]!), data, expected: lacking, ...(edits && { choices: [{ title: ADD, edits }] }) });
    }
  },
});

// An owner is an owner, whatever the column is called.
function lackingIn({ children: [head] }: Table, wanted: readonly string[]): string[] {
  const names = head!.children.map((cell) => plainText(cell));
  const keys = new Set(names.map(columnKey));
  const kinds = new Set(names.map(columnCalled));
  return wanted.filter((name) => !keys.has(columnKey(name)) && (columnCalled(name) === undefined || !kinds.has(columnCalled(name))));
}

// `Name / Link` and `Name/Links` are one.
const columnKey = (name: string): string => headingKey(name).replace(/ ?([/&,+·-]) ?/g, '$1').replace(/(?<=[a-z]{3})s$/, '');

// Empty cells at the end of each row; none where a row is shorter than the head, as they would come to stand in other columns.
function added({ children: rows }: Table, names: readonly string[], text: string): readonly Edit[] | undefined {
  const [head, ...others] = rows;
  if (!head || others.some((row) => row.children.length !== head.children.length)) return undefined;
  const { start, end } = rangeOf(head);
  const rule = /^(?:\r\n|\r|\n)[^\r\n]*/.exec(text.slice(end, end + LONGEST))?.[0].trimEnd();
  if (!rule || rule.length >= LONGEST || end - start >= LONGEST) return undefined;
  const behind = (at: number, filling: (name: string) => string): Edit => {
    const isClosed = text[at - 1] === '|';
    return { range: { start: at, end: at }, newText: names.map((name) => (isClosed ? `${filling(name)}|` : `|${filling(name)}`)).join('').trimEnd() };
  };
  return [behind(end, (name) => ` ${name} `), behind(end + rule.length, () => '---'), ...others.map((row) => behind(rangeOf(row).end, () => ' '))];
}

/** UTF-16 units of a table's head and of the line under it. */
const LONGEST = 10_000;
