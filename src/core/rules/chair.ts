import { linesOf } from '../meeting/lines.ts';
import { productionMeetingIn } from '../meeting/topics.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'missing' | 'empty'>({
  id: 'chair',
  meta: {
    title: { en: 'The minutes of a production meeting name who chaired it', ko: '운영 회의의 회의록에는 진행자가 적혀 있다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['meeting'],
    messages: {
      missing: {
        en: 'The minutes do not say who chaired the meeting; add the field "chair" or a line "Chair: name".',
        ko: '회의 진행자가 적혀 있지 않습니다. "chair" 필드나 "진행자: 이름" 줄을 넣어 주세요.',
      },
      empty: {
        en: 'The field "{field}" is empty; name who chairs the meeting.',
        ko: '"{field}" 필드가 비어 있습니다. 회의 진행자를 적어 주세요.',
      },
    },
  },
  check({ document, structure, vocabulary, report }) {
    const meeting = productionMeetingIn(document, structure(), vocabulary);
    if (!meeting) return;
    const field = document.fields.find(({ key }) => KEY.test(key));
    const value = field?.valueRange ? document.text.slice(field.valueRange.start, field.valueRange.end).trim() : '';
    if (field && /[\p{L}\d]/u.test(value)) return;
    if (LINE.test(document.text.slice(0, HEAD)) || meeting.attendance.some((section) => linesOf(section, document).some(({ text }) => BESIDE.test(text)) || BESIDE.test(document.text.slice(section.content.start, Math.min(section.content.end, section.content.start + HEAD))))) return;
    if (field) report({ message: 'empty', range: field.keyRange, data: { field: field.key } });
    else report({ message: 'missing', range: document.sections[0]!.heading });
  },
});

const KEY = /^(?:chair(?:ed[ _-]?by|person|man|woman)?|facilitator|facilitated[ _-]?by|moderator|host|meeting[ _-]?lead|진행|진행자|의장|사회|사회자)$/iu;
const LINE = /^[ \t>|*_+-]*(?:chair(?:ed by|person|man|woman)?|facilitator|facilitated by|moderator|host|meeting lead|진행|진행자|회의 ?진행|의장|사회|사회자)[*_ \t]*[:：|][*_ \t|]*[\p{L}\d@{[]/imu;
const BESIDE = /[([（,–-]\s?(?:meeting\s)?(?:chair|facilitator|moderator|host|의장|진행|진행자|사회)(?![\p{L}\d])/iu;
const HEAD = 20_000;
