import { isAttendanceTitle } from '../actions/people.ts';
import type { Document, Section } from '../document.ts';
import { headingKey } from '../headings.ts';
import { linesOf, type Line } from './lines.ts';
import type { Structure } from '../structure.ts';
import { builtInVocabulary, sectionRoles, type SectionRole, type Vocabulary } from '../vocabulary/index.ts';

/** A part of the fixed agenda of a production meeting. */
export type Topic = 'attendance' | 'changes' | 'metrics' | 'paging' | 'outages' | 'decisions';

// What only a production meeting has; a community's minutes have changes, metrics and tickets, too.
const OWN: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  changes: ['upcoming production changes', 'planned production changes', 'production changes', '예정된 운영 변경', '운영 변경', '운영 변경 예정', '예정된 프로덕션 변경', '프로덕션 변경'],
  paging: ['paging events', 'pager events', 'paging alerts', 'on-call pages', '호출 이벤트', '호출된 이벤트', '호출 알림', '온콜 호출', '페이징 이벤트', '긴급 호출'],
};

const SHARED: Readonly<Record<Exclude<Topic, 'attendance'>, readonly string[]>> = {
  changes: ['upcoming changes', 'planned changes', 'changes', '예정된 변경', '변경 예정', '변경 계획', '배포 예정'],
  decisions: ['decisions', 'decision', 'decisions made', 'decisions taken', 'open decisions', 'decisions to take', 'resolutions', '결정', '결정 사항', '결정할 것', '결정된 것', '결정한 것', '의결 사항'],
  metrics: ['metrics', 'key service metrics', 'service metrics', 'key metrics', 'service levels', 'slos', 'slo review', 'metrics review', '지표', '주요 지표', '서비스 지표', '핵심 지표', '지표 점검', 'slo', 'slo 현황'],
  outages: ['outages', 'outage', 'outage review', 'incidents', 'incident review', 'postmortems', 'postmortem review', '장애', '장애 검토', '장애 회고', '장애 리뷰', '사고', '포스트모템'],
  paging: ['pages', 'paging', 'pages review', '호출'],
};

/** The sections of a production meeting, by topic. */
export type ProductionMeeting = Readonly<Record<Topic, readonly Section[]>>;

/** The minutes of a production meeting: a document with planned changes of production, or with paging events; undefined for others. */
export function productionMeetingIn(document: Document, seen: Structure | undefined, vocabulary: Vocabulary): ProductionMeeting | undefined {
  const isOn = topicsOf(document, seen, vocabulary);
  if (!document.sections.some((section) => isOn(section, 'changes') === 'own' || isOn(section, 'paging') === 'own')) return undefined;
  const of = (topic: Topic): readonly Section[] => document.sections.filter((section) => isOn(section, topic));
  return { attendance: of('attendance'), changes: of('changes'), metrics: of('metrics'), paging: of('paging'), outages: of('outages'), decisions: of('decisions') };
}

/** What the minutes of a production meeting list on a topic; nothing for other documents. */
export function linesOn(topic: Topic, document: Document, seen: Structure | undefined, vocabulary: Vocabulary): Line[] {
  return (productionMeetingIn(document, seen, vocabulary)?.[topic] ?? []).flatMap((section) => linesOf(section, document));
}

/** The first section on a topic, of whatever minutes; undefined where there is none. */
export function sectionOn(topic: Topic, document: Document, seen: Structure | undefined, vocabulary: Vocabulary = builtInVocabulary): Section | undefined {
  const isOn = topicsOf(document, seen, vocabulary);
  return document.sections.find((section) => isOn(section, topic) === 'own') ?? document.sections.find((section) => isOn(section, topic));
}

type IsOn = (section: Section, topic: Topic) => 'own' | 'shared' | undefined;

// Is a section called so, in its own words or in those of the template's section that it stands for? What a team calls so itself is of a production meeting beyond doubt.
function topicsOf({ sections }: Document, seen: Structure | undefined, vocabulary: Vocabulary): IsOn {
  const keys = new Map(sections.map((section) => {
    const match = seen?.matchOf(section);
    return [section, { keys: [headingKey(section.title), ...(match?.found === section ? match.wanted.keys : [])], roles: ownRoles(section.title, vocabulary) }] as const;
  }));
  return (section, topic) => {
    const own = keys.get(section)!;
    const role = ROLES[topic];
    if (own.keys.some((key) => OWN[topic]?.includes(key)) || (role && own.roles.includes(role))) return 'own';
    return own.keys.some((key) => (topic === 'attendance' ? isAttendanceTitle(key) : SHARED[topic].includes(key))) ? 'shared' : undefined;
  };
}

const ROLES: Readonly<Partial<Record<Topic, SectionRole>>> = { attendance: 'attendees', changes: 'productionChanges', paging: 'pagingEvents', metrics: 'metrics' };

// What a heading announces by the words of the team alone.
function ownRoles(title: string, vocabulary: Vocabulary): readonly SectionRole[] {
  if (vocabulary === builtInVocabulary) return [];
  const known = sectionRoles(title, builtInVocabulary);
  return sectionRoles(title, vocabulary).filter((role) => !known.includes(role));
}
