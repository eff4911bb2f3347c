import { apart } from '../actions/apart.ts';
import type { Entry, Question } from '../entry.ts';

/** The open questions of a document that are no action items at the same time: one with a box is listed as what somebody has to do. */
export function questionsAlone({ questions, actions }: Pick<Entry, 'questions' | 'actions'>): readonly Question[] {
  return apart(questions, actions);
}
