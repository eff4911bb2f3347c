import type { Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { daysBetween, duration } from '../calendar.ts';
import { say, type Text } from '../language.ts';
import { idOf, timesCarried, type Carried, type Place } from './carried.ts';
import { dueGroupOf, type DueGroup } from './groups.ts';
import type { Ability, Branch, TreeContext, TreeNode } from './tree.ts';
import { mention, nameOfDocument, NOBODY, openFor, shortNameOf } from './words.ts';

const LATE: Text = { en: '{age} overdue', ko: '{age} 지남' };
const TODAY: Text = { en: 'due today', ko: '오늘까지' };
const DUE: Text = { en: 'due {date}', ko: '기한 {date}' };
const CARRIED: Text = { en: 'carried {count}×', ko: '{count}번 이월' };
const PRIORITY: Text = { en: 'priority {priority}', ko: '우선순위 {priority}' };
const PLACE: Text = { en: '{path}, line {line}', ko: '{path}, {line}번째 줄' };
const LIVES: Text = { en: 'Lives in {path}, line {line}', ko: '있는 곳: {path}, {line}번째 줄' };
const ALSO: Text = { en: 'Also in {path}, line {line} ({state})', ko: '다른 곳: {path}, {line}번째 줄({state})' };
const DONE: Text = { en: 'done', ko: '완료' };
const DONE_IN: Text = { en: 'done in {document}', ko: '{document}에서는 완료' };
const OPEN: Text = { en: 'open', ko: '열려 있음' };
const CANCELLED: Text = { en: 'cancelled', ko: '취소됨' };

/** The row of a thing to do; with several places, they are in it. */
export function actionBranch(item: Carried, context: TreeContext, grouping: string): Branch {
  const { id, places } = item;
  const isCarried = places.length > 1;
  return {
    id,
    node: () => actionNode(item, context, grouping),
    tooltip: () => tooltipOf(item, context),
    ...(isCarried ? { children: () => places.toReversed().map((place) => placeBranch(id, place, context)) } : {}),
  };
}

function actionNode({ id, home, nth, places, isDone, since, owners, due }: Carried, { language, today }: TreeContext, grouping: string): TreeNode {
  const { entry, action } = home;
  const days = due === null ? undefined : daysBetween(today, due);
  const isLate = !isDone && days !== undefined && days < 0;
  const age = openFor(since, today, language);
  const times = timesCarried({ home, places }, today);
  const elsewhere = isDone ? undefined : places.findLast((place) => isNamedDone(place.action));
  const details = [
    ...(grouping === 'owner' && owners.length < 2 ? [] : [owners.length ? owners.map(mention).join(', ') : say(NOBODY, language)]),
    ...(isDone ? [say(action.state === 'cancelled' ? CANCELLED : DONE, language)] : due === null ? (age ? [age] : []) : [isLate ? say(LATE, language, { age: duration(days, language) }) : days === 0 ? say(TODAY, language) : say(DUE, language, { date: due })]),
    ...(times ? [say(CARRIED, language, { count: times })] : []),
    ...(elsewhere ? [say(DONE_IN, language, { document: shortNameOf(elsewhere.entry) })] : []),
    ...(grouping === 'document' ? [] : [shortNameOf(entry)]),
  ];
  return {
    id, kind: 'action', label: action.text,
    description: details.join(' · '),
    spoken: [action.text, ...details].join(', '),
    icon: iconOf(isDone, due, today),
    place: placeOf(home),
    ...(action.done === null ? {} : { checked: isDone }),
    can: abilitiesOf(home, isDone),
    subject: { path: entry.path, action: { text: action.text, nth }, ...(places.length > 1 ? { everywhere: true } : {}) },
    ...(places.length > 1 ? { holds: 'closed' as const } : {}),
  };
}

const ICONS: Readonly<Record<DueGroup, NonNullable<TreeNode['icon']>>> = {
  overdue: { name: 'warning', color: 'list.warningForeground' },
  week: { name: 'watch' },
  later: { name: 'calendar' },
  none: { name: 'dash' },
};

function iconOf(isDone: boolean, due: string | null, today: string): NonNullable<TreeNode['icon']> {
  return isDone ? { name: 'pass-filled', color: 'charts.green' } : ICONS[dueGroupOf(due, today)];
}

// A way of writing without a state has nothing to tick, and one of todo.txt no owner; who and when is said where an action lives, and not on an agenda.
function abilitiesOf({ action: { done, dialect, reports } }: Placed, isDone: boolean): Ability[] {
  return [...(done === null ? [] : [isDone ? 'untick' as const : 'tick' as const]), ...(dialect === 'todo-txt' || reports ? [] : ['owner' as const]), ...(reports ? [] : ['due' as const]), 'copy'];
}

function placeBranch(parent: string, place: Place, { language, today }: TreeContext): Branch {
  const { entry, action, nth } = place;
  const id = `${parent}>${idOf(entry.path, action.text, nth)}`;
  const isDone = isNamedDone(action);
  const label = nameOfDocument(entry);
  const details = [stateOf(place, language), ...(entry.date ? [entry.date] : []), ...(action.due && action.due !== entry.date ? [say(DUE, language, { date: action.due })] : [])];
  return {
    id,
    node: () => ({
      id, kind: 'place', label, description: details.join(' · '), spoken: [label, ...details].join(', '),
      icon: iconOf(isDone, action.due, today),
      place: placeOf(place),
      ...(action.done === null ? {} : { checked: isDone }),
      can: abilitiesOf(place, isDone),
      subject: { path: entry.path, action: { text: action.text, nth } },
    }),
    tooltip: () => [action.text, [label, ...details].join(' · '), say(PLACE, language, { path: entry.path, line: action.line })],
  };
}

function tooltipOf({ home, places, since, owners, due, isDone }: Carried, { language, today }: TreeContext): string[] {
  const { entry, action } = home;
  const days = due === null ? undefined : daysBetween(today, due);
  const age = openFor(since, today, language);
  const facts = [owners.length ? owners.map(mention).join(', ') : say(NOBODY, language), ...(due ? [say(DUE, language, { date: due })] : []), ...(!isDone && days !== undefined && days < 0 ? [say(LATE, language, { age: duration(days, language) })] : []), ...(age ? [age] : []), ...(action.priority ? [say(PRIORITY, language, { priority: action.priority })] : []), ...action.trackers];
  const others = places.filter((place) => place !== home).map((place) => say(ALSO, language, { path: place.entry.path, line: place.action.line, state: stateOf(place, language) }));
  return [action.text, facts.join(' · '), say(places.length > 1 ? LIVES : PLACE, language, { path: entry.path, line: action.line }), ...others];
}

function stateOf({ action }: Place, language: TreeContext['language']): string {
  return say(action.state === 'cancelled' ? CANCELLED : isNamedDone(action) ? DONE : OPEN, language);
}

const placeOf = ({ entry, action }: Placed): NonNullable<TreeNode['place']> => ({ path: entry.path, line: action.line, range: action.range });
