import type { Document } from '../document.ts';
import { rangeOf } from '../document.ts';
import type { Action, Entry } from '../entry.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import { listItemsOf } from './list-items.ts';
import { isNamedDone } from './over.ts';
import { innermost, isActionTitle, isOtherTitle, isPriorTitle, isSureActionTitle } from './titles.ts';

/**
 * The action items of a document that are not done: what its label, its table or its heading calls one. The boxes of a
 * check list are none, and neither is the list of steps in a design.
 */
export function openActionItems(document: Document, entry: Entry, vocabulary = builtInVocabulary): readonly Action[] {
  return itemsAmong(entry.actions.filter((action) => !isNamedDone(action)), document, entry, vocabulary);
}

/** The same with those that are done. */
export function actionItems(document: Document, entry: Entry, vocabulary = builtInVocabulary): readonly Action[] {
  return itemsAmong(entry.actions, document, entry, vocabulary);
}

function itemsAmong(asked: readonly Action[], document: Document, entry: Entry, vocabulary: Vocabulary): readonly Action[] {
  if (!asked.length) return asked;
  const isAgreed = entry.kind === 'postmortem' || entry.kind === 'meeting';
  const isKept = entry.actions.some(saysMore);
  // In a design, a list by that name is as often the plan of the work, in which nobody and no day is named.
  if (entry.kind === 'design' && !isKept) return [];
  const labelled = labelledLists(document);
  return asked.filter((action) => {
    if (action.reports || isNoAction(action)) return false;
    // Under "Prior action items" minutes report on items that stand elsewhere.
    if (entry.kind === 'meeting' && action.done === null && isPriorTitle(innermost(document.sections, action.range.start)?.title ?? '')) return false;
    if (isLabelled(action, document) || isWithin(action.range.start, labelled)) return true;
    const title = titleOver(document, action, vocabulary);
    if (title === 'sure') return true;
    // What minutes list as "Follow-up" without a box are the topics.
    return isAgreed && title !== 'other' && (action.dialect === 'tables' || (title === 'loose' && (action.done !== null || (isKept && entry.kind === 'postmortem'))));
  });
}

/** Whose heading says most of an action: a list of actions beyond doubt, one by a name that plans have, too, or something else. */
function titleOver(document: Document, { range }: Action, vocabulary: Vocabulary): 'sure' | 'loose' | 'other' | undefined {
  for (let section = innermost(document.sections, range.start); section; section = section.parent) {
    if (isSureActionTitle(section.title, vocabulary)) return 'sure';
    if (isActionTitle(section.title, vocabulary)) return 'loose';
    if (isOtherTitle(section.title)) return 'other';
  }
  return undefined;
}

// A question, an address and nothing else, or word of what was done or is not to be.
function isNoAction({ text, due, owners }: Action): boolean {
  return /[?？]$/.test(text) || /^https?:\/\/\S+$/.test(text) || (owners.length === 0 && due === null && OVER.test(text.slice(0, 400)));
}

const OVER = new RegExp(
  [
    String.raw`^(?:let['’]s )?leave |^patches welcome|welcome contributions|contributions (?:are )?welcome|^leftover|not discussed|(?:moved|moving|postponed) to (?:the )?next meeting`,
    String.raw`^we(?:['’]ve| have)? (?:already )?(?!need)\p{L}{2,20}ed(?!\p{L})`,
    String.raw`(?<!\p{L}|(?:could|should|would|might) )(?:has|have) (?:already )?been \p{L}{2,20}ed(?!\p{L})|^\S+ (?:has|have) (?:already )?(?:placed|put|\p{L}{2,20}ed)(?!\p{L})`,
    String.raw`(?<!\p{L}|(?:not|n['’]t) )(?:we already|already (?:done|exists?|in place)|done in)(?!\p{L})`,
  ].join('|'),
  'iu',
);

function saysMore({ owners, due, dialect }: Action): boolean {
  return owners.length > 0 || due !== null || dialect === 'tables';
}

function isLabelled({ dialect, range, tokens }: Action, { text }: Document): boolean {
  if (dialect === 'action-lines' || dialect === 'todo-name') return true;
  return dialect !== 'tables' && dialect !== 'logseq' && dialect !== 'todo-txt' && /\p{L}{2}/u.test(text.slice(tokens.state?.end ?? range.start, tokens.text.start));
}

/** The label over a list of actions. */
export const LIST_LABEL = /^[\s*_]*(?:actions?|action items?|ais?|todos?|follow-?ups?|액션(?: ?아이템)?|조치 ?(?:사항|항목)|후속 ?조치|할 ?일)[*_]*\s?[:：]?[*_]*\s*$/iu;

// `- **Actions:**` with the actions in a list under it.
function labelledLists(document: Document): readonly Range[] {
  const found: Range[] = [];
  for (const { children: [first, list] } of listItemsOf(document)) {
    if (list?.type !== 'list') continue;
    const words = first?.type === 'paragraph' && first.children.length <= 3 ? first.children.map((child) => ('value' in child ? child.value : child.type === 'strong' && child.children[0]?.type === 'text' ? child.children[0].value : '')).join('') : '';
    if (words === '' || words.length >= 40 || !LIST_LABEL.test(words)) continue;
    const range = rangeOf(list);
    if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
  }
  return found;
}

/** Is an offset in one of these ranges, which are sorted and apart? */
export function isWithin(offset: number, sorted: readonly Range[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && offset < sorted[low - 1]!.end;
}
