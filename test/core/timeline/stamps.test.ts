import { describe, expect, it } from 'vitest';
import { dayNumber, stampOf } from '../../../src/core/timeline/stamps.ts';
import { namesZone, offsetOf } from '../../../src/core/timeline/zones.ts';

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;

describe('the time that a text begins with', () => {
  it.each([
    ['14:54 The first page', at(14, 54), undefined],
    ['**14:54**: The first page', at(14, 54), undefined],
    ['14:54:30 The first page', at(14, 54.5), undefined],
    ['2:54 PM The first page', at(14, 54), undefined],
    ['04:49 PM UTC Branch renamed', at(16, 49), 'UTC'],
    ['12:10 a.m. The first page', at(0, 10), undefined],
    ['14:54 UTC+9 The first page', at(14, 54), 'UTC+9'],
    ['14:54 UTC - 3 pods are down', at(14, 54), 'UTC'],
    ['~13:30-13:45', at(13, 30), undefined],
    ['오후 2시 54분: 첫 호출', at(14, 54), undefined],
    ['오전 12시 반 배포', at(0, 30), undefined],
    ['9시 배포', at(9), undefined],
  ])('is read: %s', (text, minutes, zone) => {
    expect(stampOf(text)).toMatchObject({ day: undefined, minutes });
    expect(stampOf(text)!.zone).toBe(zone);
  });

  it.each([
    ['2026-02-03 14:54 The first page', '2026-02-03', at(14, 54)],
    ['2026-02-03T14:54:00Z The first page', '2026-02-03', at(14, 54)],
    ['Feb 3 2026, 14:54', '2026-02-03', at(14, 54)],
    ['July 26th, 2022, 12:15 PM: released', '2022-07-26', at(12, 15)],
    ['2026년 2월 3일 14:54', '2026-02-03', at(14, 54)],
    ['Tue, 3 February 2026 14:54', '2026-02-03', at(14, 54)],
    ['14:54 on 2026-02-03', '2026-02-03', at(14, 54)],
    ['2026-02-03', '2026-02-03', undefined],
  ])('is read with its day: %s', (text, day, minutes) => {
    expect(stampOf(text)).toMatchObject({ day: dayNumber(day) });
    expect(stampOf(text)!.minutes).toBe(minutes);
  });

  it.each(['The first page at 14:54', 'T+0:10 the first page', '25:10 x', '3.14 is rolled out', '10% of requests', '5 pods', '3시간 뒤', '1:2:3'])('is none: %s', (text) => {
    expect(stampOf(text)?.minutes).toBeUndefined();
  });

  it('may be a day without its year, and a time that is only about then', () => {
    expect(stampOf('Feb 20, 07:13')).toMatchObject({ monthDay: 220, minutes: at(7, 13) });
    expect(stampOf('ca. 18:30')).toMatchObject({ isVague: true, minutes: at(18, 30) });
    expect(stampOf('22:52 (maybe earlier?)')).toMatchObject({ isVague: true });
  });
});

describe('a time zone', () => {
  it('is seen wherever it is named', () => {
    for (const text of ['All times in PST', 'times are UTC+1 (Zurich time)', 'Pacific time', '시각은 KST 기준', '2026-02-03T14:54:00Z', '한국 시간']) expect([text, namesZone(text)]).toEqual([text, true]);
    for (const text of ['The response time was high', 'Recovery time', 'EXIST', 'at 14:54', '시간이 걸렸다']) expect([text, namesZone(text)]).toEqual([text, false]);
  });

  it('is so far ahead of UTC, where only one of that name is', () => {
    expect([offsetOf('UTC'), offsetOf('KST'), offsetOf('(PDT)'), offsetOf('GMT+1'), offsetOf('+05:30'), offsetOf('IST')]).toEqual([0, 540, -420, 60, 330, undefined]);
  });
});
