import { readActions } from '../actions/index.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { refuse, type EditResult } from './refusal.ts';

/** The action as the document has it now; undefined where it was read from another text. */
export function currentAction(document: Document, action: Action): Action | undefined {
  return readActions(document).find((now) => now.range.start === action.range.start && now.range.end === action.range.end && now.dialect === action.dialect && now.text === action.text && now.line === action.line);
}

/** `edits`, if the text after them is read as `isMeant` wants this action to be, and every other action as before. */
export function ifReadBack(document: Document, action: Action, edits: readonly Edit[], isMeant: (after: Action) => boolean): EditResult {
  if (edits.every(({ range, newText }) => document.text.slice(range.start, range.end) === newText)) return [];
  const before = readActions(document);
  const after = readActions(parseDocument(document.path, applyEdits(document.text, edits)));
  const at = before.findIndex((each) => each.range.start === action.range.start && each.dialect === action.dialect);
  const now = after[at];
  if (!now || before.length !== after.length || now.dialect !== action.dialect || !isMeant(now)) return refuse('not-read-back');
  const others = before.every((each, index) => index === at || isSame(each, after[index]!));
  return others ? edits : refuse('not-read-back');
}

/** Is everything but what `changed` names as it was? */
export function isSame(before: Action, after: Action, ...changed: readonly ('done' | 'owners' | 'due' | 'text')[]): boolean {
  return (
    before.dialect === after.dialect &&
    (changed.includes('text') || before.text === after.text) &&
    (changed.includes('done') || (before.done === after.done && before.state === after.state)) &&
    (changed.includes('owners') || before.owners.join('\n') === after.owners.join('\n')) &&
    (changed.includes('due') || before.due === after.due) &&
    before.priority === after.priority
  );
}

/** Are both rows of one table? Another one may have its own way of writing. */
export function isSameTable(document: Document, one: Action, other: Action): boolean {
  return document.tables.some(({ range }) => [one, other].every((each) => range.start <= each.range.start && each.range.end <= range.end));
}
