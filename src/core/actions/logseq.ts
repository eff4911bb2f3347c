import type { ListItem, Paragraph } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action, ActionState } from '../entry.ts';
import { isOver, itemAction } from './item.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

const STATES: ReadonlyMap<string, ActionState> = new Map<string, ActionState>([
  ['TODO', 'open'], ['LATER', 'open'], ['WAIT', 'open'], ['WAITING', 'open'],
  ['NOW', 'doing'], ['DOING', 'doing'], ['IN-PROGRESS', 'doing'], ['STARTED', 'doing'],
  ['DONE', 'done'], ['CANCELED', 'cancelled'], ['CANCELLED', 'cancelled'],
]);
const WORD = /^(TODO|LATER|WAIT|WAITING|NOW|DOING|IN-PROGRESS|STARTED|DONE|CANCELL?ED)[ \t]+(?=\S)/;
/** What only this way of writing has; a lone `- TODO text` is a note. */
const SIGN = /^[ \t]*[-*+][ \t]+(?:LATER|NOW|DOING|WAIT|WAITING|IN-PROGRESS|DONE|CANCELL?ED)[ \t]+\S|^[ \t]*[-*+][ \t]+TODO[ \t]+\[#[A-C]\]|^[ \t]*(?:DEADLINE|SCHEDULED):[ \t]*<\d{4}-/m;

/** Logseq's blocks: `- TODO text`, `- LATER [#A] text`, with `DEADLINE: <2026-01-31 Sat>` on the next line. */
export const logseq: Syntax = {
  id: 'logseq',
  read(source) {
    const { text } = source.document;
    const begun = source.paragraphs.filter(({ node, item, range }) => item && node.type === 'paragraph' && typeof item.checked !== 'boolean' && beginsWithWord(text, range.start));
    if (!begun.length || !SIGN.test(source.visible)) return [];
    return begun.flatMap(({ node, item }) => actionOf(item!, node as Paragraph, source) ?? []);
  },
};

function beginsWithWord(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code >= A && code <= Z && WORD.test(text.slice(start, start + 40));
}

const A = 'A'.charCodeAt(0);
const Z = 'Z'.charCodeAt(0);

function actionOf(item: ListItem, paragraph: Paragraph, source: Source): Action | undefined {
  const { start, end } = rangeOf(paragraph);
  const word = WORD.exec(source.visible.slice(start, Math.min(end, start + 40)));
  if (!word) return undefined;
  const state = STATES.get(word[1]!) ?? 'open';
  return itemAction(source, {
    dialect: logseq.id,
    paragraph,
    range: { start: rangeOf(item).start, end },
    text: { start: start + word[0].length, end },
    state,
    done: isOver(state),
    stateToken: { start, end: start + word[1]!.length },
  });
}
