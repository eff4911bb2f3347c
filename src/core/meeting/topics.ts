import type { Document, Section } from '../document.ts';
import { headingKey } from '../headings.ts';
import type { Structure } from '../structure.ts';

/** A part of the fixed agenda of a production meeting. */
export type Topic = 'attendance' | 'changes' | 'metrics' | 'paging';

// What only a production meeting has; a community's minutes have changes, metrics and tickets, too.
const OWN: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  changes: ['upcoming production changes', 'planned production changes', 'production changes', '예정된 운영 변경', '운영 변경', '운영 변경 예정', '예정된 프로덕션 변경', '프로덕션 변경'],
  paging: ['paging events', 'pager events', 'paging alerts', 'on-call pages', '호출 이벤트', '호출된 이벤트', '호출 알림', '온콜 호출', '페이징 이벤트', '긴급 호출'],
};

const SHARED: Readonly<Record<Topic, readonly string[]>> = {
  attendance: ['attendance', 'attendees', 'present', 'participants', 'who was there', 'roll call', '참석자', '참석', '참석 현황', '참가자', '출석', '참석 인원'],
  changes: ['upcoming changes', 'planned changes', 'changes', '예정된 변경', '변경 예정', '변경 계획', '배포 예정'],
  metrics: ['metrics', 'key service metrics', 'service metrics', 'key metrics', 'service levels', 'slos', 'slo review', 'metrics review', '지표', '주요 지표', '서비스 지표', '핵심 지표', '지표 점검', 'slo', 'slo 현황'],
  paging: ['pages', 'paging', 'pages review', '호출'],
};

/** The sections of a production meeting, by topic. */
export type ProductionMeeting = Readonly<Record<Topic, readonly Section[]>>;

/** The minutes of a production meeting: a document with planned changes of production, or with paging events; undefined for others. */
export function productionMeetingIn(document: Document, seen: Structure | undefined): ProductionMeeting | undefined {
  const keysOf = (section: Section): readonly string[] => {
    const match = seen?.matchOf(section);
    return [headingKey(section.title), ...(match?.found === section ? match.wanted.keys : [])];
  };
  const keys = new Map(document.sections.map((section) => [section, keysOf(section)]));
  const has = (section: Section, words: readonly string[] | undefined): boolean => keys.get(section)!.some((key) => words?.includes(key));
  if (!document.sections.some((section) => has(section, OWN.changes) || has(section, OWN.paging))) return undefined;
  const of = (topic: Topic): readonly Section[] => document.sections.filter((section) => has(section, OWN[topic]) || has(section, SHARED[topic]));
  return { attendance: of('attendance'), changes: of('changes'), metrics: of('metrics'), paging: of('paging') };
}
