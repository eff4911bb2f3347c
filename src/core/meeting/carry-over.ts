import type { List, Table as TableNode } from 'mdast';
import { readActions } from '../actions/index.ts';
import { actionKey } from '../actions/key.ts';
import { columnsOf } from '../actions/table-headers.ts';
import { isActionTitle, isPriorTitle } from '../actions/titles.ts';
import { parseDocument, plainText, rangeOf, type Document, type Section } from '../document.ts';
import { applyEdits, lineEndingOf, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';

/** The edit that writes an action of other minutes behind the action items of these, as they are written here; undefined where that cannot be done. */
export function carryOver(action: Action, document: Document): readonly Edit[] | undefined {
  const section = document.sections.filter(({ title }) => isActionTitle(title)).at(-1);
  if (!section) return undefined;
  const edit = additionTo(section, action, document);
  if (!edit) return undefined;
  const after = readActions(parseDocument(document.path, applyEdits(document.text, [edit])));
  const isThere = after.some((one) => one.done !== true && actionKey(one) === actionKey(action)) && after.length === readActions(document).length + 1;
  return isThere ? [edit] : undefined;
}

/** The edit that writes an action behind those of a section: a row of its table, or an item of its list, with a box where `isBoxed` or the others have one. */
export function additionTo(section: Section, action: Action, document: Document, isBoxed = false): Edit | undefined {
  const last = section.nodes.filter((node) => node.type !== 'html').at(-1);
  const end = lineEndingOf(document.text);
  const at = (offset: number, newText: string): Edit => ({ range: { start: offset, end: offset }, newText });
  if (last?.type === 'table') {
    const row = rowOf(action, last, document);
    return row === undefined ? undefined : at(rangeOf(last).end, end + row);
  }
  if (last?.type === 'list') {
    const item = itemLike(last, action, section, isBoxed);
    return item === undefined ? undefined : at(rangeOf(last).end, end + item);
  }
  return last === undefined || last.type === 'paragraph' ? at(rangeOf(last ?? { position: undefined }).end || section.heading.end, `${end}${end}- [ ] ${words(action, section.title)}`) : undefined;
}

// With the mark of the list, and with a box unless its items begin with `TODO(name)`.
function itemLike(list: List, action: Action, section: Section, isBoxed: boolean): string | undefined {
  const [first] = list.children;
  if (list.ordered || !first) return undefined;
  const source = plainText(first);
  const [owner] = action.owners;
  return !isBoxed && /^TODO\(/.test(source) && owner !== undefined ? `- TODO(${owner}): ${action.text}` : `- [ ] ${words(action, section.title)}`;
}

/** An action as it is written behind a box, in the language of a heading. */
export function words({ text, owners, due }: Pick<Action, 'text' | 'owners' | 'due'>, title: string): string {
  const isKorean = /[가-힣]/u.test(title);
  const named = owners.map((owner) => (/\s/.test(owner) ? `(${isKorean ? '담당자' : 'owner'}: ${owner})` : `@${owner.replace(/^@/, '')}`));
  return [text, ...named, ...(due === null ? [] : [`(${isKorean ? '기한' : 'due'}: ${due})`])].join(' ');
}

function rowOf({ text, owners, due }: Action, node: TableNode, document: Document): string | undefined {
  const table = document.tables.find(({ range }) => range.start === rangeOf(node).start);
  const columns = table && columnsOf(table, true, () => true);
  if (!table || !columns?.has('action')) return undefined;
  const cells = table.header.map(() => '');
  const put = (column: 'action' | 'owner' | 'due', value: string): void => {
    const index = columns.get(column);
    if (index !== undefined) cells[index] = value.replace(/(?<!\\)\|/g, '\\|');
  };
  put('action', text);
  put('owner', owners.map((owner) => (/\s/.test(owner) ? owner : `@${owner.replace(/^@/, '')}`)).join(', '));
  put('due', due ?? '');
  return `| ${cells.join(' | ')} |`;
}

/** The section in which minutes go through the actions of the last ones; undefined where they have none. */
export function priorActionsIn({ sections }: Document): Section | undefined {
  return sections.find(({ title }) => isPriorTitle(title));
}

/** Where minutes are told of an action that they do not mention. */
export function placeOfPrior(document: Document): Section | undefined {
  return priorActionsIn(document) ?? document.sections.filter(({ title }) => isActionTitle(title)).at(-1) ?? document.sections[0];
}
