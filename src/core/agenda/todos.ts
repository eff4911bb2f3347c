import { readActions } from '../actions/index.ts';
import { innermost, isActionTitle, isPriorTitle } from '../actions/titles.ts';
import { parseDocument, rangeOf, type Document, type Section } from '../document.ts';
import { applyEdits, lineEndingOf, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { say, type Language } from '../language.ts';
import { additionTo, words } from '../meeting/carry-over.ts';
import { isPrompt } from '../prompts.ts';
import { inline } from './inline.ts';
import { newActionsIn } from './sections.ts';
import { NEW_ACTIONS } from './texts.ts';

/** What becomes of the `TODO(name)` lines of minutes. */
export interface Todos {
  readonly edits: readonly Edit[];
  readonly made: readonly Action[];
  /** Those that cannot be written as an item without saying something else. */
  readonly left: readonly Action[];
}

/** Turns each `TODO(name): text` into an action item with a box: in its place among the action items, and from anywhere else behind them, where the name stays and the mark goes. */
export function boxTodos(document: Document, language: Language): Todos {
  const all = readActions(document);
  const todos = all.filter(({ dialect }) => dialect === 'todo-name');
  const able = todos.filter(({ text, owners }) => text.trim() !== '' && owners.length > 0);
  const inPlace = boxAll(document, able.filter((action) => isAmongActions(action, document)), ' ');
  const isThere = askedIn(all);
  const elsewhere = able.filter((action) => !isAmongActions(action, document));
  const known = new Set(elsewhere.filter(isThere));
  const added = addItems(elsewhere.filter((action) => !known.has(action)), [...inPlace.values()], document, language);
  const settled = new Set([...inPlace.keys(), ...known, ...added.made]);
  return {
    edits: [...inPlace.values(), ...[...known, ...added.made].map((action) => unmark(action, document)), ...added.edits],
    made: [...inPlace.keys(), ...added.made], left: todos.filter((action) => !settled.has(action)),
  };
}

// Whether minutes have it as an open item of their own already; what they only report on, or somebody else is to do, is another one.
function askedIn(all: readonly Action[]): (action: Action) => boolean {
  const open = all.filter(({ dialect, done, reports }) => dialect !== 'todo-name' && done === false && !reports);
  const ownersOf = ({ owners }: Action): string[] => owners.map((owner) => owner.toLowerCase());
  const byText = new Map<string, Action[]>();
  for (const one of open) {
    const same = byText.get(plain(one.text));
    if (same) same.push(one);
    else byText.set(plain(one.text), [one]);
  }
  return (action) => (byText.get(plain(action.text)) ?? []).some((one) => one.owners.length === 0 || ownersOf(one).some((owner) => ownersOf(action).includes(owner)));
}

// All at once, as one line can go on in the next; what is not read back as it was meant is written in another way, or left.
function boxAll(document: Document, actions: readonly Action[], mark: ' ' | 'x'): ReadonlyMap<Action, Edit> {
  let ways = new Map(actions.map((action) => [action, boxings(document, action, mark)]));
  for (let round = 0; round < 4; round++) {
    const chosen = new Map([...ways].flatMap(([action, [edit]]) => (edit ? [[action, edit] as const] : [])));
    const isMade = boxedIn(readActions(parseDocument(document.path, applyEdits(document.text, [...chosen.values()]))), mark === 'x');
    if ([...chosen.keys()].every(isMade)) return chosen;
    ways = new Map([...ways].map(([action, own]) => [action, isMade(action) ? own : own.slice(1)]));
  }
  return new Map();
}

function isAmongActions({ range }: Action, { sections }: Document): boolean {
  for (let section: Section | undefined = innermost(sections, range.start); section; section = section.parent) if (isActionTitle(section.title) && !isPriorTitle(section.title)) return true;
  return false;
}

/** The edits that write each `TODO(name): text` as an item that is done; none for what would be read as something else. */
export function boxAsDone(document: Document, actions: readonly Action[]): ReadonlyMap<Action, Edit> {
  return boxAll(document, actions.filter(({ dialect, text }) => dialect === 'todo-name' && text.trim() !== ''), 'x');
}

// The best way comes first; none where the mark stands in the middle of something.
function boxings(document: Document, action: Action, mark: ' ' | 'x'): Edit[] {
  const body = bodyOf(action, document);
  if (!body) return [];
  const { text } = document;
  const lead = text.slice(Math.max(text.lastIndexOf('\n', body.mark - 1), text.lastIndexOf('\r', body.mark - 1)) + 1, body.mark);
  const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(lead);
  if (!isItem && lead.trim() !== '') return [];
  const box = `${isItem ? '' : '- '}[${mark}] `;
  // One edit, so that nobody takes half of it.
  return placesOfOwner(action, body, document).map(({ at, words: owner }) => ({ range: { start: body.mark, end: at }, newText: box + text.slice(body.start, at) + owner }));
}

interface Body {
  /** Where the mark begins, and where what it says begins and ends. */
  readonly mark: number;
  readonly start: number;
  readonly end: number;
}

// Undefined for a mark at the end of a text, or without a name.
function bodyOf({ owners, range, tokens }: Action, { text }: Document): Body | undefined {
  const place = owners.length ? tokens.owners?.whole : undefined;
  if (!place || place.start - 'TODO'.length > tokens.text.start) return undefined;
  const behind = text.slice(place.end, range.end);
  return { mark: place.start - 'TODO'.length, start: place.end + /^[ \t]*(?:[:：]|[-–—](?=[ \t]))?[ \t]*/u.exec(behind)![0].length, end: place.end + behind.trimEnd().length };
}

// In front of the date, or at the end of the sentence, or in front of all.
function placesOfOwner(action: Action, { mark, start, end }: Body, document: Document): { readonly at: number; readonly words: string }[] {
  const { text } = document;
  const owner = words({ text: '', owners: action.owners, due: null }, innermost(document.sections, mark)?.title ?? '').trim();
  const due = action.tokens.due?.whole.start;
  const isInBrackets = due !== undefined && due > start && /[([]/.test(text[due]!);
  const last = start + text.slice(start, end).replace(/[.。;；]+$/, '').length;
  return [...(isInBrackets ? [{ at: due, words: `${owner} ` }] : []), { at: last, words: ` ${owner}` }, { at: start, words: `${owner} ` }];
}

/** Whether one of these actions is an item that asks for the same as another one, and is open, or done; `textOf` says which words are the same. */
export function boxedIn(actions: readonly Action[], isDone = false, textOf = plain): (action: Action) => boolean {
  const keyOf = (action: Action): string => `${textOf(action.text)}\n${alikeKey(action)}`;
  const known = new Set(actions.filter(({ dialect, done }) => dialect !== 'todo-name' && done === isDone).map(keyOf));
  return (action) => known.has(keyOf(action));
}

/** What actions have in common that ask for the same of the same people until the same day. */
export function alikeKey({ text, owners, due }: Action): string {
  return [plain(text), due ?? '', ...owners.map((owner) => owner.toLowerCase())].join('\n');
}

// As they are read, but for the full stop.
const wordsOf = (text: string): string => text.replace(/[\s.。;；]+$/u, '');

/** The words of a text alone, in small letters. */
export const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** What was brought to the action items, and the edits that do it. */
interface Added {
  readonly edits: readonly Edit[];
  readonly made: readonly Action[];
}

// What is not read back as it was meant is written in plainer words, or left; `others` are edits that are made at the same time.
function addItems(actions: readonly Action[], others: readonly Edit[], document: Document, language: Language): Added {
  const section = newActionsIn(document);
  const title = section?.title ?? say(NEW_ACTIONS, language);
  let ways = new Map(actions.map((action) => [action, waysToWrite(action, document, title)]));
  for (let round = 0; round < 6; round++) {
    const chosen = new Map([...ways].flatMap(([action, [way]]) => (way === undefined ? [] : [[action, way] as const])));
    const made = [...chosen.keys()];
    const edits = made.length ? put(chosen, section, title, document) : [];
    if (!edits) break;
    const after = readActions(parseDocument(document.path, applyEdits(document.text, [...others, ...edits, ...made.map((action) => unmark(action, document))])));
    const isMade = boxedIn(after, false, wordsOf);
    if (made.every(isMade)) return { edits, made };
    ways = new Map([...ways].map(([action, own]) => [action, isMade(action) ? own : own.slice(1)]));
  }
  return { edits: [], made: [] };
}

// In the words of the text with their markup where that does not begin outside of them, otherwise in plain ones.
function waysToWrite(action: Action, document: Document, title: string): string[] {
  const body = bodyOf(action, document);
  const kept = body ? placesOfOwner(action, body, document).map(({ at, words: owner }) => document.text.slice(body.start, at) + owner + document.text.slice(at, body.end)) : [];
  return [...kept, words({ ...action, text: inline(action.text) }, title)];
}

// Undefined where the section has a table that has no place for them.
function put(written: ReadonlyMap<Action, string>, section: Section | undefined, title: string, document: Document): Edit[] | undefined {
  const ending = lineEndingOf(document.text);
  const at = (start: number, before: string, sign = '-'): Edit[] => [{ range: { start, end: start }, newText: before + [...written.values()].map((one) => `${sign} [ ] ${one}`).join(ending) }];
  if (!section) {
    const depth = document.sections.find(({ depth: one }) => one > 1)?.depth ?? 2;
    return at(document.text.trimEnd().length, `${ending}${ending}${'#'.repeat(depth)} ${title}${ending}${ending}`);
  }
  const blocks = section.nodes.filter(({ type }) => type !== 'html');
  const last = blocks.at(-1);
  if (last?.type === 'table') {
    const rows = [...written.keys()].map((action) => additionTo(section, { ...action, text: inline(action.text) }, document));
    return rows.every((row) => row !== undefined) ? rows : undefined;
  }
  if (last?.type !== 'list' || last.ordered) return at(last ? rangeOf(last).end : section.heading.end, ending + ending);
  const { start, end } = rangeOf(last);
  const sign = document.text[start]!;
  // The template's own prompt makes room.
  const isOnlyPrompt = blocks.length === 1 && last.children.length === 1 && document.tasks.some(({ node, text }) => node === last.children[0] && isPrompt(text));
  return isOnlyPrompt ? [{ range: { start, end }, newText: at(start, '', sign)[0]!.newText }] : at(end, ending, sign);
}

// `TODO(mina): ask for it` is then `mina: ask for it`.
function unmark({ tokens: { owners } }: Action, { text }: Document): Edit {
  const { value, whole } = owners!;
  return { range: { start: whole.start - 'TODO'.length, end: whole.end }, newText: text.slice(value.start, value.end) };
}
