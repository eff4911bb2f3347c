import { say, type Text } from '../language.ts';
import { actionBranch } from './action-branch.ts';
import { carriedIn, timesCarried, type Carried } from './carried.ts';
import { compare } from './compare.ts';
import { documentHeading, dueHeading, ownerHeadings, packageHeading } from './groups.ts';
import { listing } from './listing.ts';
import type { Tree } from './tree.ts';
import { nameOfDocument } from './words.ts';

const DONE: Text = { en: 'Done', ko: '완료' };
const NO_PRIORITY: Text = { en: 'No Priority', ko: '우선순위 없음' };

/** Action items that are not done, by when they are due. */
export const actions: Tree = listing<Carried>({
  id: 'actions',
  title: { en: 'Action Items', ko: '할 일' },
  count: { en: '{count} action items', ko: '할 일 {count}개' },
  groups: [
    { id: 'due', label: { en: 'Due Date', ko: '기한' }, headingsOf: ({ due, isDone }, context) => [isDone ? { key: 'done', label: say(DONE, context.language), rank: 9, icon: { name: 'pass-filled' } } : dueHeading(due, context, true)] },
    { id: 'owner', label: { en: 'Owner', ko: '담당자' }, headingsOf: ({ owners }, context) => ownerHeadings(owners, context, true) },
    { id: 'document', label: { en: 'Document', ko: '문서' }, headingsOf: ({ home }, context) => [documentHeading(home.entry, context, 0)] },
    { id: 'service', label: { en: 'Service or Package', ko: '서비스 또는 패키지' }, headingsOf: ({ home }, context) => [packageHeading(home.entry, context)] },
    { id: 'priority', label: { en: 'Priority', ko: '우선순위' }, headingsOf: ({ home: { action: { priority } } }, { language }) => [priority === null ? { key: '', label: say(NO_PRIORITY, language), rank: 99, icon: { name: 'circle-outline' } } : { key: priority.toLowerCase(), label: priority, rank: rankOf(priority), icon: { name: 'tag' } }] },
  ],
  orders: [
    { id: 'due', label: { en: 'Due Date', ko: '기한' }, compare: byDue },
    { id: 'age', label: { en: 'Age, the oldest first', ko: '오래된 것부터' }, compare: (one, other) => compare(dated(one.since), dated(other.since)) || byDue(one, other) },
    { id: 'carried', label: { en: 'How Often Carried', ko: '이월 횟수' }, compare: (one, other, { today }) => timesCarried(other, today) - timesCarried(one, today) || byDue(one, other) },
    { id: 'title', label: { en: 'Text', ko: '내용' }, compare: (one, other, { language }) => one.home.action.text.localeCompare(other.home.action.text, language) },
  ],
  items: ({ entries, choices }) => carriedIn(entries).filter(({ isDone }) => choices?.done === true || !isDone),
  listed: ({ home: { entry, action }, owners, due, isDone }, { today }) => ({
    words: [action.text, nameOfDocument(entry), entry.path, ...action.trackers],
    owners, kind: entry.kind, isOverdue: !isDone && due !== null && due < today,
  }),
  branchOf: actionBranch,
});

const dated = (date: string | null): string => date ?? '9999';

// What is done comes behind what is to do.
function byDue(one: Carried, other: Carried): number {
  return Number(one.isDone) - Number(other.isDone) || compare(dated(one.due), dated(other.due));
}

const HIGH = ['critical', 'blocker', 'urgent', 'highest', 'high', 'major', '긴급', '높음', 'medium', 'normal', '보통', 'low', 'minor', '낮음', 'lowest'];

// `P0` before `P1`, high before low.
function rankOf(priority: string): number {
  const number = /\d/.exec(priority)?.[0];
  const at = HIGH.indexOf(priority.toLowerCase());
  return number !== undefined ? Number(number) : at < 0 ? 50 : at + 10;
}
