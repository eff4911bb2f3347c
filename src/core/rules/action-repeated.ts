import { openActionItems } from '../actions/accountable.ts';
import { doneEdit } from '../actions/done-edit.ts';
import type { Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { innermost } from '../actions/titles.ts';
import type { Document } from '../document.ts';
import type { Action, Entry, Kind } from '../entry.ts';
import { nameOf } from '../paths.ts';
import { rule } from './rule.ts';

/** Two designs can have the same step, each for a system of its own. */
const KINDS: readonly Kind[] = ['postmortem', 'meeting'];

export default rule<'open-there' | 'done-there'>({
  id: 'action-repeated',
  meta: {
    title: { en: 'An action item is open in one place', ko: '조치 항목은 한 곳에만 열려 있다' },
    severity: { draft: 'hint', open: 'info', accepted: 'info', closed: 'hint' },
    kinds: KINDS,
    fixable: true,
    messages: {
      'open-there': {
        en: '"{action}" is open in {other} (line {line}) as well; keep it in one place and link there, so that it is ticked once.',
        ko: '"{action}"이(가) {other}({line}행)에도 열려 있습니다. 한 곳에만 두고 다른 곳에서는 링크하세요.',
      },
      'done-there': {
        en: '"{action}" is done in {other} (line {line}) and open here; mark it as done, or say what is left of it.',
        ko: '"{action}"은(는) {other}({line}행)에서는 끝났는데 여기에는 열려 있습니다. 완료로 표시하거나 남은 일을 적으세요.',
      },
    },
  },
  check({ document, entry, records, vocabulary, report }) {
    if (!entry) return;
    for (const action of openActionItems(document, entry, vocabulary)) {
      const copies = records.copiesOf(action);
      if (copies.length < 2 || copies.length > MOST) continue;
      const others = copies.filter(({ entry: other, action: copy }) => other.path !== entry.path && KINDS.includes(other.kind) && !action.trackers.some((tracker) => copy.trackers.includes(tracker)));
      const done = others.find((other) => isNamedDone(other.action) && !isOlderMinutes(entry, other.entry));
      const open = done ? undefined : others.find((other) => !isNamedDone(other.action) && isSecond(entry, other.entry) && !isOnPurpose(action, document, entry, other));
      const found = done ?? open;
      if (!found) continue;
      const data = { action: shownAction(action), other: found.entry.path, line: found.action.line };
      const edit = done && doneEdit(document, action);
      report({ message: done ? 'done-there' : 'open-there', range: shownRange(action, document), data, ...(edit && { choices: [{ title: { en: 'Mark as done', ko: '완료로 표시' }, edits: [edit] }] }) });
    }
  },
});

/** What stands in more documents than this is a phrase that the team uses, or a part of its template. */
const MOST = 4;

// What minutes say was open on their day is true for ever.
function isOlderMinutes(entry: Entry, other: Entry): boolean {
  return entry.kind === 'meeting' && (entry.date === null || other.date === null || other.date >= entry.date);
}

// Only one of the two documents tells: the later one.
function isSecond(entry: Entry, other: Entry): boolean {
  const order = (entry.date ?? '').localeCompare(other.date ?? '');
  return order > 0 || (order === 0 && entry.path > other.path);
}

// Minutes carry over what earlier ones have, review prior items, and can link to where an item was agreed.
function isOnPurpose(action: Action, document: Document, entry: Entry, { entry: other }: Placed): boolean {
  if (entry.kind === 'meeting' && other.kind === 'meeting') return true;
  for (let section = innermost(document.sections, action.range.start); section; section = section.parent) if (PRIOR.test(section.title)) return true;
  return document.text.slice(action.range.start, Math.min(action.range.end, action.range.start + 4000)).includes(nameOf(other.path));
}

const PRIOR = /\b(?:prior|previous|earlier|last|open|outstanding|pending|review)\b|지난|이전|기존|미완료|前回|上次|letzte|offene|anterior|pendiente|précédent/i;
