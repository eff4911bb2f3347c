import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Action, Entry } from '../entry.ts';
import { fillCell } from '../edits/remove.ts';
import { attendeesIn } from './people.ts';

/** Who could do an action, as the document names them: the owners of its other actions, its own, and who took part; at most five. */
export function namesFor(document: Document, entry: Entry): readonly string[] {
  const names = new Map<string, string>();
  for (const name of [...entry.actions.slice(0, 500).flatMap(({ owners }) => owners), ...entry.owners, ...attendeesIn(document)]) {
    const bare = name.trim().replace(/^@|@$/g, '');
    if (NAME.test(bare) && !names.has(bare.toLowerCase())) names.set(bare.toLowerCase(), bare);
    if (names.size === MOST) break;
  }
  return [...names.values()];
}

const NAME = /^(?!(?:all|any|each|every|everyone|everybody|some|somebody|someone|a|an|the|new|team|tbd|tba|모두|전원|미정)(?![\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{N} ._'’-]{0,40}$/iu;
const MOST = 5;

/** Names an owner where the action has none, in the form in which the document names others; undefined where its way of writing has no place for one. */
export function ownerEdit(document: Document, action: Action, name: string): Edit | undefined {
  const { text } = document;
  const { owners, text: words } = action.tokens;
  if (action.dialect === 'todo-txt') return undefined;
  if (owners && action.dialect === 'tables') return fillCell(text, owners.whole, name);
  if (owners) return { range: owners.value, newText: name };
  if (action.dialect === 'tables' || /owner|담당|책임/i.test(text.slice(words.start, Math.min(words.end, words.start + 4000)))) return undefined;
  if (!/\s/.test(name)) return { range: { start: words.start, end: words.start }, newText: `@${name} ` };
  return { range: { start: words.end, end: words.end }, newText: ` (owner: ${name})` };
}
