import type { Entry, Question } from '../entry.ts';
import { RECORD_KINDS } from '../entry.ts';
import { say, type Text } from '../language.ts';
import { questionsAlone } from '../questions/alone.ts';
import { compare } from './compare.ts';
import { ageHeading, documentHeading, ownerHeadings, packageHeading } from './groups.ts';
import { listing } from './listing.ts';
import type { Branch, Tree, TreeContext } from './tree.ts';
import { nameOfDocument, openFor, shortNameOf } from './words.ts';

interface Asked {
  readonly entry: Entry;
  readonly question: Question;
  readonly nth: number;
  /** The place of its document among all, the oldest first. */
  readonly rank: number;
}

/** Questions that documents leave open, by document: those first that are still to be decided, and have waited longest. */
export const questions: Tree = listing<Asked>({
  id: 'questions',
  title: { en: 'Open Questions', ko: '미해결 질문' },
  count: { en: '{count} open questions', ko: '미해결 질문 {count}개' },
  groups: [
    { id: 'document', label: { en: 'Document', ko: '문서' }, headingsOf: ({ entry, rank }, context) => [documentHeading(entry, context, rank)] },
    { id: 'age', label: { en: 'Age', ko: '기간' }, headingsOf: ({ entry: { date } }, context) => [ageHeading(date, context)] },
    { id: 'owner', label: { en: 'Owner', ko: '담당자' }, headingsOf: ({ entry: { owners } }, context) => ownerHeadings(owners, context, false) },
    { id: 'package', label: { en: 'Service or Package', ko: '서비스 또는 패키지' }, headingsOf: ({ entry }, context) => [packageHeading(entry, context)] },
  ],
  orders: [
    { id: 'place', label: { en: 'Age, the oldest first', ko: '오래된 것부터' }, compare: (one, other) => one.rank - other.rank || one.question.range.start - other.question.range.start },
    { id: 'title', label: { en: 'Text', ko: '내용' }, compare: (one, other, { language }) => one.question.text.localeCompare(other.question.text, language) },
  ],
  items: ({ entries }) => entries
    .filter(({ kind, open }) => RECORD_KINDS.includes(kind) && open !== false)
    .toSorted((one, other) => Number(other.open === true) - Number(one.open === true) || compare(one.date ?? '9999', other.date ?? '9999') || compare(one.path, other.path))
    .flatMap(askedIn),
  listed: ({ entry, question }) => ({ words: [question.text, nameOfDocument(entry), entry.path], owners: entry.owners, kind: entry.kind, isOverdue: false }),
  branchOf: questionBranch,
});

function askedIn(entry: Entry, rank: number): Asked[] {
  const seen = new Map<string, number>();
  return questionsAlone(entry).map((question) => {
    const nth = seen.get(question.text) ?? 0;
    seen.set(question.text, nth + 1);
    return { entry, question, nth, rank };
  });
}

const NOBODY_ASKED: Text = { en: 'nobody named', ko: '담당자 없음' };
const PLACE: Text = { en: '{path}, line {line}', ko: '{path}, {line}번째 줄' };

function questionBranch({ entry, question, nth }: Asked, { language, today }: TreeContext, grouping: string): Branch {
  const id = `question:${entry.path}#${question.text}${nth ? `#${nth}` : ''}`;
  const age = (entry.open === true ? openFor(entry.date, today, language) : undefined) ?? entry.date;
  const who = entry.owners.length ? entry.owners.join(', ') : say(NOBODY_ASKED, language);
  const details = [...(grouping === 'owner' ? [] : [who]), ...(grouping === 'document' || !age ? [] : [age]), ...(grouping === 'document' ? [] : [shortNameOf(entry)])];
  return {
    id,
    node: () => ({
      id, kind: 'question', label: question.text, can: ['copy'],
      description: details.join(' · '), spoken: [question.text, ...details].join(', '),
      icon: { name: 'question' },
      place: { path: entry.path, line: question.line, range: question.range },
      subject: { path: entry.path },
    }),
    tooltip: () => [question.text, [nameOfDocument(entry), who, ...(age ? [age] : [])].join(' · '), say(PLACE, language, { path: entry.path, line: question.line })],
  };
}
