import { openActionItems } from '../actions/accountable.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { wordingOf } from '../actions/wording/index.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'people'>({
  id: 'action-fixes-people',
  meta: {
    title: { en: 'An action item of a postmortem changes the system and not the people', ko: '장애 회고의 조치 항목은 사람이 아니라 시스템을 바꾼다' },
    severity: ADVICE,
    kinds: ['postmortem'],
    fixable: false,
    messages: {
      people: {
        en: '"{action}" counts on people doing better next time; say what the system will do, so that nobody has to.',
        ko: '"{action}"은(는) 다음에 사람이 더 잘하기를 기대하는 조치입니다. 사람이 조심하지 않아도 되도록 시스템에서 무엇을 바꿀지 적으세요.',
      },
    },
  },
  check({ document, entry, vocabulary, report }) {
    if (!entry) return;
    for (const action of openActionItems(document, entry, vocabulary)) {
      if (wordingOf(action.text)?.fixesPeople(action.text)) report({ message: 'people', range: shownRange(action, document), data: { action: shownAction(action) } });
    }
  },
});
