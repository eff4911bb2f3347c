import { readActions } from '../actions/index.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { currentAction, ifReadBack, isSame, isSameTable } from './read-back.ts';
import { refuse, type EditResult } from './refusal.ts';
import { fillCell, removeToken } from './remove.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._'’/-]{0,60}$/u;

/** Makes `owner` the one owner of an action, in the form in which its owners are written; null takes them away. */
export function setOwner(document: Document, action: Action, owner: string | null): EditResult {
  const now = currentAction(document, action);
  if (!now) return refuse('changed');
  const name = owner?.trim().replace(/^@/, '') ?? null;
  if (name !== null && !NAME.test(name)) return refuse('bad-name', { name: owner!.slice(0, 80) });
  if (now.owners.join('\n') === (name ?? '')) return [];
  if (now.dialect === 'todo-txt') return refuse('no-owner');
  if (!now.tokens.owners && now.owners.length) return refuse('several-owners');
  let result: EditResult = refuse('no-owner');
  for (const edit of name === null ? removals(document, now) : writings(document, now, name)) {
    result = ifReadBack(document, now, [edit], (after) => after.owners.join('\n') === (name ?? '') && isSame(now, after, 'owners', 'text') && isTextKept(now, after));
    if (!('refused' in result)) return result;
  }
  return result;
}

// The words of the action stay; a mention that was a part of the sentence may go or come.
function isTextKept(before: Action, after: Action): boolean {
  const words = (action: Action): string => action.text.replace(/@?[\p{L}\p{N}._/-]+@?/gu, (word) => (word.includes('@') ? ' ' : word)).replace(/\s+/g, ' ').trim();
  return before.text === after.text || words(before) === words(after) || after.text.includes(before.text) || before.text.includes(after.text);
}

function removals(document: Document, action: Action): Edit[] {
  const token = action.tokens.owners;
  if (!token || action.dialect === 'todo-name') return [];
  if (isCell(document, action)) return [{ range: token.whole, newText: '' }];
  return [removeToken(document.text, token.whole)];
}

function writings(document: Document, action: Action, name: string): Edit[] {
  const token = action.tokens.owners;
  const handle = /\s/.test(name) ? undefined : name;
  if (token && isCell(document, action)) return cellForms(document, action, name).map((form) => fillCell(document.text, token.whole, form));
  if (token) return [{ range: token.value, newText: name }, { range: token.whole, newText: `(owner: ${name})` }, { range: token.value, newText: `owner: ${name}` }];
  const { start, end } = action.tokens.text;
  const front: Edit[] = handle === undefined ? [] : [{ range: { start, end: start }, newText: `@${handle} ` }];
  return [...front, { range: { start: end, end }, newText: ` (owner: ${name})` }];
}

function isCell(document: Document, action: Action): boolean {
  const token = action.tokens.owners?.whole;
  return action.dialect === 'tables' && token !== undefined && document.tables.some((table) => token.start >= table.range.start && token.end <= table.range.end && table.rows.some((row) => row.some((cell) => cell.range.start === token.start && cell.range.end === token.end && !(token.start >= action.tokens.text.start && token.end <= action.tokens.text.end))));
}

// As the cell has it, then as the other rows have it, then the bare name.
function cellForms(document: Document, action: Action, name: string): string[] {
  const written = (each: Action): string => (each.tokens.owners ? document.text.slice(each.tokens.owners.whole.start, each.tokens.owners.whole.end) : '');
  const others = readActions(document).filter((other) => other.dialect === 'tables' && other.owners.length > 0 && isSameTable(document, other, action)).map(written);
  const own = action.owners.length ? [written(action)] : [];
  return [...[...own, ...others].slice(0, 20).flatMap((like) => formLike(like, name) ?? []), name];
}

const LINKED = /^\[@?([^[\]]{1,60})\]\((https?:\/\/[^()\s]{1,200}\/)@?\1\/?\)$/;

function formLike(like: string, name: string): string | undefined {
  const handle = !/\s/.test(name);
  const link = LINKED.exec(like);
  if (link) return handle ? `[${like[1] === '@' ? '@' : ''}${name}](${link[2]}${name})` : undefined;
  if (/^[*_]{0,2}@/.test(like)) return handle ? `@${name}` : undefined;
  if (/@[*_]{0,2}$/.test(like)) return handle ? `${name}@` : undefined;
  return undefined;
}
