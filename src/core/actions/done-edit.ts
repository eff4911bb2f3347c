import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import { wordFor } from './states.ts';

/** Marks an action as done where one character or word says so; undefined for other ways of writing, which take a command that reads the document anew. */
export function doneEdit({ text }: Document, { dialect, tokens: { state } }: Action): Edit | undefined {
  if (!state || state.end === state.start) return undefined;
  const written = text.slice(state.start, state.end);
  if (dialect === 'task-boxes') return { range: state, newText: 'x' };
  return dialect === 'tables' && /^\p{L}[\p{L} -]*$/u.test(written) ? { range: state, newText: wordFor('done', written) } : undefined;
}
