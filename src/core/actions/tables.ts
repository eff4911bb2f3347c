import type { Cell, Table } from '../document.ts';
import type { Action, ActionState, Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { dateAt } from './dates.ts';
import { readDetails, type Details } from './details.ts';
import { isActionTitle, isUnder } from './titles.ts';
import { namesIn } from './owners.ts';
import { tidy } from './plain.ts';
import type { Source } from './source.ts';
import { stateOf, stateWithin, type WrittenState } from './states.ts';
import type { Syntax } from './syntax.ts';
import { columnsOf, type Column, type Columns } from './table-headers.ts';

/** Rows of a table whose header says action, and owner or date or state; the state in its own column or inside the tracker's cell. */
export const tables: Syntax = {
  id: 'tables',
  read: (source) => source.document.tables.flatMap((table) => actionsIn(table, source)),
};

function actionsIn(table: Table, source: Source): Action[] {
  const isListed = isUnder(source.document, table.range.start, (title) => isActionTitle(title, source.vocabulary));
  const columns = columnsOf(table, isListed, (column) => statesAreRead(table, column, source));
  if (!columns) return [];
  return table.rows.flatMap((row) => actionOf(row, columns, source, isListed) ?? []);
}

function actionOf(row: readonly Cell[], columns: Columns, source: Source, isListed: boolean): Action | undefined {
  const { document } = source;
  const cell = (column: Column): Cell | undefined => row[columns.get(column) ?? -1];
  const action = cell('action');
  if (!action || isNothing(action.text) || source.visible[action.range.start] === undefined) return undefined;

  const details = readDetails(source, action.range, isListed);
  const owner = ownerOf(cell('owner'), details);
  const due = dueOf(cell('due'), source, details);
  const state = stateOfRow(cell, action, source);
  const tracker = cell('tracker');
  const trackers = tracker && !isNothing(tracker.text) ? readDetails(source, tracker.range, false).trackers : [];
  const priority = cell('priority');
  const type = cell('type');
  const unread = state === undefined ? cell('state') : undefined;
  return {
    text: textOf(action, details, state?.token ?? null, source),
    // A state that nobody can read does not make the action go away.
    done: state?.state === 'done' || state?.state === 'cancelled',
    state: unread ? null : (state?.state ?? 'open'),
    owners: owner.owners,
    due: due.iso,
    priority: priority && !isNothing(priority.text) ? priority.text : details.priority,
    type: type && !isNothing(type.text) ? type.text : details.type,
    trackers: [...new Set([...details.trackers, ...trackers])],
    dialect: tables.id,
    line: document.lines.lineNumberAt(action.range.start),
    range: { start: row[0]!.range.start, end: row.at(-1)!.range.end },
    tokens: { text: action.range, state: state?.token ?? null, owners: owner.token, due: due.token },
    flaws: [...details.flaws, ...due.flaws, ...(unread ? [{ id: 'unknown-state', range: unread.range } as const] : [])],
  };
}

function textOf(action: Cell, details: Details, state: Range | null, source: Source): string {
  const { start, end } = action.range;
  const written = /^\[.\](?=\s)/u.exec(source.visible.slice(start, end));
  const box = state && state.start >= start && state.end <= end ? state : written ? { start: start + 1, end: start + written[0].length - 1 } : undefined;
  if (!details.cuts.length && !box) return action.text;
  // The cell's nodes are gone: cut in the source where it is the plain text, otherwise cut nothing.
  const raw = source.document.text.slice(start, end);
  const bare = raw.replace(/\*\*|__|[*_`~]/g, '');
  if (bare.replace(/\s+/g, ' ').trim() !== action.text) return action.text.replace(/^\[.\]\s/u, '');
  let result = '';
  let at = start;
  for (const cut of [...details.cuts, ...(box ? [{ start: box.start - 1, end: box.end + 1 }] : [])].sort((a, b) => a.start - b.start)) {
    result += source.document.text.slice(at, Math.max(at, cut.start)) + ' ';
    at = Math.max(at, cut.end);
  }
  return tidy((result + source.document.text.slice(at, end)).replace(/\*\*|__|[*_`~]/g, ''));
}

function ownerOf(cell: Cell | undefined, details: Details): { owners: readonly string[]; token: Token | null } {
  if (!cell) return { owners: details.owners, token: details.ownersToken };
  return { owners: namesIn(cell.text), token: { value: cell.range, whole: cell.range } };
}

function dueOf(cell: Cell | undefined, source: Source, details: Details): { iso: string | null; token: Token | null; flaws: Action['flaws'] } {
  if (!cell) return { iso: details.due, token: details.dueToken, flaws: [] };
  const token = { value: cell.range, whole: cell.range };
  if (isNothing(cell.text)) return { iso: null, token, flaws: [] };
  const text = source.visible.slice(cell.range.start, Math.min(cell.range.end, cell.range.start + 200));
  for (const digit of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\d]/gu)) {
    const date = dateAt(text, digit.index);
    if (!date) continue;
    const value = { start: cell.range.start + digit.index, end: cell.range.start + digit.index + date.length };
    return { iso: date.iso, token: { value, whole: cell.range }, flaws: date.iso === null ? [{ id: 'unreadable-date', range: value }] : [] };
  }
  return { iso: null, token, flaws: /\d/.test(text) ? [{ id: 'unreadable-date', range: cell.range }] : [] };
}

interface RowState {
  readonly state: ActionState;
  readonly token: Range | null;
}

function stateOfRow(cell: (column: Column) => Cell | undefined, action: Cell, source: Source): RowState | undefined {
  const own = cell('state');
  const mark = cell('doneMark');
  const at = (place: Cell, found: WrittenState): RowState => ({ state: found.state, token: { start: place.range.start + found.start, end: place.range.start + found.end } });
  const read = (place: Cell): string => source.visible.slice(place.range.start, place.range.end);
  if (own) {
    const found = cellState(read(own));
    if (found) return at(own, found);
    if (isNothing(own.text)) return { state: 'open', token: own.range };
  }
  if (mark && !own) return { state: isYes(read(mark)) ? 'done' : 'open', token: mark.range };
  const tracker = cell('tracker');
  const within = tracker && stateWithin(read(tracker));
  if (tracker && within) return at(tracker, within);
  const box = /^[\s*_]*\[.\]/u.test(read(action)) ? stateOf(read(action)) : undefined;
  if (box) return at(action, box);
  return /^~~[^~]+~~$/.test(read(action).trim()) ? { state: 'cancelled', token: null } : undefined;
}

function cellState(text: string): WrittenState | undefined {
  const found = stateOf(text);
  if (found) return found;
  const share = /(?<!\d)(\d{1,3})\s?%/.exec(text.slice(0, 60));
  if (!share) return undefined;
  const value = Number(share[1]);
  return { state: value >= 100 ? 'done' : value > 0 ? 'doing' : 'open', start: share.index, end: share.index + share[0].length };
}

function isYes(text: string): boolean {
  const state = stateOf(text)?.state;
  return state === 'done' || /^[\s*_`]*(?:yes|y|x|v|o|true|ja|sí|si|oui|sim|sì|예|네|はい|是|\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}])/iu.test(text);
}

function statesAreRead(table: Table, column: number, source: Source): boolean {
  let read = 0;
  let unread = 0;
  for (const row of table.rows) {
    const cell = row[column];
    if (!cell || isNothing(cell.text)) continue;
    const text = source.visible.slice(cell.range.start, cell.range.end);
    if (cellState(text) || isYes(text) || /^\s*(?:no|nein|non|não|아니오|否)\s*$/i.test(text)) read++;
    else unread++;
  }
  return read >= unread;
}

/** Empty, a dash, or what a template leaves to be filled in. */
function isNothing(text: string): boolean {
  return text.length < 200 && /^(?:[\s\-–—.…*_?]*|tbd|n\/a|<[^<>]*>|\{[^{}]*\}|\[[^\][]{2,}\])$/i.test(text.trim());
}

