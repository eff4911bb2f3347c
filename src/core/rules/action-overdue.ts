import { doneEdit } from '../actions/done-edit.ts';
import { isNamedDone } from '../actions/over.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { daysBetween, duration } from '../calendar.ts';
import type { Action, Entry } from '../entry.ts';
import type { Records } from '../records.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

export default rule<'overdue'>({
  id: 'action-overdue',
  meta: {
    title: { en: 'No open action item is past its date', ko: '기한이 지난 조치 항목이 없다' },
    severity: { ...always('warning'), draft: 'info', closed: 'hint' },
    certain: true,
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: true,
    messages: {
      overdue: {
        en: '"{action}" was due on {due}, {age} ago; mark it as done if it is, or agree on a new date.',
        ko: '"{action}"의 기한({due})이 {age} 지났습니다. 끝났으면 완료로 표시하고, 아니면 새 기한을 정하세요.',
      },
    },
  },
  check({ document, entry, records, surroundings, language, report }) {
    if (!entry) return;
    for (const action of entry.actions) {
      const days = action.due === null || isNamedDone(action) ? undefined : daysBetween(action.due, surroundings.today);
      if (days === undefined || days <= 0 || action.reports || isOfThatDay(action, entry) || isCarriedOver(action, entry, records)) continue;
      const edit = doneEdit(document, action);
      report({
        message: 'overdue',
        range: action.tokens.due?.value ?? shownRange(action, document),
        data: { action: shownAction(action), due: action.due!, age: duration(days, language) },
        ...(edit && { choices: [{ title: { en: 'Mark as done', ko: '완료로 표시' }, edits: [edit] }] }),
      });
    }
  },
});

// A line of minutes with no place for a state says what was agreed on that day.
function isOfThatDay({ done, state }: Action, { kind }: Entry): boolean {
  return kind === 'meeting' && done === null && state === null;
}

/** Does a later document have it: done, open with a date of its own, or dropped? */
function isCarriedOver(action: Action, entry: Entry, records: Records): boolean {
  return records.copiesOf(action).some(({ entry: other, action: copy }) => !copy.reports && other.path !== entry.path && (other.date ?? '') > (entry.date ?? ''));
}
