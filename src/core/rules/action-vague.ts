import { openActionItems } from '../actions/accountable.ts';
import { standingAlone } from '../actions/parts.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { wordingOf, type Vagueness } from '../actions/wording/index.ts';
import { rule } from './rule.ts';

export default rule<Vagueness>({
  id: 'action-vague',
  meta: {
    title: { en: 'An action item has an end that can be checked', ko: '조치 항목은 끝났는지 확인할 수 있다' },
    severity: { draft: 'hint', open: 'info', accepted: 'info', closed: 'hint' },
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: false,
    messages: {
      'no-end': {
        en: '"{action}" has no end that can be checked; say what will be there once it is done.',
        ko: '"{action}"만으로는 언제 끝난 것인지 알 수 없습니다. 끝나면 무엇이 되어 있을지 적으세요.',
      },
      'no-verb': {
        en: '"{action}" names a matter and not what is done about it; begin with a verb, and say what will be there in the end.',
        ko: '"{action}"에는 무엇을 할지가 없습니다. 할 일과 그 결과를 적으세요.',
      },
    },
  },
  check({ document, entry, vocabulary, report }) {
    if (!entry) return;
    const isPlan = entry.kind === 'decision' || entry.kind === 'design';
    for (const action of standingAlone(openActionItems(document, entry, vocabulary), document)) {
      // What is tracked has its details there, and `TODO(name)` in a design marks what is still to be written.
      const message = action.trackers.length || (isPlan && action.dialect === 'todo-name') ? undefined : wordingOf(action.text)?.vagueness(action.text);
      if (message) report({ message, range: shownRange(action, document), data: { action: shownAction(action) } });
    }
  },
});
