import type { ListItem, Paragraph } from 'mdast';
import { rangeOf } from '../document.ts';
import type { Action } from '../entry.ts';
import { ACTION_LABEL, itemAction } from './item.ts';
import { stateInPassing } from './passing.ts';
import type { Source } from './source.ts';
import type { Syntax } from './syntax.ts';

/** `Action item: text`, `ACTION: @name text`, `AI: text`, and a list under such a line. */
export const actionLines: Syntax = {
  id: 'action-lines',
  read: (source) =>
    source.paragraphs.flatMap(({ node, item, range }) => (node.type === 'paragraph' && typeof item?.checked !== 'boolean' && beginsLike(source.document.text, range.start) ? actionsOf(node, item, source) : NONE)),
};

/** The first letters of any label; most paragraphs begin with others. */
const BEGINNING = /[\s*_]*(?:a[cikç]|액|ア|行)/iuy;
const NONE: Action[] = [];

function beginsLike(text: string, start: number): boolean {
  BEGINNING.lastIndex = start;
  return BEGINNING.test(text);
}

const SURE = /^[\s*_]*(?:ACTION(?: ITEMS?)?|AI|[Aa]ction [Ii]tems?|액션(?: ?아이템)?|アクション(?:アイテム)?|行动项)[*_]{0,2}\s?[:：]/u;
const STRONG = /^(\*\*|__)[^*_]{1,20}(?:\1\s?[:：]|[:：]\1)/u;

function actionsOf(paragraph: Paragraph, item: ListItem | undefined, source: Source): Action[] {
  const { start, end } = rangeOf(paragraph);
  const stop = Math.min(end, start + 400);
  if (!ACTION_LABEL.test(source.document.text.slice(start, stop))) return [];
  const written = source.visible.slice(start, stop);
  const label = ACTION_LABEL.exec(written);
  if (!label) return [];
  const rest = written.slice(label[0].length);
  // "Action: the system restarts" is also how a scenario is told: an owner, or bold type, makes it a task.
  if (!SURE.test(written) && !STRONG.test(written) && !/^\(?@/.test(rest)) return [];
  if (/[\p{L}\p{N}\ufffc]/u.test(rest)) return [actionOf(paragraph, item, source)];
  const list = item?.children.find((child) => child.type === 'list');
  if (list?.type !== 'list') return [];
  return list.children.flatMap((one) => (one.children[0]?.type === 'paragraph' && typeof one.checked !== 'boolean' ? [actionOf(one.children[0], one, source)] : []));
}

function actionOf(paragraph: Paragraph, item: ListItem | undefined, source: Source): Action {
  const { start, end } = rangeOf(paragraph);
  return itemAction(source, {
    dialect: actionLines.id,
    paragraph,
    range: { start: item ? rangeOf(item).start : start, end },
    text: { start, end },
    state: stateInPassing(source.visible.slice(start, end).replace(ACTION_LABEL, '')) ?? null,
    done: null,
    stateToken: null,
    isListed: true,
  });
}
