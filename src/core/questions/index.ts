import { apart } from '../actions/apart.ts';
import { sourceOf } from '../actions/source.ts';
import type { Document } from '../document.ts';
import type { Question } from '../entry.ts';
import { isPrompt } from '../prompts.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { labels } from './labels.ts';
import { sections } from './sections.ts';
import type { QuestionSyntax } from './syntax.ts';
import { unresolved } from './unresolved.ts';

/** The ways of leaving a question open that are read; where two read the same place, the first one counts. */
export const QUESTION_SYNTAXES: readonly QuestionSyntax[] = [unresolved, sections, labels];

/** The open questions of a document in the order of the text; what is said to be answered, or only asks for one, is none. */
export function readQuestions(document: Document, vocabulary = builtInVocabulary): Question[] {
  if (document.tree.children.length === 0) return [];
  const source = sourceOf(document, vocabulary);
  const questions: Question[] = [];
  for (const syntax of QUESTION_SYNTAXES) questions.push(...apart(syntax.read(source), questions));
  return questions.filter(({ text }) => !isPrompt(text)).sort((a, b) => a.range.start - b.range.start);
}
