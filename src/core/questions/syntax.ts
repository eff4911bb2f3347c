import type { Source } from '../actions/source.ts';
import type { Question } from '../entry.ts';

/** One way of leaving a question open. */
export interface QuestionSyntax {
  /** The file's name, and what a question of it carries as its dialect. */
  readonly id: string;
  read(source: Source): Question[];
}
