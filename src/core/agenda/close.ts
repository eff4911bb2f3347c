import { readActions } from '../actions/index.ts';
import { actionKey } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import type { Change } from '../change.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { tickAction } from '../edits/tick.ts';
import { isRefusal, refuse, type Refusal, type RefusalId } from '../edits/refusal.ts';
import type { Action } from '../entry.ts';
import { isLike, tellingWords } from '../meeting/likeness.ts';
import { folderOf, resolvePath } from '../paths.ts';
import type { Workspace } from '../workspace.ts';
import { priorItemsIn } from './draw.ts';
import { heldLines, wholeLines } from './held.ts';
import { memoryIn } from './memory.ts';
import type { PriorItem } from './prior.ts';
import { stretchesIn } from './stretch.ts';
import { boxAsDone, boxTodos, isAlike } from './todos.ts';

/** What closing a meeting changes, and what only people can settle. */
export interface Closing {
  readonly path: string;
  readonly changes: readonly Change[];
  /** The words of the `TODO(name)` lines that are items with a box now. */
  readonly boxed: readonly string[];
  /** The actions that are ticked where they were agreed. */
  readonly ticked: readonly { readonly path: string; readonly line: number; readonly text: string }[];
  readonly left: readonly Left[];
}

/** An action of the minutes that closing leaves to people. */
export interface Left {
  /** Of the minutes, 1-based. */
  readonly line: number;
  readonly text: string;
  readonly why: 'no-home' | 'several-homes' | 'no-item' | RefusalId;
  /** Where it was agreed, as far as that is known. */
  readonly home?: string;
}

/** Closes a meeting: its `TODO(name)` lines become action items, and what was ticked on its agenda is ticked where it was agreed. */
export async function closeMeeting(workspace: Workspace, path: string, today: string): Promise<Closing | Refusal> {
  const entry = workspace.entry(path);
  if (!entry) return refuse('unknown-document', { path });
  if (entry.kind !== 'meeting') return refuse('not-minutes', { path });
  const document = await workspace.document(path);
  const todos = boxTodos(document, /[가-힣]/.test(document.sections.map(({ title }) => title).join('')) ? 'ko' : 'en');
  const items = await priorItemsIn(workspace, { path, date: entry.date ?? today });
  const left: Left[] = todos.left.map(({ line, text }) => ({ line, text, why: 'no-item' }));
  const homes = new Map<string, { readonly action: Action; readonly report: Action }[]>();
  for (const report of entry.actions.filter((action) => action.reports && action.state === 'done')) {
    const found = homeOf(report, document, items);
    if ('why' in found) left.push({ line: report.line, text: report.text, ...found });
    else for (const { entry: home, action } of [found.item, ...found.item.others]) if (!isNamedDone(action)) homes.set(home.path, [...(homes.get(home.path) ?? []), { action, report }]);
  }
  const changes: Change[] = todos.edits.length ? [{ kind: 'edit', path, edits: todos.edits }] : [];
  const ticked: { path: string; line: number; text: string }[] = [];
  for (const [home, wanted] of homes) {
    const target = await workspace.document(home);
    const edits: Edit[] = [];
    for (const { action, report } of new Map(wanted.map((one) => [one.action.range.start, one])).values()) {
      const made = tickIn(target, action);
      if (isRefusal(made)) left.push({ line: report.line, text: report.text, why: made.refused, home });
      else {
        edits.push(...made);
        ticked.push({ path: home, line: action.line, text: action.text });
      }
    }
    if (edits.length) changes.push({ kind: 'edit', path: home, edits });
  }
  if (todos.edits.length && !areBoxed(document, todos.edits, todos.made)) return refuse('not-read-back');
  return { path, changes, boxed: todos.made.map(({ text }) => text.replace(/[.。]$/u, '')), ticked, left: left.sort((one, other) => one.line - other.line) };
}

// A `TODO(name)` of earlier minutes has no box yet: it gets one that is ticked.
function tickIn(document: Document, action: Action): readonly Edit[] | Refusal {
  const made = tickAction(document, action);
  if (!isRefusal(made) || action.dialect !== 'todo-name') return made;
  const edit = boxAsDone(document, action);
  return edit ? [edit] : made;
}

/** The item that a line of the agenda reports on: the one it was drawn from, else by its link and its words. */
function homeOf(report: Action, document: Document, items: readonly PriorItem[]): { readonly item: PriorItem } | { readonly why: 'no-home' | 'several-homes'; readonly home?: string } {
  const drawn = keysByLine(document).get(report.line);
  const same = items.find(({ key }) => key === drawn);
  if (same) return { item: same };
  const link = document.links.find(({ range }) => range.start >= report.range.start && range.end <= report.range.end);
  const target = link && resolvePath(folderOf(document.path), decoded(link.target.replace(/[?#].*$/s, '')));
  const there = items.filter(({ entry }) => entry.path === target);
  const key = actionKey(report);
  const telling = tellingWords(report.text);
  const tests: readonly ((item: PriorItem) => boolean)[] = [
    ({ action }) => isAlike(action, report),
    ({ action }) => key !== undefined && actionKey(action) === key,
    ({ action }) => isLike(tellingWords(action.text), telling),
    ({ action }) => action.owners.length > 0 && action.owners.join() === report.owners.join() && action.due !== null && action.due === report.due,
  ];
  for (const test of tests) {
    const found = there.filter(test);
    if (found.length === 1) return { item: found[0]! };
    if (found.length > 1) return { why: 'several-homes', home: target! };
  }
  return { why: 'no-home', ...(target === undefined ? {} : { home: target }) };
}

function keysByLine(document: Document): ReadonlyMap<number, string> {
  const memory = memoryIn(document);
  return new Map(stretchesIn(document).flatMap(({ range }) => [...heldLines(wholeLines(document.text, range), memory)].map(([key, { line }]) => [document.lines.lineNumberAt(line.start), key] as const)));
}

function areBoxed(document: Document, edits: readonly Edit[], made: readonly Action[]): boolean {
  const after = readActions(parseDocument(document.path, applyEdits(document.text, edits)));
  return made.every((action) => after.some((one) => one.dialect !== 'todo-name' && one.done === false && isAlike(one, action)));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
