import type { Heading, Paragraph, TableCell } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Range } from '../lines.ts';
import { eachNode } from '../markdown/each-node.ts';
import { fieldsOf, readDetails } from './details.ts';
import { namesIn } from './owners.ts';
import { textWithout } from './plain.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

const MARK = /(?<![\p{L}\p{N}_.#])TODO\((@?[\p{L}\p{N}?][^()\r\n\ufffc]{0,80})\)([:：]?)/gu;

/** Is the mark at the start or at the end of what is written, so that nothing else stands there than what is to be done? */
export function isTodoName(written: string): boolean {
  const marks = [...written.matchAll(MARK)];
  const [first, last] = [marks[0], marks.at(-1)];
  return first !== undefined && last !== undefined && (/^[\s*_]*$/.test(written.slice(0, first.index)) || (marks.length === 1 && !/[\p{L}\p{N}\ufffc]/u.test(written.slice(last.index + last[0].length))));
}

/** `TODO(name): text`, and `text; TODO(name).`; the mark stands as long as the work is open and says no more. What is struck out is none. */
export const todoName: Syntax = {
  id: 'todo-name',
  read: (source) => (source.document.text.includes('TODO(') ? [...source.paragraphs.map(({ node }) => node), ...cellsIn(source)].flatMap((node) => actionsIn(node, source)) : []),
};

function cellsIn({ document }: Source): TableCell[] {
  const cells: TableCell[] = [];
  if (document.tables.length) eachNode(document.tree, (node) => void (node.type === 'tableCell' && node.children.length && cells.push(node)));
  return cells;
}

function struckIn(block: Paragraph | Heading | TableCell): Range[] {
  const struck: Range[] = [];
  eachNode(block, (node) => void (node.type === 'delete' && struck.push(rangeOf(node))));
  return struck;
}

function actionsIn(block: Paragraph | Heading | TableCell, source: Source): Action[] {
  const { document, visible } = source;
  // A cell begins with its bar.
  const [first, last] = block.type === 'tableCell' ? [block.children[0]!, block.children.at(-1)!] : [block, block];
  const [start, end] = [rangeOf(first).start, rangeOf(last).end];
  const struck = visible.slice(start, end).includes('~~') ? struckIn(block) : [];
  const marks = [...visible.slice(start, end).matchAll(MARK)].filter(({ index }) => !struck.some((range) => range.start <= start + index && start + index < range.end));
  return marks.map((mark, index): Action => {
    const at = start + mark.index;
    const behind = at + mark[0].length;
    const next = marks[index + 1];
    const stop = next ? start + next.index : end;
    const rest = visible.slice(behind, stop);
    const isTrailing = !/[\p{L}\p{N}\ufffc]/u.test(rest);
    const text = { start: isTrailing ? (index ? start + marks[index - 1]!.index + marks[index - 1]![0].length : start) : behind, end: isTrailing ? at : stop };
    const details = readDetails(source, text, true);
    const name = at + 'TODO('.length;
    const value = { start: name + (mark[1]!.startsWith('@') ? 1 : 0), end: name + mark[1]!.length };
    return {
      text: textWithout(document.text, block, details.cuts.filter((cut) => !isNamed(details, cut)), text),
      done: null,
      state: 'open',
      ...fieldsOf(details),
      owners: namesIn(mark[1]!).filter((owner) => owner !== '?'),
      dialect: todoName.id,
      line: document.lines.lineNumberAt(at),
      range: { start: Math.min(text.start, at), end: isTrailing ? behind : stop },
      tokens: { text: trimmedRange(text, visible), state: null, owners: { value, whole: { start: at + 'TODO'.length, end: name + mark[1]!.length + 1 } }, due: details.dueToken },
    };
  });
}

// The name in the brackets is the owner: another one in the text is part of it.
function isNamed(details: ReturnType<typeof readDetails>, cut: { start: number; end: number }): boolean {
  return details.ownersToken?.whole.start === cut.start;
}

function trimmedRange({ start, end }: Range, text: string): Range {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
