import type { Action } from '../entry.ts';
import type { Source } from './source.ts';

/** One way of writing action items. */
export interface Syntax {
  /** The file's name, and what an action of it carries as its dialect. */
  readonly id: string;
  /** The actions of a document in the order of the text. */
  read(source: Source): Action[];
}
