import { daysBetween, duration } from '../calendar.ts';
import { shownAt, statusWord } from '../shown-at.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'past'>({
  id: 'decide-by',
  meta: {
    title: { en: 'A decision is taken by the date that was set for it', ko: '결정은 정한 날짜까지 내린다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['decision', 'design'],
    messages: {
      past: {
        en: 'The date to decide by, {date}, passed {late} ago, and the status is still "{status}"; decide, or set a new date.',
        ko: '결정 기한({date})이 {late} 지났는데 상태가 아직 "{status}"입니다. 결정하거나 기한을 새로 정하세요.',
      },
    },
  },
  check({ document, entry, surroundings, language, report }) {
    if (!entry?.open || entry.decideBy === null) return;
    const late = daysBetween(entry.decideBy, surroundings.today) ?? 0;
    if (late <= 0) return;
    report({ message: 'past', range: shownAt('decideBy', entry, document), data: { date: entry.decideBy, late: duration(late, language), status: statusWord(entry, document) } });
  },
});
