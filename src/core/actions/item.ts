import type { Paragraph } from 'mdast';
import type { Action, ActionFlaw, ActionState } from '../entry.ts';
import type { Range } from '../lines.ts';
import { fieldsOf, readDetails } from './details.ts';
import { textWithout } from './plain.ts';
import { FILLER, type Source } from './source.ts';
import { isActionTitle, isUnder } from './titles.ts';

/** What a syntax knows of an item before its text is read. */
export interface ItemParts {
  readonly dialect: string;
  readonly paragraph: Paragraph;
  /** From the bullet on. */
  readonly range: Range;
  /** Behind the box or the word of the state. */
  readonly text: Range;
  readonly state: ActionState | null;
  /** Null where the way of writing has no state. */
  readonly done: boolean | null;
  readonly stateToken: Range | null;
  readonly flaws?: readonly ActionFlaw[];
  readonly isListed?: boolean;
}

/** The label in front of an action: `Action:`, `**Action item:**`, `AI:`. */
export const ACTION_LABEL = /^[\s*_]*(?:action(?: items?)?|ai|액션(?: ?아이템)?|アクション(?:アイテム)?|行动项|aktion|acción|ação)[*_]{0,2}\s?[:：][*_]{0,2}\s*/iu;

/** An action that is the paragraph of a list item, or a part of one. */
export function itemAction(source: Source, parts: ItemParts): Action {
  const { document } = source;
  const { text, paragraph } = parts;
  const isListed = parts.isListed ?? isUnder(document, parts.range.start, (title) => isActionTitle(title, source.vocabulary));
  const label = ACTION_LABEL.exec(source.visible.slice(text.start, Math.min(text.end, text.start + 60)))?.[0].length ?? 0;
  const start = text.start + label;
  const body = { start, end: endBeforeComments(source, { start, end: text.end }) };
  const details = readDetails(source, body, isListed || label > 0);
  const fields = fieldsOf(details);
  const words = textWithout(document.text, paragraph, details.cuts, body);
  // "@name to do it" is "do it".
  const isAddressed = details.ownersToken !== null && details.ownersToken.whole.start - body.start < 4;
  return {
    text: isAddressed ? words.replace(/^to\s+/, '') : words,
    done: parts.done,
    state: parts.state,
    ...fields,
    flaws: [...(parts.flaws ?? []), ...fields.flaws],
    dialect: parts.dialect,
    line: document.lines.lineNumberAt(parts.range.start),
    range: parts.range,
    tokens: { text: body, state: parts.stateToken, owners: details.ownersToken, due: details.dueToken },
  };
}

// A comment at the end, such as one that silences a rule, comes behind the owner and the date, which are read where they end an item.
function endBeforeComments({ document: { text }, visible }: Source, { start, end }: Range): number {
  const words = text.slice(start, end);
  let left = words.length;
  for (let trimmed = words.trimEnd().length; words.endsWith('-->', trimmed); trimmed = words.slice(0, left).trimEnd().length) {
    const comment = words.lastIndexOf('<!--', trimmed - 3);
    if (comment < 0 || visible[start + comment] !== FILLER || words.indexOf('-->', comment) !== trimmed - 3) break;
    left = comment;
  }
  return start + left;
}

/** Done and cancelled need nobody any more. */
export function isOver(state: ActionState): boolean {
  return state === 'done' || state === 'cancelled';
}
