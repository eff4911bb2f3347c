import type { Entry, Status } from '../entry.ts';
import { say, type Text } from '../language.ts';
import { compare } from './compare.ts';
import { isLate, replacingBranch, type Replacing } from './document-branch.ts';
import { ageHeading, folderHeading, ownerHeadings, packageHeading } from './groups.ts';
import { listing, type Heading } from './listing.ts';
import { NO_STATUS, STATUS_WORDS } from './status-words.ts';
import type { Tree, TreeContext } from './tree.ts';
import { KIND_WORDS, nameOfDocument } from './words.ts';

/** Decision records and design docs by status, those that are still open first; what was replaced is beneath what replaced it. */
export const decisions: Tree = listing<Replacing>({
  id: 'decisions',
  title: { en: 'Decisions', ko: '결정' },
  count: { en: '{count} documents', ko: '문서 {count}개' },
  groups: [
    { id: 'status', label: { en: 'Status', ko: '상태' }, headingsOf: ({ entry }, context) => [statusHeading(entry, context)] },
    { id: 'type', label: { en: 'Type', ko: '유형' }, headingsOf: ({ entry: { kind } }, { language }) => [{ key: kind, label: say(KIND_WORDS[kind]!.many, language), rank: 0, icon: { name: 'file' } }] },
    { id: 'owner', label: { en: 'Owner', ko: '담당자' }, headingsOf: ({ entry: { owners } }, context) => ownerHeadings(owners, context, false) },
    { id: 'folder', label: { en: 'Folder', ko: '폴더' }, headingsOf: (one, context) => [one.index ? repositoryHeading(one, context) : folderHeading(one.entry, context)] },
    { id: 'package', label: { en: 'Service or Package', ko: '서비스 또는 패키지' }, headingsOf: (one, context) => [one.index ? repositoryHeading(one, context) : packageHeading(one.entry, context)] },
    { id: 'repository', label: { en: 'Repository', ko: '저장소' }, needsOthers: true, headingsOf: (one, context) => [repositoryHeading(one, context)] },
    { id: 'age', label: { en: 'Age', ko: '기간' }, headingsOf: ({ entry: { date } }, context) => [ageHeading(date, context)] },
  ],
  orders: [
    { id: 'waiting', label: { en: 'Open First, the Longest Waiting on Top', ko: '열린 것 먼저, 오래 기다린 순' }, compare: byWaiting },
    { id: 'number', label: { en: 'Number', ko: '번호' }, compare: byNumber },
    { id: 'date', label: { en: 'Date, the newest first', ko: '최신순' }, compare: (one, other) => compare(other.entry.date ?? '', one.entry.date ?? '') || byNumber(one, other) },
    { id: 'age', label: { en: 'Age, the oldest first', ko: '오래된 것부터' }, compare: (one, other) => compare(dated(one.entry), dated(other.entry)) || byNumber(one, other) },
    { id: 'title', label: { en: 'Title', ko: '제목' }, compare: (one, other, { language }) => one.entry.title.localeCompare(other.entry.title, language) },
  ],
  items: ({ entries, others, choices }) => [
    ...entries.filter(isDecision).map((entry) => ({ entry, replaced: [] })),
    ...(others && (choices?.allRepositories || choices?.group === 'repository') ? others.indexes.flatMap((index) => [...index.records.values()].filter(isDecision).map((entry) => ({ entry, index, replaced: [] }))) : []),
  ],
  listed: ({ entry, index }, { today }) => ({ words: [nameOfDocument(entry), entry.path, entry.statusText ?? '', ...(index ? [index.name] : [])], owners: entry.owners, kind: entry.kind, isOverdue: isLate(entry, today) }),
  arranged: (items, { choices }) => beneath(items, choices?.group === 'repository'),
  branchOf: replacingBranch,
});

const isDecision = ({ kind }: Entry): boolean => kind === 'decision' || kind === 'design';

// Who replaces each other in a circle stands beside each other, and so do those of two repositories where each has its own rows.
function beneath(items: readonly Replacing[], isApart: boolean): Replacing[] {
  const shown = new Map(items.map((item) => [item.entry.path, item]));
  const over = (item: Replacing): Replacing | undefined => (item.entry.status === 'superseded' ? item.entry.supersededBy.map((path) => shown.get(path)).find((other) => other !== undefined && other !== item && !(isApart && other.index !== item.index)) : undefined);
  const below = new Map<Replacing, Replacing[]>();
  const tops: Replacing[] = [];
  for (const item of items) {
    const by = over(item);
    if (!by || circles(item, over)) tops.push(item);
    else {
      const known = below.get(by) ?? [];
      below.set(by, known);
      known.push(item);
    }
  }
  const replacing = (item: Replacing): Replacing => ({ ...item, replaced: (below.get(item) ?? []).map(replacing).sort(byNumber) });
  return tops.map(replacing);
}

/** Longer chains of replaced records are nobody's. */
const LONGEST = 100;

function circles(item: Replacing, over: (item: Replacing) => Replacing | undefined): boolean {
  let next = over(item);
  for (let steps = 0; next; steps++, next = over(next)) if (next === item || steps > LONGEST) return true;
  return false;
}

const ORDER: readonly (Status | null)[] = ['proposed', 'draft', 'deferred', 'accepted', 'implemented', null, 'superseded', 'deprecated', 'rejected', 'withdrawn'];
const OVER: readonly (Status | null)[] = ['superseded', 'deprecated', 'rejected', 'withdrawn'];

function statusHeading({ status }: Entry, { language }: TreeContext): Heading {
  const words = status ? STATUS_WORDS[status] : NO_STATUS;
  return {
    key: status ?? 'none', label: say(words.label, language), rank: ORDER.indexOf(status),
    icon: { name: words.icon, ...('color' in words ? { color: words.color } : {}) },
    isClosed: OVER.includes(status),
    ...(status ? { takes: { act: 'status', value: status } as const } : {}),
  };
}

const HERE: Text = { en: 'This Repository', ko: '이 저장소' };

// This one first.
function repositoryHeading({ index }: Replacing, { language, repository }: TreeContext): Heading {
  return index ? { key: `repository:${index.name}`, label: index.name, rank: 2, icon: { name: 'repo' } } : { key: 'repository:', label: repository ?? say(HERE, language), rank: 0, icon: { name: 'repo' } };
}

const dated = ({ date }: Entry): string => date ?? '9999';

// Open ones: the oldest first, for it has waited longest. Others: the newest number first.
function byWaiting(one: Replacing, other: Replacing): number {
  const [a, b] = [one.entry, other.entry];
  if (a.open !== b.open && (a.open || b.open)) return a.open ? -1 : 1;
  return (a.open && b.open && compare(dated(a), dated(b))) || byNumber(one, other);
}

function byNumber({ entry: a }: Replacing, { entry: b }: Replacing): number {
  return (b.number ?? -1) - (a.number ?? -1) || compare(a.path, b.path);
}
