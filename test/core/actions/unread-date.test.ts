import { describe, expect, it } from 'vitest';
import { unreadDate } from '../../../src/core/actions/unread-date.ts';

describe('a date that cannot be read', () => {
  it.each([
    ['2026-02-30', 'no-day', ['2026-02-28']],
    ['2026-13-05', 'no-day', ['2026-05-13']],
    ['2026년 4월 31일', 'no-day', ['2026-04-30']],
    ['31.02.2026', 'no-day', []],
    ['03/04/2026', 'two-days', ['2026-03-04', '2026-04-03']],
    ['09-08', 'no-year', ['2025-09-08']],
    ['1/15', 'no-year', ['2026-01-15']],
    ['~04-24', 'no-year', ['2026-04-24']],
    ['4월 24일', 'no-year', ['2026-04-24']],
    ['Dec 1', 'no-year', ['2025-12-01']],
    ['1 Dec', 'no-year', ['2025-12-01']],
    ['next Friday', 'relative', []],
    ['다음 주', 'relative', []],
  ] as const)('%s is told as %s', (written, why, days) => {
    expect(unreadDate(written, '2025-09-01')).toEqual({ why, days });
  });

  it('gets no year where the document has no date', () => {
    expect(unreadDate('09-08', null)).toEqual({ why: 'no-year', days: [] });
  });

  it.each(['Q3 2026', 'two weeks', '2 weeks', 'TBD', '2026-03', 'v1.24', 'Sprint 12', 'end of March'])('but %s is a time of another kind', (written) => {
    expect(unreadDate(written, '2026-03-02')).toBeUndefined();
  });
});
