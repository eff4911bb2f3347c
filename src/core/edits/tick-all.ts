import { readActions } from '../actions/index.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { isSame } from './read-back.ts';
import { isRefusal, type RefusalId } from './refusal.ts';
import { markOf, tickAction } from './tick.ts';

/** The edits that mark many actions of one document as done, and why some cannot be. */
export interface TickedAll {
  readonly edits: ReadonlyMap<Action, readonly Edit[]>;
  readonly refused: ReadonlyMap<Action, RefusalId>;
}

/** Marks actions of one document as done. Boxes are ticked together and read back once, which a document with a thousand of them needs. */
export function tickAll(document: Document, actions: readonly Action[]): TickedAll {
  const mark = markOf(document);
  const boxes = actions.filter(({ dialect, tokens, done }) => dialect === 'task-boxes' && tokens.state !== null && done !== true);
  const together = new Map(boxes.map((action) => [action, [{ range: action.tokens.state!, newText: mark }] as readonly Edit[]]));
  const areRead = boxes.length > 1 && areTicked(document, boxes, [...together.values()].flat());
  const edits = new Map<Action, readonly Edit[]>(areRead ? together : []);
  const refused = new Map<Action, RefusalId>();
  for (const action of actions) {
    if (edits.has(action)) continue;
    const made = tickAction(document, action);
    if (isRefusal(made)) refused.set(action, made.refused);
    else edits.set(action, made);
  }
  return { edits, refused };
}

// The actions are those that the document has now, and after the edits these and no others are another way.
function areTicked(document: Document, actions: readonly Action[], edits: readonly Edit[]): boolean {
  const before = readActions(document);
  const wanted = new Map(actions.map((action) => [action.range.start, action]));
  const after = readActions(parseDocument(document.path, applyEdits(document.text, edits)));
  const found = before.filter(({ range, text, line, dialect }) => {
    const one = wanted.get(range.start);
    return one !== undefined && one.text === text && one.line === line && one.dialect === dialect;
  });
  return found.length === wanted.size && after.length === before.length && before.every((action, index) => (wanted.has(action.range.start) ? after[index]!.done === true && isSame(action, after[index]!, 'done') : isSame(action, after[index]!)));
}
