import type { ListItem } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action } from '../entry.ts';
import { itemAction } from './item.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

const NO_SPACE = /^\[([ xX])\](?![[(:])(?=[^\s])/;
const NONE: Action[] = [];
const EMPTY = /^\[\][ \t]{1,10}(?=\S)/;

/** Boxes that Markdown does not take for one: `- [] text`, `- [x]text`; kept and flagged, as someone meant them. */
export const halfBoxes: Syntax = {
  id: 'half-boxes',
  read: (source) => source.paragraphs.flatMap(({ item, range }) => (item && source.document.text[range.start] === '[' ? (actionOf(item, source) ?? NONE) : NONE)),
};

function actionOf(item: ListItem, source: Source): Action | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph' || typeof item.checked === 'boolean') return undefined;
  const { start, end } = rangeOf(paragraph);
  const head = source.visible.slice(start, start + 15);
  const box = NO_SPACE.exec(head) ?? EMPTY.exec(head);
  if (!box) return undefined;
  const mark = { start: start + 1, end: start + box[0].trimEnd().length - 1 };
  return itemAction(source, {
    dialect: halfBoxes.id,
    paragraph,
    range: { start: rangeOf(item).start, end },
    text: { start: start + box[0].length, end },
    state: null,
    done: null,
    stateToken: null,
    flaws: [{ id: 'unknown-state', range: mark }],
  });
}
