import { anchorsOf } from './anchors.ts';
import type { Document } from './document.ts';
import type { Entry } from './entry.ts';
import { sidesOf } from './relation-sides.ts';
import { rememberingLast } from './remembering.ts';

/** What findings in other documents can go by. */
export interface Outward {
  readonly entry: string;
  /** Undefined where the text is not at hand. */
  readonly anchors: string | undefined;
}

/** What others see of a document; `entry` is undefined for one that is not known. What was seen after an edit is seen before the next one. */
export const outwardOf = rememberingLast((entry: Entry | undefined, document: Document | undefined): Outward => {
  const anchors = document && [...anchorsOf(document).all].join('\n');
  if (!entry) return { entry: '', anchors };
  const { actions } = entry;
  const values = { ...entry, evidence: [], further: [], contradicted: [], questions: [], actions: [] };
  const sides = sidesOf(entry).map(({ relation, target, isOwn }) => [relation, target, isOwn]);
  const shown = actions.map(({ text, done, state, owners, due, trackers }) => [text, done, state, owners, due, trackers]);
  return { entry: JSON.stringify([values, sides, shown]), anchors };
});

/** Can the findings of other documents be different now? */
export function looksDifferent(before: Outward, after: Outward): boolean {
  return before.entry !== after.entry || (before.anchors !== undefined && after.anchors !== undefined && before.anchors !== after.anchors);
}

/** Do the views and the dashboard show the same of both? They open a line, and find nothing by its offset. */
export function isDrawnAlike(one: Entry, other: Entry): boolean {
  return drawn(one) === drawn(other);
}

const drawn = (entry: Entry): string => JSON.stringify(entry, (key, value: unknown) => (key === 'range' || key === 'token' || key === 'tokens' ? undefined : value));
