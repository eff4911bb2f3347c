import type { Text } from '../language.ts';
import type { MissingHistory } from './burn-down.ts';
import type { DueGroup } from '../trees/groups.ts';
import type { Age } from './open-decisions.ts';
import type { RelationName } from './record-graph.ts';

export const AGE_WORDS: Readonly<Record<Age, Text>> = {
  week: { en: 'Up to a week', ko: '1주 이내' },
  month: { en: 'Up to a month', ko: '1개월 이내' },
  quarter: { en: 'Up to three months', ko: '3개월 이내' },
  year: { en: 'Up to a year', ko: '1년 이내' },
  older: { en: 'Over a year', ko: '1년 넘음' },
  none: { en: 'No date', ko: '날짜 없음' },
};

export const DUE_WORDS: Readonly<Record<DueGroup, Text>> = {
  overdue: { en: 'Overdue', ko: '기한 지남' },
  week: { en: 'Due in 7 days', ko: '7일 안' },
  later: { en: 'Later', ko: '나중' },
  none: { en: 'No due date', ko: '기한 없음' },
};

export const RELATION_WORDS: Readonly<Record<RelationName, Text>> = {
  supersedes: { en: 'supersedes', ko: '대체' },
  amends: { en: 'amends', ko: '보완' },
  requires: { en: 'requires', ko: '필요' },
};

/** Why nothing is shown of the time before today. */
export const MISSING_WORDS: Readonly<Record<MissingHistory, Text>> = {
  'no-git': { en: 'How many were open over the last year is not shown, as the Git history cannot be read here; that takes a trusted folder and the git program, which a browser does not have.', ko: '여기서는 Git 이력을 읽을 수 없어 지난 1년의 추이를 보여 주지 못합니다. 신뢰하는 폴더와 git 프로그램이 있어야 하며, 브라우저에서는 git을 쓸 수 없습니다.' },
  'too-short': { en: 'How many were open over time is not shown yet, as the Git history here does not reach back two weeks.', ko: '아직 Git 이력이 2주가 되지 않아 지난 추이를 보여 주지 못합니다.' },
  reading: { en: 'The Git history is being read…', ko: 'Git 이력을 읽는 중입니다…' },
};

export const WORDS = {
  title: { en: 'What is open in {name}', ko: '{name}에서 열려 있는 것' },
  asOf: { en: 'As of {date}, from {count} documents', ko: '{date} 기준, 문서 {count}개' },
  asOfOne: { en: 'As of {date}, from 1 document', ko: '{date} 기준, 문서 1개' },
  decisions: { en: 'Open decisions', ko: '열린 결정' },
  decisionAges: { en: 'Open decisions by age and status', ko: '열린 결정: 기간과 상태별' },
  lateDecisions: { en: '{count} past the date to decide by', ko: '결정 기한이 지난 것 {count}개' },
  noDecisions: { en: 'No decision is waiting to be taken.', ko: '기다리는 결정이 없습니다.' },
  actions: { en: 'Action items to do', ko: '남은 할 일' },
  actionOwners: { en: 'Action items by owner and due date', ko: '할 일: 담당자와 기한별' },
  overdueActions: { en: '{count} overdue', ko: '기한이 지난 것 {count}개' },
  noActions: { en: 'No action item is open.', ko: '열린 할 일이 없습니다.' },
  burnDown: { en: 'Open action items over time', ko: '열린 할 일의 추이' },
  relations: { en: 'Which record supersedes, amends or requires which', ko: '어느 기록이 어느 기록을 대체하거나 보완하거나 필요로 하는지' },
  noRelations: { en: 'No record supersedes, amends or requires another one.', ko: '다른 기록을 대체하거나 보완하거나 필요로 하는 기록이 없습니다.' },
  longest: { en: 'Longest wait', ko: '가장 오래 기다린 결정' },
  withoutOwner: { en: 'Without an owner', ko: '담당자 없는 할 일' },
  withoutDate: { en: '{count} without a due date', ko: '기한 없는 것 {count}개' },
  none: { en: 'none', ko: '없음' },
  table: { en: 'As a table', ko: '표로 보기' },
  first: { en: 'The first {count} of {all}; docket report --format csv has all of them.', ko: '{all}개 중 앞의 {count}개입니다. docket report --format csv에는 모두 있습니다.' },
  drawn: { en: '{drawn} of {count} records are drawn.', ko: '기록 {count}개 중 {drawn}개를 그렸습니다.' },
  alone: { en: '{count} other records stand alone.', ko: '그 밖의 기록 {count}개는 관계가 없습니다.' },
  aloneOne: { en: '1 other record stands alone.', ko: '그 밖의 기록 1개는 관계가 없습니다.' },
  saveSvg: { en: 'Save as SVG', ko: 'SVG로 저장' },
  savePng: { en: 'Save as PNG', ko: 'PNG로 저장' },
  nothing: { en: 'There are no design docs, decision records, postmortems or minutes here yet.', ko: '아직 설계 문서나 결정 기록, 포스트모템, 회의록이 없습니다.' },
  records: { en: 'How records stand to each other', ko: '기록 사이의 관계' },
  age: { en: 'Open for', ko: '열린 기간' },
  today: { en: 'since today', ko: '오늘부터' },
  total: { en: 'Total', ko: '합계' },
  decision: { en: 'Decision', ko: '결정' },
  status: { en: 'Status', ko: '상태' },
  decideBy: { en: 'Decide by', ko: '결정 기한' },
  owner: { en: 'Owner', ko: '담당자' },
  owners: { en: 'Owners', ko: '담당자' },
  others: { en: 'Others', ko: '그 밖' },
  nobody: { en: 'Nobody', ko: '담당자 없음' },
  action: { en: 'Action item', ko: '할 일' },
  due: { en: 'Due', ko: '기한' },
  late: { en: '{age} late', ko: '{age} 지남' },
  carried: { en: 'carried {count}×', ko: '{count}번 이월' },
  document: { en: 'Document', ko: '문서' },
  day: { en: 'Day', ko: '날짜' },
  open: { en: 'Open', ko: '열림' },
  overdue: { en: 'Overdue', ko: '기한 지남' },
  from: { en: 'Record', ko: '기록' },
  relation: { en: 'Relation', ko: '관계' },
  to: { en: 'Other record', ko: '다른 기록' },
} satisfies Record<string, Text>;
