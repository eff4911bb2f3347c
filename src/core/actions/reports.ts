import type { Document } from '../document.ts';
import type { Action } from '../entry.ts';
import { isMarkdownPath } from '../paths.ts';
import { isPriorTitle, isUnder } from './titles.ts';

/** The actions, in the order of the text, with those marked on which minutes only report: under a heading for prior items, and without a box or beginning with a link to another document. */
export function withReports(actions: readonly Action[], document: Document): Action[] {
  if (!actions.length || !document.sections.some(({ title }) => isPriorTitle(title))) return [...actions];
  const links = new Set(document.links.flatMap(({ kind, range, target }) => (kind === 'link' && isMarkdownPath(target.replace(/[?#].*$/s, '')) ? [range.start] : [])));
  return actions.map((action) => ((action.done === null || links.has(beginning(action, document))) && isUnder(document, action.range.start, isPriorTitle) ? { ...action, reports: true } : action));
}

function beginning({ tokens: { text: range } }: Action, { text }: Document): number {
  return range.start + /^\s*/.exec(text.slice(range.start, Math.min(range.end, range.start + 200)))![0].length;
}
