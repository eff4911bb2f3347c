import type { Action } from '../entry.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'none'>({
  id: 'no-preventive-action',
  meta: {
    title: { en: 'One action item at least keeps an incident from coming back', ko: '조치 항목 중 적어도 하나는 재발을 막는다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['postmortem'],
    messages: {
      none: {
        en: 'No action item prevents the incident from coming back (their types: {types}); add one that does, or say why there is none.',
        ko: '재발을 막는 조치 항목이 없습니다(유형: {types}). 재발을 막는 조치를 더하거나, 없는 이유를 적어 주세요.',
      },
    },
  },
  check({ entry, report }) {
    const actions = entry?.actions ?? [];
    const [first] = actions;
    // A type that is no known word may be one that prevents.
    if (!first || !actions.every(({ type }) => type !== null && OTHER.test(bare(type)))) return;
    const types = [...new Set(actions.map((action: Action) => bare(action.type!)))];
    report({ message: 'none', range: first.range, data: { types: types.join(', ') } });
  },
});

const bare = (type: string): string => type.replace(/[*_`]/g, '').trim().toLowerCase().slice(0, 40);
const OTHER = /^(?:detect(?:ion|ive)?|monitor(?:ing)?|alert(?:ing)?|mitigat(?:e|ion|ive)|repair|recover(?:y)?|respond|response|process|document(?:ation)?|docs|investigat(?:e|ion)|communicat(?:e|ion)|other|감지|탐지|모니터링|알림|완화|복구|대응|프로세스|절차|문서|문서화|조사|소통|기타)$/u;
