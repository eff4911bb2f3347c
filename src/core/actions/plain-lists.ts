import type { List, ListItem, RootContent } from 'mdast';
import { rangeOf, type Section } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { itemAction } from './item.ts';
import type { Source } from './source.ts';
import { stateInPassing } from './passing.ts';
import { stateOf } from './states.ts';
import type { Syntax } from './syntax.ts';
import { isTodoName } from './todo-name.ts';
import { isActionTitle, isDoubtfulActionTitle, isOtherTitle, isSureActionTitle } from './titles.ts';

/** Items of a list without boxes under a heading such as "Action items". */
export const plainLists: Syntax = {
  id: 'plain-lists',
  read: (source) =>
    source.document.sections.flatMap((section) => {
      if (!section.nodes.some(({ type }) => type === 'list')) return [];
      const actions = listsActions(section, source.vocabulary) ? actionsIn(section.nodes, source) : [];
      if (!actions.length) return actions;
      return isDoubtfulActionTitle(section.title) && !actions.some(({ owners, due, trackers, state }) => owners.length || due || trackers.length || state) ? [] : actions;
    }),
};

// Directly under any name for it; in a part of the section only where the name leaves no doubt and the part has no name of its own for something else.
function listsActions(section: Section, vocabulary: Vocabulary): boolean {
  if (isActionTitle(section.title, vocabulary)) return true;
  for (let part: Section | undefined = section; part && !isOtherTitle(part.title); part = part.parent) if (isSureActionTitle(part.title, vocabulary)) return true;
  return false;
}

function actionsIn(nodes: readonly RootContent[], source: Source): Action[] {
  return nodes.flatMap((node) => (node.type === 'list' ? actionsOf(node, source) : []));
}

function actionsOf(list: List, source: Source): Action[] {
  if (!list.children.some((item) => typeof item.checked === 'boolean')) return list.children.flatMap((item) => actionOf(item, source));
  // Beside boxes an item without one is a remark, unless it says who or when.
  return list.children.flatMap((item) => (typeof item.checked === 'boolean' ? [] : actionOf(item, source))).filter(({ owners, due, trackers, state }) => owners.length > 0 || due !== null || trackers.length > 0 || state !== null);
}

const SAYS_NOTHING = /^(?:none|n\/a|tbd|tba|todo|…|\.{3}|-|없음|해당 없음|미정|なし|无|keine|ninguna?|aucune?|nenhuma?)\.?$/i;

function actionOf(item: ListItem, source: Source): Action[] {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return [];
  const { start, end } = rangeOf(paragraph);
  const written = source.visible.slice(start, end).trim();
  const parts = item.children.flatMap((child) => (child.type === 'list' ? actionsOf(child, source) : []));
  if (/[:：][\s*_]*$/.test(written) && item.children.some((child) => child.type === 'list')) return parts;
  if (written === '' || SAYS_NOTHING.test(written)) return [];
  if (isTodoName(written)) return parts;
  const verdict = verdictOn(written);
  const state = verdict?.state ?? stateInPassing(written);
  const action = itemAction(source, {
    dialect: plainLists.id,
    paragraph,
    range: { start: rangeOf(item).start, end },
    text: { start, end: verdict ? start + source.visible.slice(start, end).indexOf(written) + verdict.at : end },
    state: state ?? null,
    done: null,
    stateToken: null,
    isListed: true,
  });
  return action.text === '' ? parts : [action];
}

const VERDICT = /\(@?\p{L}[^()]{0,40}\)(?=\s?[:：]\s?)/gu;

// `text (name): done, see below`, as minutes say it of what was agreed before.
function verdictOn(written: string): { readonly state: Action['state']; readonly at: number } | undefined {
  for (const found of written.slice(0, 2000).matchAll(VERDICT)) {
    const at = found.index + found[0].length;
    const rest = written.slice(at, at + 60).replace(/^\s?[:：]\s?/, '');
    const state = /^[*_]{0,2}[\p{L}✅✔☑✓❌🚫]/u.test(rest) ? stateOf(rest)?.state : undefined;
    if (state) return { state, at };
  }
  return undefined;
}
