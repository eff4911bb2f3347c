import * as v from 'valibot';
import { daysBefore, daysBetween, duration } from '../calendar.ts';
import type { Document } from '../document.ts';
import { claimsOf } from '../edits/metadata.ts';
import type { Entry } from '../entry.ts';
import { shownAt, statusWord } from '../shown-at.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'stale', { readonly days: number }>({
  id: 'stale-proposal',
  meta: {
    title: { en: 'What is proposed is decided before it is forgotten', ko: '제안은 잊히기 전에 결정한다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['decision', 'design'],
    options: v.strictObject({ days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)), 90) }),
    messages: {
      stale: {
        en: 'This is still "{status}", {age} after its last date, {date}; decide on it, defer it or withdraw it.',
        ko: '마지막 날짜({date})에서 {age} 지났는데 상태가 아직 "{status}"입니다. 결정하거나 보류하거나 철회하세요.',
      },
    },
  },
  needs: ({ document, entry, options, surroundings: { today } }) => (staleSince(document, entry, options.days, today) === undefined ? {} : { changedSince: daysBefore(today, options.days) }),
  check({ document, entry, options, surroundings, language, report }) {
    if (!entry || surroundings.hasChanged) return;
    const date = staleSince(document, entry, options.days, surroundings.today);
    if (date === undefined) return;
    report({ message: 'stale', range: shownAt('status', entry, document), data: { date, age: duration(daysBetween(date, surroundings.today)!, language), status: statusWord(entry, document) } });
  },
});

function staleSince(document: Document, entry: Entry | undefined, days: number, today: string): string | undefined {
  if (!entry?.open || entry.date === null) return undefined;
  const isOld = (date: string): boolean => (daysBetween(date, today) ?? 0) > days;
  const date = isOld(entry.date) ? lastDate(document, entry.date, today) : entry.date;
  return isOld(date) ? date : undefined;
}

// Also of a change, which the index has no use for.
function lastDate(document: Document, date: string, today: string): string {
  const others = claimsOf(document).flatMap(({ property, value, dayFirst }) => (property === 'date' && dayFirst === undefined && value <= today ? [value] : []));
  return others.reduce((last, other) => (other > last ? other : last), date);
}
