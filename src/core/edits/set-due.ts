import { readActions } from '../actions/index.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { currentAction, ifReadBack, isSame, isSameTable } from './read-back.ts';
import { refuse, type EditResult } from './refusal.ts';
import { fillCell, removeToken } from './remove.ts';
import { isIsoDay, weekdayOf, writeDate } from './write-date.ts';

/** Makes `due` (YYYY-MM-DD) the date of an action, in the form in which its date is written; null takes it away. */
export function setDue(document: Document, action: Action, due: string | null): EditResult {
  const now = currentAction(document, action);
  if (!now) return refuse('changed');
  if (due !== null && !isIsoDay(due)) return refuse('bad-date', { date: due.slice(0, 40) });
  if (now.due === due && !(due === null && now.tokens.due && !isEmpty(now))) return [];
  let result: EditResult = refuse('not-read-back');
  for (const edit of due === null ? removals(document, now) : writings(document, now, due)) {
    result = ifReadBack(document, now, [edit], (after) => after.due === due && isSame(now, after, 'due'));
    if (!('refused' in result)) return result;
  }
  return result;
}

function isEmpty(action: Action): boolean {
  return action.tokens.due === null || action.tokens.due.whole.start === action.tokens.due.whole.end;
}

function removals(document: Document, action: Action): Edit[] {
  const token = action.tokens.due;
  if (!token) return [];
  if (isOutside(action)) return [{ range: token.value, newText: '' }];
  const { text } = document;
  const line = /(?:\r\n|\n|\r)[ \t]*$/.exec(text.slice(Math.max(0, token.whole.start - 200), token.whole.start));
  const ends = /^[ \t]*(?=\r|\n|$)/.exec(text.slice(token.whole.end, token.whole.end + 200));
  // A line of its own goes as a whole.
  if (line && ends) return [{ range: { start: token.whole.start - line[0].length, end: token.whole.end + ends[0].length }, newText: '' }];
  return [removeToken(text, token.whole)];
}

// In a cell of its own, not in the action's text.
function isOutside(action: Action): boolean {
  const { due, text } = action.tokens;
  return action.dialect === 'tables' && due !== null && !(due.whole.start >= text.start && due.whole.end <= text.end && text.end > text.start);
}

function writings(document: Document, action: Action, due: string): Edit[] {
  const { text } = document;
  const token = action.tokens.due;
  if (token && token.value.start === token.value.end) return [fillCell(text, token.value, writeDate(due, otherDate(document, action) ?? due)), fillCell(text, token.value, due)];
  if (token) {
    const written = text.slice(token.value.start, token.value.end);
    const weekday = /^ (?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?![a-z])/.exec(text.slice(token.value.end, token.value.end + 5));
    const range = { start: token.value.start, end: token.value.end + (weekday?.[0].length ?? 0) };
    const behind = weekday ? ` ${weekdayOf(due)}` : '';
    const like = action.due === null && isOutside(action) ? (otherDate(document, action) ?? due) : written;
    return [{ range, newText: writeDate(due, like) + behind }, { range, newText: due + behind }];
  }
  const at = action.tokens.text.end;
  const append = (newText: string): Edit => ({ range: { start: at, end: at }, newText });
  if (action.dialect === 'todo-txt') return [append(` due:${due}`)];
  if (action.dialect === 'logseq') return [append(`${lineEndingOf(text)}${indentAt(text, action.tokens.state?.start ?? at)}DEADLINE: <${due} ${weekdayOf(due)}>`)];
  return [append(` ${habit(document, due)}`), append(` (due: ${due})`)];
}

// As the other actions of the document say it.
function habit(document: Document, due: string): string {
  for (const { tokens } of readActions(document)) {
    if (!tokens.due) continue;
    const written = document.text.slice(tokens.due.whole.start, tokens.due.whole.end);
    if (/^📅/u.test(written)) return `📅 ${due}`;
    if (/^\[due::/.test(written)) return `[due:: ${due}]`;
    if (/^\(by /.test(written)) return `(by ${due})`;
    if (/^\{due:/.test(written)) return `{due:${due}}`;
    if (/^@due\(/.test(written)) return `@due(${due})`;
  }
  return `(due: ${due})`;
}

function otherDate(document: Document, action: Action): string | undefined {
  const other = readActions(document).find((each) => each.dialect === 'tables' && isSameTable(document, each, action) && each.due !== null && each.range.start !== action.range.start && each.tokens.due);
  return other?.tokens.due ? document.text.slice(other.tokens.due.value.start, other.tokens.due.value.end) : undefined;
}

// What stands before a place on its line, as white space of the same width: a bullet becomes blanks.
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text.slice(start, offset).replace(/[^\t>]/g, ' ');
}
