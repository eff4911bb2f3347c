import { BLAME_LANGUAGES } from '../blame/index.ts';
import { passagesOf } from '../blame/passages.ts';
import { knownPeople, peopleNamedIn } from '../blame/people.ts';
import { blameIn } from '../blame/words.ts';
import type { Section } from '../document.ts';
import { announcementOf } from '../section-roles.ts';
import type { SectionRole } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

/** Where people are named for good reason, or where what went well is told. */
const NAMES_BELONG: readonly SectionRole[] = ['timeline', 'actionItems', 'attendees', 'references', 'contents', 'wentWell', 'lucky'];

/** Where a name would make its bearer the cause. */
const CAUSES: readonly SectionRole[] = ['rootCause', 'trigger', 'wentWrong', 'lessons'];

export default rule<'hindsight' | 'judgement' | 'person'>({
  id: 'blameless',
  meta: {
    title: { en: 'A postmortem looks for causes in the system, not in people', ko: '장애 회고는 원인을 사람이 아니라 시스템에서 찾는다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['postmortem'],
    messages: {
      hindsight: {
        en: '"{words}" argues from hindsight; say what could be seen at the time, and what in the system would have shown or stopped it.',
        ko: '"{words}"은(는) 결과를 알고 나서 하는 말입니다. 당시에 알 수 있었던 것과, 시스템의 무엇이 알려 주거나 막았을지 적어 주세요.',
      },
      judgement: {
        en: '"{words}" judges people; say what happened, and what in the system made it easy.',
        ko: '"{words}"은(는) 사람을 평가하는 말입니다. 무슨 일이 있었고 시스템의 무엇이 그렇게 되기 쉽게 했는지 적어 주세요.',
      },
      person: {
        en: '"{name}" is named under "{section}"; say which role or which part of the system it was, names belong in the timeline and to action items.',
        ko: '"{section}"에 "{name}"의 이름이 있습니다. 역할이나 시스템의 해당 부분으로 바꿔 적어 주세요. 이름은 타임라인과 조치 항목에 적습니다.',
      },
    },
  },
  check({ document, entry, structure, report }) {
    const seen = structure();
    const rolesAt = (section: Section | undefined): readonly SectionRole[] => announcementOf(section, seen);
    const people = knownPeople(document, entry);
    // A section of lessons may list what is to be done, and by whom.
    const inAction = new Set(entry?.actions.map(({ line }) => line));
    for (const { text, start, section } of passagesOf(document, (one) => !rolesAt(one).some((role) => NAMES_BELONG.includes(role)))) {
      const blamed = blameIn(text, BLAME_LANGUAGES);
      for (const found of blamed) report({ message: found.blame, range: { start: start + found.start, end: start + found.end }, data: { words: found.words } });
      if (!section || !rolesAt(section).some((role) => CAUSES.includes(role))) continue;
      const named = peopleNamedIn(text, people, BLAME_LANGUAGES).filter((at) => !blamed.some(({ start: from, end }) => from <= at.start && at.end <= end));
      for (const { name, ...at } of named) if (!inAction.has(document.lines.positionAt(start + at.start).line + 1)) report({ message: 'person', range: { start: start + at.start, end: start + at.end }, data: { name, section: section.title } });
    }
  },
});
