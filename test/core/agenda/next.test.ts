import { describe, expect, it } from 'vitest';
import { advanced, nextDay, nextName } from '../../../src/core/agenda/next.ts';
import type { Entry } from '../../../src/core/entry.ts';

const minutes = (path: string, date: string): Entry => ({ path, date }) as Entry;

describe('the next meeting', () => {
  it.each([
    ['2026-11-18-production-meeting.md', '2026-11-25-production-meeting.md'],
    ['20261118-sync.md', '20261125-sync.md'],
    ['2026.11.18 회의.md', '2026.11.25 회의.md'],
    ['2026-11-18.md', '2026-11-25.md'],
    ['meeting-012.md', undefined],
    ['minutes #12.md', 'minutes #13.md'],
    ['minutes.md', undefined],
  ])('is called like the last one, %s', (name, next) => {
    expect(nextName(minutes(`docs/${name}`, '2026-11-18'), '2026-11-25')).toBe(next);
  });

  it.each([
    ['Production meeting week 47', 'Production meeting week 48'],
    ['운영 회의 47주차', '운영 회의 48주차'],
    ['Sync of 18 November 2026', 'Sync of 2 December 2026'],
    ['Sync, Nov 18, 2026', 'Sync, Dec 2, 2026'],
    ['2026년 11월 18일 회의', '2026년 12월 2일 회의'],
    ['Meeting #9', 'Meeting #10'],
    ['Production meeting', 'Production meeting'],
    ['The 47 servers, week 12', 'The 47 servers, week 12'],
  ])('has the title %s made new', (title, next) => {
    expect(advanced(title, '2026-11-18', next.includes('48') ? '2026-11-25' : '2026-12-02')).toBe(next);
  });

  it('is as far off as the last two were apart, and not in the past', () => {
    expect(nextDay([minutes('', '2026-11-18'), minutes('', '2026-11-04')], '2026-11-22')).toBe('2026-12-02');
    expect(nextDay([minutes('', '2026-11-18'), minutes('', '2026-11-11')], '2026-12-03')).toBe('2026-12-09');
    expect(nextDay([minutes('', '2026-11-18')], '2026-11-18')).toBe('2026-11-25');
    expect(nextDay([], '2026-11-22')).toBe('2026-11-22');
    expect(nextDay([minutes('', '2026-11-18'), minutes('', '2020-11-11')], '2026-11-22')).toBe('2026-11-22');
  });
});
