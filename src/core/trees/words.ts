import { daysBetween, duration } from '../calendar.ts';
import type { Entry, Kind } from '../entry.ts';
import { say, type Language, type Text } from '../language.ts';

export const NOBODY: Text = { en: 'nobody', ko: '담당자 없음' };
const OPEN_FOR: Text = { en: 'open for {age}', ko: '{age}째 열려 있음' };
const OPEN_SINCE_TODAY: Text = { en: 'open since today', ko: '오늘부터 열려 있음' };

/** How the kinds of documents are called, one and many. */
export const KIND_WORDS: Readonly<Partial<Record<Kind, { readonly one: Text; readonly many: Text }>>> = {
  decision: { one: { en: 'Decision', ko: '결정' }, many: { en: 'Decision Records', ko: '결정 기록' } },
  design: { one: { en: 'Design', ko: '설계' }, many: { en: 'Design Docs', ko: '설계 문서' } },
  postmortem: { one: { en: 'Postmortem', ko: '포스트모템' }, many: { en: 'Postmortems', ko: '포스트모템' } },
  meeting: { one: { en: 'Meeting', ko: '회의' }, many: { en: 'Meetings', ko: '회의록' } },
};

/** `@ann`, as people call each other; a name of several words, or in letters that no account has, stays as it is. */
export const mention = (name: string): string => (/^@?[\w.[\]/-]+$/.test(name) ? `@${name.replace(/^@/, '')}` : name);

/** How long something has been open; undefined for what has no date, or begins in the future. */
export function openFor(date: string | null, today: string, language: Language): string | undefined {
  const days = date === null ? undefined : daysBetween(date, today);
  return days === undefined || days < 0 ? undefined : days === 0 ? say(OPEN_SINCE_TODAY, language) : say(OPEN_FOR, language, { age: duration(days, language) });
}

/** A document as people say it; of one that is called by its day and more, the day is enough, and is said once. */
export function nameOfDocument({ id, title }: Entry): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=[-_ ])/.exec(id ?? '')?.[0];
  if (day && title.includes(day)) return title;
  return id ? `${day ?? id} ${title}` : title;
}

/** A document in few letters: what it is called where it has a name, and its title otherwise. */
export function shortNameOf({ id, title }: Entry): string {
  return id ?? title;
}
