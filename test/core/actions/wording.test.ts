import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../src/core/actions/wording/index.ts';

const vague = (text: string): string | undefined => wordingOf(text)?.vagueness(text);
const people = (text: string): boolean => wordingOf(text)?.fixesPeople(text) ?? false;

describe('work without an end', () => {
  it.each([
    'Improve monitoring',
    'Investigate',
    'Look into the alerts of the label printer.',
    'We should improve the release process',
    'Explore options for a second region',
    'Consider a second region',
    'Investigate options for improving the rollover process',
    'Make the deployment process better',
    '모니터링 강화',
    '알림 개선',
    '배포 프로세스를 개선하기',
    '장애 대응 절차 고도화 필요',
    '캐시 정책 검토',
    '재시도 정책 개선 방안 모색',
    '코드 리뷰 강화한다.',
    '로그 확인',
    '원격 캐시에 대해 알아보기',
  ])('%s', (text) => {
    expect(vague(text)).toBe('no-end');
  });
});

describe('a matter without a verb', () => {
  it.each(['Monitoring', 'Better alerts', 'Documentation and runbooks', 'Better monitoring of namespaces', '모니터링', '알림 및 대시보드'])('%s', (text) => {
    expect(vague(text)).toBe('no-verb');
  });
});

describe('work that can be finished', () => {
  it.each([
    'Improve rollback speed (target < 5 min)',
    'Improve the alerting so that a majority of the team is notified',
    'Investigate whether the pool is shared',
    'Look into how the carrier counts retries',
    'Improve the label queue by dropping late retries',
    'Investigate and fix the memory leak in the spawner',
    'Investigate the root cause of the late labels',
    'Monitor 5xx codes of the gateway',
    'Document the process of renewing certificates',
    'Test backups',
    'Add monitoring',
    'More than half of the carriers answer in a second',
    '알림 기준을 80%로 강화',
    '재시도 한도를 두어 대기열을 비우도록 개선',
    '풀을 공유하는지 여부 확인',
    '연결 풀 알림 추가',
    '배포 후 로그를 확인',
    '지연의 원인 조사',
    'Prüfen, ob der Speicher reicht',
    'アラートを改善する',
  ])('%s', (text) => {
    expect(vague(text)).toBeUndefined();
  });
});

describe('an item that counts on people', () => {
  it.each([
    'Train engineers on connection handling',
    'Training for the on-call engineers',
    'Remind the team to check staging',
    'Be more careful with deletions',
    'Operators need to learn the new console',
    'Make sure that engineers double-check the schema',
    'Pay more attention to the dashboards',
    'Teach the teams how to scan their repositories',
    'Raise awareness of the deletion command',
    '담당자 교육 실시',
    '배포 시 주의하기',
    '작업 절차 숙지',
    '설정 변경에 더 신중하게 접근',
    '운영 명령 사용에 유의할 것',
    '전 직원 보안 교육을 진행한다.',
    'Take care when the schema changes',
    '배포 시 주의',
    '마이그레이션 중 각별히 유의.',
  ])('%s', (text) => {
    expect(people(text)).toBe(true);
  });
});

describe('an item that does not', () => {
  it.each([
    'Train the model on the new labels',
    'Take care of the expired certificates',
    'Train the classifier for all teams',
    'Move training data to the new bucket',
    'Remind the team automatically by a bot',
    'Ask for confirmation before a deletion',
    'Ensure that the team is paged when the pool is full',
    'Add an automated check of the schema',
    '주의 문구를 화면에 추가',
    '교육 자료 작성',
    '모델 교육 데이터 정리',
    '장애 대응 훈련 실시',
    '사용자에게 점검을 공지',
  ])('%s', (text) => {
    expect(people(text)).toBe(false);
  });
});
