import { english } from './en.ts';
import { korean } from './ko.ts';
import type { BlameWords } from './words.ts';

/** The languages whose ways of blaming people are known; documents in others are left alone. */
export const BLAME_LANGUAGES: readonly BlameWords[] = [english, korean];
