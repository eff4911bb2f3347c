import { english } from './en.ts';
import { korean } from './ko.ts';
import type { Wording } from './wording.ts';

export type { Vagueness, Wording } from './wording.ts';

/** The languages whose wording is known; rules about words are silent in others. */
const WORDINGS: readonly Wording[] = [korean, english];

/** Who can judge the words of an action; longer texts say enough by their length. */
export function wordingOf(text: string): Wording | undefined {
  return text.length > LONGEST ? undefined : WORDINGS.find((wording) => wording.isOf(text));
}

const LONGEST = 240;
