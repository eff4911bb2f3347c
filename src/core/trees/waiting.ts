import type { Entry, Review } from '../entry.ts';
import { say, type Text } from '../language.ts';
import { actionBranch } from './action-branch.ts';
import { carriedIn, type Carried } from './carried.ts';
import { compare } from './compare.ts';
import { documentBranch, isLate } from './document-branch.ts';
import { documentHeading, dueHeading, packageHeading } from './groups.ts';
import { listing, type Heading } from './listing.ts';
import { among } from './mine.ts';
import type { Branch, Tree, TreeContext } from './tree.ts';
import { nameOfDocument, openFor } from './words.ts';

/** Something that waits for one person. */
type Wanted =
  | { readonly what: 'decide'; readonly entry: Entry; readonly due: string | null }
  | { readonly what: 'review'; readonly entry: Entry; readonly due: string | null; readonly review: Review }
  | { readonly what: 'do'; readonly entry: Entry; readonly due: string | null; readonly action: Carried };

/** What waits for whoever looks: decisions to take, reviews to give, actions to do. */
export const waiting: Tree = listing<Wanted>({
  id: 'waiting',
  title: { en: 'Waiting for Me', ko: '내 차례' },
  count: { en: '{count} things', ko: '{count}건' },
  needsMe: true,
  groups: [
    { id: 'what', label: { en: 'What to Do', ko: '할 일의 종류' }, headingsOf: ({ what }, { language }) => [whatHeading(what, language)] },
    { id: 'due', label: { en: 'Due Date', ko: '기한' }, headingsOf: ({ due }, context) => [dueHeading(due, context, false)] },
    { id: 'document', label: { en: 'Document', ko: '문서' }, headingsOf: ({ entry }, context) => [documentHeading(entry, context, 0)] },
    { id: 'service', label: { en: 'Service or Package', ko: '서비스 또는 패키지' }, headingsOf: ({ entry }, context) => [packageHeading(entry, context)] },
  ],
  orders: [
    { id: 'due', label: { en: 'Due Date', ko: '기한' }, compare: (one, other) => compare(dated(one.due), dated(other.due)) || compare(dated(one.entry.date), dated(other.entry.date)) },
    { id: 'age', label: { en: 'Age, the oldest first', ko: '오래된 것부터' }, compare: (one, other) => compare(dated(one.entry.date), dated(other.entry.date)) },
  ],
  items: (context) => wantedOf(context),
  listed: (item, { today }) => ({
    words: [nameOfDocument(item.entry), item.entry.path, ...(item.what === 'do' ? [item.action.home.action.text] : [])],
    owners: item.what === 'do' ? item.action.owners : item.entry.owners,
    kind: item.entry.kind,
    isOverdue: item.what === 'decide' ? isLate(item.entry, today) : item.due !== null && item.due < today,
  }),
  branchOf(item, context, grouping) {
    if (item.what === 'do') return actionBranch(item.action, context, grouping);
    if (item.what === 'decide') return documentBranch({ entry: item.entry, replaced: [] }, context, grouping);
    return reviewBranch(item.entry, item.review, context);
  },
});

function wantedOf({ entries, me = [] }: TreeContext): Wanted[] {
  if (!me.length) return [];
  const isMe = among(me);
  // A draft waits for its author alone, and says so by being one.
  const toDecide = entries.filter(({ kind, status, owners }) => (kind === 'decision' || kind === 'design') && status === 'proposed' && owners.some(isMe));
  const reviews = entries.flatMap((entry) => (isReviewed(entry) ? entry.reviews.filter(({ who }) => isMe(who)).slice(0, 1).map((review) => ({ what: 'review' as const, entry, due: entry.decideBy, review })) : []));
  const toDo = carriedIn(entries).filter(({ isDone, owners }) => !isDone && owners.some(isMe));
  return [
    ...toDecide.map((entry) => ({ what: 'decide' as const, entry, due: entry.decideBy })),
    ...reviews,
    ...toDo.map((action) => ({ what: 'do' as const, entry: action.home.entry, due: action.due, action })),
  ];
}

// Minutes and templates name people for other reasons.
const isReviewed = ({ kind, open }: Entry): boolean => open === true && kind !== 'meeting' && kind !== 'template';

const dated = (date: string | null): string => date ?? '9999';

const WHAT: Readonly<Record<Wanted['what'], { readonly rank: number; readonly label: Text; readonly icon: string }>> = {
  decide: { rank: 0, label: { en: 'To Decide', ko: '결정할 것' }, icon: 'comment-discussion' },
  review: { rank: 1, label: { en: 'To Review', ko: '검토할 것' }, icon: 'eye' },
  do: { rank: 2, label: { en: 'To Do', ko: '처리할 것' }, icon: 'checklist' },
};

function whatHeading(what: Wanted['what'], language: TreeContext['language']): Heading {
  const { rank, label, icon } = WHAT[what];
  return { key: what, label: say(label, language), rank, icon: { name: icon } };
}

const AS: Text = { en: 'as {who}', ko: '검토자 {who}' };
const ASKED: Text = { en: 'Named as “{who}” in {path}, line {line}; no verdict yet.', ko: '{path} {line}번째 줄에 “{who}”(으)로 적혀 있고 아직 의견이 없습니다.' };

function reviewBranch(entry: Entry, { who, line, range }: Review, { language, today }: TreeContext): Branch {
  const id = `review:${entry.path}`;
  const label = nameOfDocument(entry);
  const age = openFor(entry.date, today, language);
  const details = [...(age ? [age] : []), ...entry.owners, say(AS, language, { who })];
  return {
    id,
    node: () => ({
      id, kind: 'review', label, description: details.join(' · '), spoken: [label, ...details].join(', '), icon: { name: 'eye', color: 'charts.blue' },
      place: { path: entry.path, line, range }, can: ['status', 'decideBy', 'copy'], subject: { path: entry.path },
    }),
    tooltip: () => [label, details.join(' · '), say(ASKED, language, { who, path: entry.path, line })],
  };
}
