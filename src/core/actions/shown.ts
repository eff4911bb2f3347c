import type { Document } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Range } from '../lines.ts';

/** The words of an action, or of a question, as a message shows them. */
export function shownAction({ text }: Pick<Action, 'text'>): string {
  const characters = [...text.slice(0, 4 * LONGEST)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : text;
}

const LONGEST = 60;

/** Where an action is marked: its text as far as its first line. */
export function shownRange({ tokens: { text: range } }: Action, { text }: Document): Range {
  const written = /^\s*/.exec(text.slice(range.start, Math.min(range.end, range.start + 200)))![0].length;
  const start = range.start + written;
  const line = text.slice(start, Math.min(range.end, start + 4000));
  const end = start + line.split(/[\r\n]/, 1)[0]!.trimEnd().length;
  return end > start ? { start, end } : range;
}
