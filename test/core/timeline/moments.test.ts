import { describe, expect, it } from 'vitest';
import { momentsIn } from '../../../src/core/timeline/moments.ts';

describe('the moments that a text names', () => {
  it.each([
    'Nov 25: new signing key', 'Nov 25 09:00: new signing key', '25 Nov. new signing key', 'New key on Wed', 'New key at 9am', '11/25 new key', '11/25(수) 서명 키 교체', '11.25(수) 서명 키 교체', '11월 25일 서명 키 교체', '매일 02:00 점검', '새벽 2시 점검',
    'nightly, new key', 'next week: new key',
  ])('say when and not how long: %s', (text) => {
    expect(momentsIn(text)).toEqual({ isTimed: true, hasLength: false });
  });

  it.each([
    'Nov 24 to Nov 30', 'Nov 24-30', '24 Nov – 30 Nov', 'Wed 02:00-03:00 UTC', '09:00 to 11:00', '11/25(수) 02:00~03:00', '매일 02:00 ~ 03:00', '2-3am on Wed', '02~03시, 수요일', '11월 24일~30일', 'Nov 25 for 20 minutes', 'Nov 25, half an hour', '내일 몇 분 동안',
    '2026-11-24 to 2026-11-30', 'from 2026-11-24 22:00 until 2026-11-25 02:00',
  ])('say when and how long: %s', (text) => {
    expect(momentsIn(text)).toEqual({ isTimed: true, hasLength: true });
  });

  it.each(['New signing key', 'Upgrade to 1.24', 'Traffic goes through 8 proxies', 'The ratio is 3:1', 'Port 8080:80', '서명 키 교체', '3개 클러스터 교체'])('may be none: %s', (text) => {
    expect(momentsIn(text)).toEqual({ isTimed: false, hasLength: false });
  });
});
