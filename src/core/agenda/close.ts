import { readActions } from '../actions/index.ts';
import { actionKey } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import type { Change } from '../change.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { tickAll } from '../edits/tick-all.ts';
import { refuse, type Refusal, type RefusalId } from '../edits/refusal.ts';
import type { Action, Entry } from '../entry.ts';
import { isLike, tellingWords } from '../meeting/likeness.ts';
import { folderOf, resolvePath, stepsUp } from '../paths.ts';
import { carriedIn } from '../trees/carried.ts';
import type { Workspace } from '../workspace.ts';
import { priorItemsIn } from './draw.ts';
import { heldLines, wholeLines } from './held.ts';
import { memoryIn } from './memory.ts';
import type { PriorItem } from './prior.ts';
import { stretchesIn } from './stretch.ts';
import { alikeKey, boxAsDone, boxedIn, boxTodos, plain } from './todos.ts';

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
  readonly why: 'no-home' | 'outside-home' | 'several-homes' | 'no-item' | RefusalId;
  /** Where it was agreed, as far as that is known. */
  readonly home?: string;
}

/** Closes a meeting: its `TODO(name)` lines become action items, and what was ticked in it is ticked where it was agreed. */
export async function closeMeeting(workspace: Workspace, path: string, today: string): Promise<Closing | Refusal> {
  const entry = workspace.entry(path);
  if (!entry) return refuse('unknown-document', { path });
  if (entry.kind !== 'meeting') return refuse('not-minutes', { path });
  const document = await workspace.document(path);
  const todos = boxTodos(document, /[가-힣]/.test(document.sections.map(({ title }) => title).join('')) ? 'ko' : 'en');
  const items = await priorItemsIn(workspace, { path, date: entry.date ?? today });
  const left: Left[] = todos.left.map(({ line, text }) => ({ line, text, why: 'no-item' }));
  const homeOf = homesIn(document, items);
  const homes = new Map<string, { readonly action: Action; readonly report: Action }[]>();
  const want = (item: PriorItem, report: Action): void => {
    for (const { entry: home, action } of [item, ...item.others]) if (!isNamedDone(action)) add(homes, home.path, { action, report });
  };
  for (const report of entry.actions.filter((action) => action.reports && action.state === 'done')) {
    const found = homeOf(report);
    if ('why' in found) left.push({ line: report.line, text: report.text, ...found });
    else want(found.item, report);
  }
  for (const { item, report } of ownTicks(entry, workspace.entries(), items)) want(item, report);
  const changes: Change[] = todos.edits.length ? [{ kind: 'edit', path, edits: todos.edits }] : [];
  const ticked: { path: string; line: number; text: string }[] = [];
  for (const [home, wanted] of homes) {
    const target = await workspace.document(home);
    const reports = new Map(wanted.map(({ action, report }) => [action, report]));
    const made = tickAll(target, [...reports.keys()]);
    // A `TODO(name)` of earlier minutes has no box yet: it gets one that is ticked.
    const boxed = boxAsDone(target, [...reports.keys()]);
    const edits: Edit[] = [];
    for (const [action, report] of reports) {
      const box = boxed.get(action);
      const own = box ? [box] : made.edits.get(action);
      if (!own) left.push({ line: report.line, text: report.text, why: made.refused.get(action) ?? 'not-read-back', home });
      else {
        edits.push(...own);
        ticked.push({ path: home, line: action.line, text: action.text });
      }
    }
    if (edits.length) changes.push({ kind: 'edit', path: home, edits });
  }
  if (todos.edits.length && !areBoxed(document, todos.edits, todos.made)) return refuse('not-read-back');
  return { path, changes, boxed: todos.made.map(({ text }) => text.replace(/[.。]$/u, '')), ticked, left: left.sort((one, other) => one.line - other.line) };
}

// What minutes have ticked that was written down by hand, without a link, where another document has the same.
function ownTicks(minutes: Entry, entries: readonly Entry[], items: readonly PriorItem[]): { readonly item: PriorItem; readonly report: Action }[] {
  const itemOf = new Map(items.flatMap((item) => [item, ...item.others].map(({ action }) => [action, item] as const)));
  return carriedIn(entries).flatMap(({ places }) => {
    const own = places.find(({ entry, action }) => entry === minutes && action.state === 'done' && !action.reports);
    return own ? [...new Set(places.flatMap(({ action }) => itemOf.get(action) ?? []))].map((item) => ({ item, report: own.action })) : [];
  });
}

type Home = { readonly item: PriorItem } | { readonly why: 'no-home' | 'outside-home' | 'several-homes'; readonly home?: string };

/** Finds the item that a line of the agenda reports on: the one it was drawn from, else by its link and its words. */
function homesIn(document: Document, items: readonly PriorItem[]): (report: Action) => Home {
  const drawn = keysByLine(document);
  const byKey = new Map(items.map((item) => [item.key, item]));
  const byPath = new Map<string, Place[]>();
  for (const item of items) for (const { entry, action } of [item, ...item.others]) add(byPath, entry.path, { item, action });
  const guides = new Map<string, Guide>();
  const targets = new Map(document.links.map(({ range, target }) => [range.start, target]));
  const words = new Map<string, ReadonlySet<string>>();
  const wordsIn = (text: string): ReadonlySet<string> => words.get(text) ?? words.set(text, tellingWords(text)).get(text)!;
  let guessed = 0;
  return (report) => {
    const same = byKey.get(drawn.get(report.line) ?? '');
    if (same && plain(same.action.text) === plain(report.text)) return { item: same };
    const at = report.tokens.text.start + /^\s*/.exec(document.text.slice(report.tokens.text.start, report.range.end))![0].length;
    const target = resolvePath(folderOf(document.path), decoded((targets.get(at) ?? '').replace(/[?#].*$/s, '')));
    const there = byPath.get(target) ?? [];
    const guide = guides.get(target) ?? guideTo(there);
    guides.set(target, guide);
    const ways: readonly (() => readonly Place[])[] = [
      () => guide.alike.get(alikeKey(report)) ?? [],
      () => guide.words.get(actionKey(report) ?? '') ?? [],
      () => (++guessed > MOST_GUESSED ? [] : there.filter(({ action }) => isLike(wordsIn(action.text), wordsIn(report.text)))),
      () => (report.due === null ? [] : (guide.dues.get(dueKey(report)) ?? [])),
    ];
    for (const way of ways) {
      const found = way();
      if (found.length === 1) return { item: found[0]!.item };
      if (found.length > 1) return { why: 'several-homes', home: target };
    }
    return { why: stepsUp(target) ? 'outside-home' : 'no-home', home: target };
  };
}

/** Of so many lines whose words were changed the home is guessed; each guess looks at a whole document. */
const MOST_GUESSED = 200;

interface Place {
  readonly item: PriorItem;
  readonly action: Action;
}

/** The items of a document by what a line of the agenda can have in common with them. */
interface Guide {
  readonly alike: ReadonlyMap<string, readonly Place[]>;
  readonly words: ReadonlyMap<string, readonly Place[]>;
  readonly dues: ReadonlyMap<string, readonly Place[]>;
}

function guideTo(places: readonly Place[]): Guide {
  const [alike, words, dues] = [new Map<string, Place[]>(), new Map<string, Place[]>(), new Map<string, Place[]>()];
  for (const place of places) {
    const { action } = place;
    const key = actionKey(action);
    add(alike, alikeKey(action), place);
    if (key !== undefined) add(words, key, place);
    if (action.owners.length && action.due !== null) add(dues, dueKey(action), place);
  }
  return { alike, words, dues };
}

const dueKey = ({ owners, due }: Action): string => [due, ...owners].join('\n');

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function keysByLine(document: Document): ReadonlyMap<number, string> {
  const memory = memoryIn(document);
  return new Map(stretchesIn(document).flatMap(({ range }) => [...heldLines(wholeLines(document.text, range), memory)].map(([key, { line }]) => [document.lines.lineNumberAt(line.start), key] as const)));
}

function areBoxed(document: Document, edits: readonly Edit[], made: readonly Action[]): boolean {
  const isBoxed = boxedIn(readActions(parseDocument(document.path, applyEdits(document.text, edits))));
  return made.every(isBoxed);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
