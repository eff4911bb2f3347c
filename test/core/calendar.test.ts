import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, duration } from '../../src/core/calendar.ts';

describe('days', () => {
  it('are counted from one date to another, over months and years', () => {
    expect([daysBetween('2026-01-31', '2026-02-01'), daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-01-02', '2025-12-31'), daysBetween('2026-03-20', '2026-03-20')]).toEqual([1, 2, -2, 0]);
  });

  it('are not counted from what is no date', () => {
    for (const date of ['', 'soon', '2026-13-01', '2026-1-1', '31.01.2026']) expect(daysBetween(date, '2026-01-01')).toBeUndefined();
  });

  it('are those of the place where one is', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 10, 30, 23, 59))).toBe('2026-11-30');
  });
});

describe('a length of time', () => {
  it.each([
    [0, '0 days', '0일'], [1, '1 day', '1일'], [13, '13 days', '13일'], [14, '2 weeks', '2주'], [60, '8 weeks', '8주'], [61, '2 months', '2개월'], [400, '13 months', '13개월'], [729, '23 months', '23개월'], [730, '2 years', '2년'], [-21, '3 weeks', '3주'],
  ])('of %i days is said in the largest unit that fits', (days, en, ko) => {
    expect([duration(days, 'en'), duration(days, 'ko')]).toEqual([en, ko]);
  });
});
