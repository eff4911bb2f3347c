import { describe, expect, it } from 'vitest';
import { durationsIn, lengthOf } from '../../../src/core/timeline/durations.ts';

describe('a length of time', () => {
  it.each([
    ['for 39 minutes', [39]],
    ['1 hour and 48 minutes', [108]],
    ['1h50m', [110]],
    ['0h 07m', [7]],
    ['a 66-minute outage', [66]],
    ['an hour', [60]],
    ['five hours and two minutes', [302]],
    ['1.5 hours', [90]],
    ['2 days, 3 hours', [3060]],
    ['39분 동안', [39]],
    ['1시간 10분', [70]],
    ['15 minutes later, 3 minutes', [15, 3]],
    ['오후 2시 54분에', []],
    ['5 pods and 3 nodes', []],
    ['2월 3일', []],
  ])('is read: %s', (text, minutes) => {
    expect(durationsIn(text).map((one) => one.minutes)).toEqual(minutes);
  });

  it('is said in hours and minutes', () => {
    expect([lengthOf(66, 'en'), lengthOf(39, 'en'), lengthOf(120, 'en'), lengthOf(66, 'ko')]).toEqual(['1 hour 6 minutes', '39 minutes', '2 hours', '1시간 6분']);
  });
});
