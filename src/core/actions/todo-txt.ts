import type { Paragraph } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Range } from '../lines.ts';
import { dateAt } from './dates.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

const LINE = /^(x )?(?:\(([A-Z])\) )?((?:\d{4}-\d{2}-\d{2} ){0,2})(\S.*)$/;
/** What makes a line one of todo.txt and not a sentence; `@` is a place there, not a person. */
const SIGN = /^(?:x (?:\([A-Z]\) )?|\([A-Z]\) )\d{4}-\d{2}-\d{2} |^(?:x (?:\([A-Z]\) )?|\([A-Z]\) |\d{4}-\d{2}-\d{2} )(?=.* (?:[+@][^\s+@]|due:\d))| due:\d{4}-/;
/** Enough where half of the paragraph's lines are sure. */
const MARKED = /^(?:x (?:\([A-Z]\) )?|\([A-Z]\) )\S/;
const PAIR = / (due|pri|rec|t):(\S{1,40})/g;

/** todo.txt: one task a line, `(A) 2026-01-02 text +project @context due:2026-01-31`, `x` in front when it is done. */
export const todoTxt: Syntax = {
  id: 'todo-txt',
  read(source) {
    const saysDue = source.document.text.includes(' due:');
    return source.paragraphs.flatMap(({ node, isTop, range }) => (isTop && node.type === 'paragraph' && mayBeOne(source.document.text, range, saysDue) ? actionsOf(node, source) : NONE));
  },
};

/** No line without one of these is one, but for those that say `due:`. */
const BEGINNING = /(?:x |\([A-Z]\) |\d{4}-)/y;
const NONE: Action[] = [];

function mayBeOne(text: string, { start, end }: Range, saysDue: boolean): boolean {
  BEGINNING.lastIndex = start;
  return BEGINNING.test(text) || (saysDue && text.slice(start, end).includes(' due:'));
}

const isOne = (line: string): boolean => SIGN.test(line) || MARKED.test(line);

// Every line of the paragraph has to be one: a date at the start of one line in a paragraph is prose.
function actionsOf(paragraph: Paragraph, source: Source): Action[] {
  const { start, end } = rangeOf(paragraph);
  const written = source.visible.slice(start, end);
  if (!/^(?:x |\([A-Z]|\d\d|\p{L})/u.test(written)) return [];
  const lines = written.split(/\r\n|\n|\r/);
  const sure = lines.filter((line) => SIGN.test(line)).length;
  if (sure * 2 < lines.length || !lines.every(isOne)) return [];
  const actions: Action[] = [];
  let at = start;
  for (const line of lines) {
    const action = actionOf(line, at, source);
    if (action) actions.push(action);
    at += line.length + (source.visible.startsWith('\r\n', at + line.length) ? 2 : 1);
  }
  return actions;
}

function actionOf(line: string, start: number, source: Source): Action | undefined {
  const found = LINE.exec(line);
  if (!found) return undefined;
  const isDone = found[1] !== undefined;
  const text = source.document.text.slice(start, start + line.length).slice(line.length - found[4]!.length);
  let due: string | null = null;
  let dueAt: { start: number; end: number } | undefined;
  let priority = found[2] ?? null;
  for (const pair of line.matchAll(PAIR)) {
    const value = start + pair.index + pair[0].length - pair[2]!.length;
    if (pair[1] === 'pri') priority ??= pair[2]!;
    if (pair[1] !== 'due' || dueAt) continue;
    due = dateAt(pair[2]!, 0)?.iso ?? null;
    dueAt = { start: value, end: value + pair[2]!.length };
  }
  return {
    text: text.replace(PAIR, '').trim(),
    done: isDone,
    state: isDone ? 'done' : 'open',
    owners: [],
    due,
    priority,
    type: null,
    trackers: [],
    dialect: todoTxt.id,
    line: source.document.lines.lineNumberAt(start),
    range: { start, end: start + line.length },
    tokens: { text: { start: start + line.length - found[4]!.length, end: start + line.length }, state: { start, end: start + (found[1]?.length ?? 0) }, owners: null, due: dueAt ? { value: dueAt, whole: { start: dueAt.start - ' due:'.length, end: dueAt.end } } : null },
    flaws: dueAt && due === null ? [{ id: 'unreadable-date', range: dueAt }] : [],
  };
}
