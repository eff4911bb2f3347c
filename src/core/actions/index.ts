import type { Document } from '../document.ts';
import type { Action } from '../entry.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { isPrompt } from '../prompts.ts';
import { actionLines } from './action-lines.ts';
import { apart } from './apart.ts';
import { withForms } from './forms.ts';
import { halfBoxes } from './half-boxes.ts';
import { logseq } from './logseq.ts';
import { plainLists } from './plain-lists.ts';
import { withReports } from './reports.ts';
import { signs } from './signs.ts';
import { sourceOf } from './source.ts';
import type { Syntax } from './syntax.ts';
import { tables } from './tables.ts';
import { taskBoxes } from './task-boxes.ts';
import { todoName } from './todo-name.ts';
import { todoTxt } from './todo-txt.ts';

/** The ways of writing action items that are read; where two read the same place, the first one counts. */
export const SYNTAXES: readonly Syntax[] = [taskBoxes, tables, halfBoxes, signs, logseq, todoTxt, todoName, actionLines, plainLists];

/** The action items of a document in the order of the text; what stands in code and comments, or only asks for one, is none. */
export function readActions(document: Document, vocabulary = builtInVocabulary): Action[] {
  if (document.tree.children.length === 0) return [];
  const source = sourceOf(document, vocabulary);
  const actions: Action[] = [];
  for (const syntax of SYNTAXES) {
    actions.push(...apart(syntax.read(source), actions));
  }
  return withForms(withReports(actions.filter(({ text }) => !isPrompt(text)).sort((a, b) => a.range.start - b.range.start), document), document);
}
