import type { Paragraph } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action, ActionState } from '../entry.ts';
import type { Range } from '../lines.ts';
import { isOver, itemAction } from './item.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

const STATES: ReadonlyMap<string, ActionState> = new Map<string, ActionState>([['☐', 'open'], ['⬜', 'open'], ['☑', 'done'], ['✔', 'done'], ['✅', 'done'], ['☒', 'cancelled'], ['✘', 'cancelled']]);
const LINE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?([☐⬜☑✔✅☒✘])\ufe0f?[ \t]+(?=\S)/gmu;
/** A box drawn as a sign; where there is none, a check mark is no state of a task. */
const BOX = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[☐☑☒]/mu;
const BOXES = ['☐', '☑', '☒'];

/** `☐ text`, `☑ text`, `✘ text`: a box as a sign at the start of a line, with a bullet or without one. */
export const signs: Syntax = {
  id: 'signs',
  read(source) {
    const { text } = source.document;
    if (!BOXES.some((box) => text.includes(box)) || !BOX.test(source.visible)) return [];
    return source.paragraphs.flatMap(({ node, item }) => {
      if (node.type !== 'paragraph' || typeof item?.checked === 'boolean') return [];
      return actionsOf(node, item && rangeOf(item).start, source);
    });
  },
};

function actionsOf(paragraph: Paragraph, bullet: number | undefined, source: Source): Action[] {
  const { start, end } = rangeOf(paragraph);
  const marks = [...source.visible.slice(start, end).matchAll(LINE)];
  return marks.map((mark, index) => {
    const at = start + mark.index;
    const sign = at + mark[0].indexOf(mark[1]!);
    const next = marks[index + 1];
    const text: Range = { start: at + mark[0].length, end: next ? start + next.index : end };
    const stop = text.start + source.visible.slice(text.start, text.end).trimEnd().length;
    const state = STATES.get(mark[1]!) ?? 'open';
    return itemAction(source, {
      dialect: signs.id,
      paragraph,
      range: { start: index === 0 && mark.index === 0 ? (bullet ?? sign) : sign, end: stop },
      text: { start: text.start, end: stop },
      state,
      done: isOver(state),
      stateToken: { start: sign, end: sign + mark[1]!.length },
    });
  });
}
