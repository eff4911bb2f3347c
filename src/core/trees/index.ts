import { actions } from './actions.ts';
import { decisions } from './decisions.ts';
import { questions } from './questions.ts';
import type { Tree } from './tree.ts';
import { waiting } from './waiting.ts';

/** Every view, in the order in which the editor shows them. A tree is one source and one line here. */
export const trees: readonly Tree[] = [decisions, actions, questions, waiting];
