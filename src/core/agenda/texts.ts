import type { Text } from '../language.ts';

/** The words of what is drawn. */
export const WORDS = {
  owner: { en: '(owner: {name})', ko: '(담당자: {name})' },
  due: { en: '(due: {date})', ko: '(기한: {date})' },
  nobody: { en: 'Nobody yet', ko: '담당자 미정' },
  late: { en: '{age} late', ko: '기한 {age} 지남' },
  once: { en: 'carried over once', ko: '1번 이월' },
  carried: { en: 'carried over {count} times', ko: '{count}번 이월' },
  noActions: { en: 'No agreed action item is open.', ko: '합의한 조치 항목 가운데 열린 것이 없습니다.' },
  noOutages: { en: 'None since {date}.', ko: '{date} 이후 없음.' },
  noneAtAll: { en: 'None.', ko: '없음.' },
  impact: { en: 'Impact: {impact}', ko: '영향: {impact}' },
  open: { en: '{open} of {all} action items open', ko: '조치 항목 {all}개 중 {open}개 남음' },
  overdue: { en: '{open} of {all} action items open, {overdue} overdue', ko: '조치 항목 {all}개 중 {open}개 남음, {overdue}개 기한 지남' },
  settled: { en: 'all {all} action items done', ko: '조치 항목 {all}개 모두 완료' },
  draft: { en: 'draft', ko: '초안' },
  toDecide: { en: 'To decide', ko: '결정할 것' },
  toReview: { en: 'To review', ko: '검토할 것' },
  since: { en: 'open since {date}', ko: '{date}부터 열림' },
  decideBy: { en: 'to be decided by {date}', ko: '결정 기한 {date}' },
  reviewBy: { en: 'to be reviewed by {date}', ko: '검토 기한 {date}' },
  noDecisions: { en: 'Nothing waits for a decision or a review.', ko: '결정이나 검토를 기다리는 문서가 없습니다.' },
  others: { en: 'and {count} more that are open', ko: '그 밖에 열린 것 {count}건' },
  change: { en: 'Change', ko: '변경' },
  start: { en: 'Start', ko: '시작' },
  duration: { en: 'Duration', ko: '소요 시간' },
  until: { en: 'until {date}', ko: '{date}까지' },
  effect: { en: 'Expected Effect', ko: '예상 영향' },
} satisfies Record<string, Text>;

/** What a section is called that the team's template has no place for. */
export const HEADINGS = {
  actions: { en: 'Prior Action Items', ko: '지난 조치 항목' },
  changes: { en: 'Upcoming Production Changes', ko: '예정된 운영 변경' },
  outages: { en: 'Outages', ko: '장애' },
  decisions: { en: 'Decisions', ko: '결정' },
} satisfies Record<string, Text>;

/** The section for what a meeting agrees on, where minutes have none. */
export const NEW_ACTIONS: Text = { en: 'New Action Items', ko: '새 조치 항목' };
