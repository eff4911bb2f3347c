import { readActions } from '../actions/index.ts';
import { parseDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { isSame } from './read-back.ts';
import type { RefusalId } from './refusal.ts';
import { doneEdits, surveyOf } from './tick.ts';

/** The edits that mark many actions of one document as done, and why some cannot be. */
export interface TickedAll {
  readonly edits: ReadonlyMap<Action, readonly Edit[]>;
  readonly refused: ReadonlyMap<Action, RefusalId>;
}

interface Tick {
  /** As it was asked for, and as the document has it. */
  readonly action: Action;
  readonly now: Action;
  readonly edits: readonly Edit[];
}

/** Marks actions of one document as done. They are written and read back together, so that the time grows with the document alone. */
export function tickAll(document: Document, actions: readonly Action[]): TickedAll {
  const survey = surveyOf(document);
  const byStart = new Map(survey.actions.map((action) => [action.range.start, action]));
  const edits = new Map<Action, readonly Edit[]>();
  const refused = new Map<Action, RefusalId>();
  const ticks: Tick[] = [];
  for (const action of actions) {
    const now = byStart.get(action.range.start);
    const made = now && doneEdits(now, true, survey);
    if (!now || now.range.end !== action.range.end || now.dialect !== action.dialect || now.text !== action.text || now.line !== action.line) refused.set(action, 'changed');
    else if (now.done === true) edits.set(action, []);
    else if (!made) refused.set(action, 'no-state');
    else ticks.push({ action, now, edits: made });
  }
  const waiting = ticks.length ? [ticks] : [];
  for (let turn = 0; turn < MOST_READINGS && waiting.length; turn++) {
    const some = waiting.shift()!;
    const isMade = readBack(document, survey.actions, some);
    const made = some.filter(isMade);
    if (made.length === some.length) for (const tick of some) edits.set(tick.action, tick.edits);
    else if (made.length) waiting.push(made, some.filter((tick) => !isMade(tick)));
    else if (some.length > 1) waiting.push(some.slice(0, some.length >> 1), some.slice(some.length >> 1));
  }
  for (const { action } of ticks) if (!edits.has(action)) refused.set(action, 'not-read-back');
  return { edits, refused };
}

/** After so many readings what is not read back as it was meant is left alone. */
const MOST_READINGS = 60;

// Which of them are done after their edits; none where anything else is another way then.
function readBack(document: Document, before: readonly Action[], ticks: readonly Tick[]): (tick: Tick) => boolean {
  const wanted = new Set(ticks.map(({ now }) => now));
  const after = readActions(parseDocument(document.path, applyEdits(document.text, ticks.flatMap(({ edits }) => edits))));
  if (after.length !== before.length || before.some((action, index) => !wanted.has(action) && !isSame(action, after[index]!))) return () => false;
  const made = new Set(before.filter((action, index) => wanted.has(action) && after[index]!.done === true && isSame(action, after[index]!, 'done')));
  return ({ now }) => made.has(now);
}
