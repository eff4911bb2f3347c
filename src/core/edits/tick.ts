import { readActions } from '../actions/index.ts';
import { stateOf, wordFor } from '../actions/states.ts';
import type { Cell, Document, Table } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { currentAction, ifReadBack, isSame } from './read-back.ts';
import { refuse, type EditResult } from './refusal.ts';
import { fillCell } from './remove.ts';

/** Marks an action as done in its own way of writing. */
export function tickAction(document: Document, action: Action): EditResult {
  return setDone(document, action, true);
}

/** Marks an action as still to be done. */
export function untickAction(document: Document, action: Action): EditResult {
  return setDone(document, action, false);
}

function setDone(document: Document, action: Action, done: boolean): EditResult {
  const now = currentAction(document, action);
  if (!now) return refuse('changed');
  if (now.done === done) return [];
  const edits = doneEdits(now, done, surveyOf(document));
  if (!edits) return refuse('no-state');
  return ifReadBack(document, now, edits, (after) => after.done === done && isSame(now, after, 'done'));
}

/** What ticking looks at in a document, gathered once for all of its actions. */
export interface Survey {
  readonly document: Document;
  readonly actions: readonly Action[];
  /** What ticks a box. */
  readonly mark: string;
  readonly usesLater: boolean;
  /** By the start of their first cells. */
  readonly rows: ReadonlyMap<number, { readonly table: Table; readonly cells: readonly Cell[] }>;
  /** The actions of a table that have a state, and its words for what is done and for what is open. */
  readonly states: ReadonlyMap<Table, { readonly actions: readonly Action[]; readonly done: string | undefined; readonly open: string | undefined }>;
}

/** Surveys a document. */
export function surveyOf(document: Document): Survey {
  const actions = readActions(document);
  const rows = new Map(document.tables.flatMap((table) => table.rows.flatMap((cells) => (cells[0] ? [[cells[0].range.start, { table, cells }] as const] : []))));
  const byTable = new Map<Table, Action[]>();
  for (const action of actions) {
    const row = action.dialect === 'tables' && action.tokens.state ? rows.get(action.range.start) : undefined;
    if (row) byTable.set(row.table, byTable.get(row.table) ?? []).get(row.table)!.push(action);
  }
  const used = (own: readonly Action[], state: Action['state']): string | undefined => mostUsed(own.flatMap((one) => (one.state === state ? [document.text.slice(one.tokens.state!.start, one.tokens.state!.end)] : [])));
  return { document, actions, mark: markOf(document), usesLater: usesLater(document), rows, states: new Map([...byTable].map(([table, own]) => [table, { actions: own, done: used(own, 'done'), open: used(own, 'open') }])) };
}

/** The edits that would mark an action of a survey, not read back yet; undefined where its way of writing has no place for it. */
export function doneEdits(action: Action, done: boolean, survey: Survey): Edit[] | undefined {
  const range = action.tokens.state;
  const write = (newText: string): Edit[] | undefined => (range ? [{ range, newText }] : undefined);
  switch (action.dialect) {
    case 'task-boxes':
      return write(done ? survey.mark : ' ');
    case 'signs':
      return write(done ? '☑' : '☐');
    case 'logseq':
      return write(done ? 'DONE' : survey.usesLater ? 'LATER' : 'TODO');
    case 'todo-txt':
      return write(done ? 'x ' : '');
    case 'tables':
      return tableEdits(action, done, survey);
    default:
      return undefined;
  }
}

/** What ticks a box: `X` where the document's boxes are ticked with it and never with `x`. */
export function markOf(document: Document): string {
  const marks = new Set(document.tasks.map((task) => task.mark));
  return marks.has('X') && !marks.has('x') ? 'X' : 'x';
}

// Logseq has two workflows: LATER and NOW, or TODO and DOING.
function usesLater(document: Document): boolean {
  return /^[ \t]*[-*+][ \t]+(?:LATER|NOW)[ \t]/m.test(document.text) && !/^[ \t]*[-*+][ \t]+(?:TODO|DOING)[ \t]/m.test(document.text);
}

function tableEdits(action: Action, done: boolean, survey: Survey): Edit[] | undefined {
  const { document } = survey;
  const { table, cells: row } = survey.rows.get(action.range.start) ?? {};
  const { state } = action.tokens;
  if (!table || !row) return undefined;
  if (!state) return done ? trackerEdit(row, table, survey) : undefined;
  const used = survey.states.get(table)?.[done ? 'done' : 'open'];
  const written = document.text.slice(state.start, state.end);
  const column = row.findIndex((cell) => cell.range.start <= state.start && state.end <= cell.range.end);
  const header = table.header[column]?.text ?? '';
  if (document.text[state.start - 1] === '[' && document.text[state.end] === ']') return [{ range: state, newText: done ? 'x' : ' ' }, ...wordBehindBox(document, row[column]!.range.end, state.end + 1, done)];
  if (written === '' || !/[\p{L}\p{N}]/u.test(written)) return [fillCell(document.text, state, used ?? (written === '' || /^[-–—.…]+$/.test(written) ? wordFor(done ? 'done' : 'open', header) : done ? '✅' : '⬜'))];
  if (/^\d+\s?%$/.test(written)) return [{ range: state, newText: done ? '100%' : '0%' }];
  const answer = ANSWERS.find((pair) => pair.includes(written.toLowerCase()));
  if (answer) return [{ range: state, newText: likeCase(answer[done ? 1 : 0]!, written) }];
  return [{ range: state, newText: used && /\p{L}/u.test(used) ? used : wordFor(done ? 'done' : 'open', written) }];
}

const ANSWERS: readonly (readonly [no: string, yes: string])[] = [['no', 'yes'], ['n', 'y'], ['false', 'true'], ['nein', 'ja'], ['non', 'oui'], ['não', 'sim'], ['아니오', '예'], ['いいえ', 'はい'], ['否', '是']];

function likeCase(word: string, like: string): string {
  if (like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

// `[ ] Open`: the word says the same as the box and has to follow it.
function wordBehindBox(document: Document, end: number, from: number, done: boolean): Edit[] {
  const rest = document.text.slice(from, end);
  const found = stateOf(rest);
  if (!found || (found.state === 'done') === done || !/\p{L}/u.test(rest.slice(found.start, found.end))) return [];
  return [{ range: { start: from + found.start, end: from + found.end }, newText: wordFor(done ? 'done' : 'open', rest.slice(found.start, found.end)) }];
}

// Where other rows say DONE behind the tracker's id, this one does, too, in the same cell.
function trackerEdit(own: readonly Cell[], table: Table, { document, rows, states }: Survey): Edit[] | undefined {
  for (const { range, tokens: { state } } of states.get(table)?.actions ?? []) {
    const column = rows.get(range.start)!.cells.findIndex((cell) => cell.range.start <= state!.start && state!.end <= cell.range.end);
    const cell = own[column];
    if (!cell) continue;
    const isStrong = document.text.startsWith('**', state!.end);
    const word = wordFor('done', document.text.slice(state!.start, state!.end));
    const written = isStrong ? `**${word}**` : word;
    return [cell.range.end > cell.range.start ? { range: { start: cell.range.end, end: cell.range.end }, newText: ` ${written}` } : fillCell(document.text, cell.range, written)];
  }
  return undefined;
}

function mostUsed(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) if (word.trim() !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
