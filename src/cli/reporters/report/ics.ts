import { createHash } from 'node:crypto';
import ical, { ICalEventTransparency } from 'ical-generator';
import { say, type Text } from '../../../core/language.ts';
import { nameOf, type Spot } from '../../../core/summary/counted.ts';
import { printable } from '../../display.ts';
import type { SummaryReport } from '../reporter.ts';

/** The program that an iCalendar names as its writer. */
export const PRODUCT = 'docket report';

const DECIDE: Text = { en: 'Decide: {title}', ko: '결정: {title}' };
const PLACE: Text = { en: '{path}, line {line}', ko: '{path}, {line}행' };

/** An iCalendar with a day for each date to decide by and each due date. An event keeps its id while its document and its words stay, so that a calendar that is read again moves it. */
export function ics({ summary, name, language }: SummaryReport): string {
  const calendar = ical({ name: `Docket: ${printable(name)}`, prodId: { company: 'docket', product: PRODUCT, language: language.toUpperCase() } });
  const seen = new Map<string, number>();
  const add = (what: string, spot: Spot, day: string | null, owners: readonly string[]): void => {
    if (day === null) return;
    const key = `${spot.at}\n${what}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const start = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({
      id: `${createHash('sha256').update(`${key}\n${before || ''}`).digest('hex').slice(0, 32)}@docket`,
      stamp: new Date(`${summary.today}T00:00:00Z`), start, end: new Date(start.getTime() + 86_400_000), allDay: true, timezone: null,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: owners.length ? `${printable(what)} (${printable(owners.join(', '))})` : printable(what),
      description: printable(say(PLACE, language, { path: spot.at, line: spot.line })),
    });
  };
  for (const decision of summary.decisions) add(say(DECIDE, language, { title: nameOf(decision) }), decision, decision.decideBy, decision.owners);
  for (const action of summary.actions) add(action.text, action, action.due, action.owners);
  return `${calendar.toString().trimEnd()}\r\n`;
}
