import { isNamedDone } from '../actions/over.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { wordFor } from '../actions/states.ts';
import { daysBetween, duration } from '../calendar.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
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
      if (days === undefined || days <= 0 || isOfThatDay(action, entry) || isCarriedOver(action, entry, records)) continue;
      const edit = tick(document, action);
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
  return records.copiesOf(action).some(({ entry: other }) => other.path !== entry.path && (other.date ?? '') > (entry.date ?? ''));
}

// The one character or word that says so; other ways of writing are for the view's command.
function tick({ text }: Document, { dialect, tokens: { state } }: Action): Edit | undefined {
  if (!state || state.end === state.start) return undefined;
  const written = text.slice(state.start, state.end);
  if (dialect === 'task-boxes') return { range: state, newText: 'x' };
  return dialect === 'tables' && /^\p{L}[\p{L} -]*$/u.test(written) ? { range: state, newText: wordFor('done', written) } : undefined;
}
