import type { Action, Entry } from '../entry.ts';

/** An action item and the document in which it stands. */
export interface Placed {
  readonly entry: Entry;
  readonly action: Action;
}

/** What two copies of an action have in common: its words, whatever their letters and punctuation; undefined for words so few that they could be of two actions. */
export function actionKey({ text }: Action): string | undefined {
  const key = text.slice(0, 400).normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return key.length >= (/\p{Script=Hangul}|\p{Script=Han}/u.test(key) ? 8 : 16) && key.includes(' ') ? key : undefined;
}
