import { daysAfter, daysBetween, isoDay } from '../calendar.ts';
import type { Entry } from '../entry.ts';
import { say, type Language, type Text } from '../language.ts';
import { seriesOf } from '../meeting/series.ts';
import { compare } from '../trees/compare.ts';

/** A day that somebody may mean. */
export interface DueChoice {
  readonly label: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Its weekday, in words. */
  readonly weekday: string;
}

const TEXTS = {
  today: { en: 'Today', ko: '오늘' },
  tomorrow: { en: 'Tomorrow', ko: '내일' },
  friday: { en: 'Friday', ko: '금요일' },
  nextWeek: { en: 'Next Monday', ko: '다음 주 월요일' },
  twoWeeks: { en: 'In Two Weeks', ko: '2주 뒤' },
  monthEnd: { en: 'End of the Month', ko: '이달 말일' },
  quarterEnd: { en: 'End of the Quarter', ko: '분기 말일' },
  meeting: { en: 'Next Meeting', ko: '다음 회의' },
  typed: { en: 'As Written', ko: '입력한 날짜' },
} satisfies Record<string, Text>;

/** The days to choose from, each once, the next first; with something written, those that it may mean, none where it is no day. */
export function dueChoices(today: string, language: Language, { meeting, written = '' }: { readonly meeting?: string | undefined; readonly written?: string } = {}): DueChoice[] {
  const choice = (label: Text, day: string): DueChoice => ({ label: say(label, language), day, weekday: weekdayOf(day, language) });
  const named = [
    ...(meeting === undefined ? [] : [choice(TEXTS.meeting, meeting)]),
    choice(TEXTS.today, today),
    choice(TEXTS.tomorrow, daysAfter(today, 1)),
    choice(TEXTS.friday, onWeekday(today, 5)),
    choice(TEXTS.nextWeek, onWeekday(daysAfter(today, 1), 1)),
    choice(TEXTS.twoWeeks, daysAfter(today, 14)),
    choice(TEXTS.monthEnd, endOfMonth(today, 1)),
    choice(TEXTS.quarterEnd, endOfMonth(today, 3)),
  ];
  const text = written.trim().toLowerCase();
  if (text === '') return named.filter(({ day }, at) => named.findIndex((one) => one.day === day) === at).sort((one, other) => compare(one.day, other.day));
  const day = readDay(text, today);
  return [...(day === undefined ? [] : [choice(TEXTS.typed, day)]), ...named.filter(({ label, day: own, weekday }) => `${label} ${own} ${weekday}`.toLowerCase().includes(text) && own !== day)];
}

/** The day that is written: `2026-12-01`, `12-01`, `12월 1일`, `+3`, `3d`, `2w`, `fri`; undefined where it is none. */
export function readDay(written: string, today: string): string | undefined {
  const text = written.trim().toLowerCase();
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const whole = /^(\d{4})(?:[-./]|년 ?)(\d{1,2})(?:[-./]|월 ?)(\d{1,2})일?$/.exec(text);
  if (whole) return isoDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = /^(\d{1,2})(?:-|월 ?)(\d{1,2})일?$/.exec(text);
  if (short) {
    const own = [Number(short[1]), Number(short[2])] as const;
    return isoDay(own[0] * 100 + own[1] < month * 100 + day ? year + 1 : year, ...own);
  }
  const later = /^\+?(\d{1,3}) ?(d|days?|일|w|weeks?|주)?(?: ?뒤)?$/.exec(text);
  if (later && (later[2] !== undefined || text.startsWith('+'))) return daysAfter(today, Number(later[1]) * (/^(?:w|주)/.test(later[2] ?? '') ? 7 : 1));
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => text === name));
  return weekday < 0 ? undefined : onWeekday(daysAfter(today, 1), weekday);
}

const WEEKDAYS: readonly (readonly string[])[] = [['sun', 'sunday', '일요일'], ['mon', 'monday', '월요일'], ['tue', 'tuesday', '화요일'], ['wed', 'wednesday', '수요일'], ['thu', 'thursday', '목요일'], ['fri', 'friday', '금요일'], ['sat', 'saturday', '토요일']];

/** When the next minutes of a series are due: as long after the last ones as those came after the ones before; undefined where a document is in no series, or nobody can tell. */
export function nextMeeting(entries: readonly Entry[], today: string): string | undefined {
  const bySeries = new Map<string, string[]>();
  for (const entry of entries) {
    const series = seriesOf(entry);
    if (series !== undefined) bySeries.set(series, [...(bySeries.get(series) ?? []), entry.date!]);
  }
  const next = [...bySeries.values()].flatMap((dates) => {
    const [last, before] = dates.toSorted().reverse();
    const gap = before === undefined ? undefined : daysBetween(before, last!);
    if (!gap || gap > 62 || (daysBetween(last!, today) ?? 0) > 2 * gap + 14) return [];
    let day = daysAfter(last!, gap);
    while (day < today) day = daysAfter(day, gap);
    return [day];
  });
  return next.sort()[0];
}

function onWeekday(from: string, weekday: number): string {
  const now = new Date(`${from}T00:00:00Z`).getUTCDay();
  return daysAfter(from, (weekday - now + 7) % 7);
}

// The last day of the month, or of the group of so many months.
function endOfMonth(today: string, group: number): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const last = Math.ceil(month / group) * group;
  return new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
}

function weekdayOf(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
