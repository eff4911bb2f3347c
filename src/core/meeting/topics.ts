import type { Document, Section } from '../document.ts';
import { headingKey } from '../headings.ts';
import type { Structure } from '../structure.ts';

/** A part of the fixed agenda of a production meeting. */
export type Topic = 'attendance' | 'changes' | 'metrics' | 'paging' | 'outages' | 'decisions';

// What only a production meeting has; a community's minutes have changes, metrics and tickets, too.
const OWN: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  changes: ['upcoming production changes', 'planned production changes', 'production changes', '예정된 운영 변경', '운영 변경', '운영 변경 예정', '예정된 프로덕션 변경', '프로덕션 변경'],
  paging: ['paging events', 'pager events', 'paging alerts', 'on-call pages', '호출 이벤트', '호출된 이벤트', '호출 알림', '온콜 호출', '페이징 이벤트', '긴급 호출'],
};

const SHARED: Readonly<Record<Topic, readonly string[]>> = {
  attendance: ['attendance', 'attendees', 'present', 'participants', 'who was there', 'roll call', '참석자', '참석', '참석 현황', '참가자', '출석', '참석 인원'],
  changes: ['upcoming changes', 'planned changes', 'changes', '예정된 변경', '변경 예정', '변경 계획', '배포 예정'],
  decisions: ['decisions', 'decision', 'decisions made', 'decisions taken', 'open decisions', 'decisions to take', 'resolutions', '결정', '결정 사항', '결정할 것', '결정된 것', '결정한 것', '의결 사항'],
  metrics: ['metrics', 'key service metrics', 'service metrics', 'key metrics', 'service levels', 'slos', 'slo review', 'metrics review', '지표', '주요 지표', '서비스 지표', '핵심 지표', '지표 점검', 'slo', 'slo 현황'],
  outages: ['outages', 'outage', 'outage review', 'incidents', 'incident review', 'postmortems', 'postmortem review', '장애', '장애 검토', '장애 회고', '장애 리뷰', '사고', '포스트모템'],
  paging: ['pages', 'paging', 'pages review', '호출'],
};

/** The sections of a production meeting, by topic. */
export type ProductionMeeting = Readonly<Record<Topic, readonly Section[]>>;

/** The minutes of a production meeting: a document with planned changes of production, or with paging events; undefined for others. */
export function productionMeetingIn(document: Document, seen: Structure | undefined): ProductionMeeting | undefined {
  const has = headings(document, seen);
  if (!document.sections.some((section) => has(section, OWN.changes) || has(section, OWN.paging))) return undefined;
  const of = (topic: Topic): readonly Section[] => document.sections.filter((section) => has(section, OWN[topic]) || has(section, SHARED[topic]));
  return { attendance: of('attendance'), changes: of('changes'), metrics: of('metrics'), paging: of('paging'), outages: of('outages'), decisions: of('decisions') };
}

/** The first section on a topic, of whatever minutes; undefined where there is none. */
export function sectionOn(topic: Topic, document: Document, seen: Structure | undefined): Section | undefined {
  const has = headings(document, seen);
  return document.sections.find((section) => has(section, OWN[topic])) ?? document.sections.find((section) => has(section, SHARED[topic]));
}

// Is a section called like one of these, in its own words or in those of the template's section that it stands for?
function headings({ sections }: Document, seen: Structure | undefined): (section: Section, words: readonly string[] | undefined) => boolean {
  const keysOf = (section: Section): readonly string[] => {
    const match = seen?.matchOf(section);
    return [headingKey(section.title), ...(match?.found === section ? match.wanted.keys : [])];
  };
  const keys = new Map(sections.map((section) => [section, keysOf(section)]));
  return (section, words) => keys.get(section)!.some((key) => words?.includes(key));
}
