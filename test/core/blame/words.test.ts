import { describe, expect, it } from 'vitest';
import { BLAME_LANGUAGES } from '../../../src/core/blame/index.ts';
import { blameIn } from '../../../src/core/blame/words.ts';

const found = (text: string): string[] => blameIn(text, BLAME_LANGUAGES).map(({ blame, words }) => `${blame}: ${words}`);

describe('a sentence that blames people', () => {
  it.each([
    ['We should have tested the rollout in a depot.', 'hindsight: We should have tested'],
    ['The on-call engineer really should have known.', 'hindsight: The on-call engineer really should have known'],
    ["The team shouldn't have deployed on a Friday.", "hindsight: The team shouldn't have deployed"],
    ['With a dashboard we could have noticed it sooner.', 'hindsight: we could have noticed'],
    ['We failed to consider the second queue.', 'hindsight: We failed to'],
    ['The operator forgot to remove it.', 'hindsight: The operator forgot to'],
    ['It was careless.', 'judgement: careless'],
    ['The cause was human error.', 'judgement: human error'],
    ['담당자가 배포 전에 확인했어야 한다.', 'hindsight: 담당자가 배포 전에 확인했어야 한'],
    ['우리는 알림을 먼저 봤어야 했다.', 'hindsight: 우리는 알림을 먼저 봤어야 했'],
    ['배포 담당자가 스위치를 끄는 것을 깜빡했다.', 'hindsight: 배포 담당자가 스위치를 끄는 것을 깜빡'],
    ['담당자의 부주의로 설정이 지워졌다.', 'judgement: 담당자의 부주의'],
    ['원인은 휴먼 에러였다.', 'judgement: 휴먼 에러'],
    ['작업자 실수로 삭제되었다.', 'judgement: 작업자 실수'],
  ])('is seen: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'An alert on it exists for e-mail only and should have been first.',
    'All alerts should have runbooks, and we should have dedicated nodes.',
    'The deployment failed to start, and we failed to start it again.',
    'We could have lost data.',
    'Users could have noticed it.',
    'The script makes the step safe against human error.',
    'This was not human error.',
    'A typed form is less error-prone and avoids human error.',
    'The value is lazily loaded.',
    '알림이 먼저 울렸어야 한다.',
    '설정이 실수로 삭제되었다.',
    '휴먼 에러를 방지하기 위해 자동화한다.',
    '인적 오류가 아니라 설정 구조의 문제였다.',
    '배포 전에 확인해야 한다.',
  ])('is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
