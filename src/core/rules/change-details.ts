import { say, type Text } from '../language.ts';
import { saidUnder, type COLUMNS } from '../meeting/change-details.ts';
import type { Line } from '../meeting/lines.ts';
import { linesOn } from '../meeting/topics.ts';
import { momentsIn } from '../timeline/moments.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

type Detail = 'start' | 'duration' | 'effect';

const NAMES: Readonly<Record<Detail, Text>> = {
  start: { en: 'when it starts', ko: '시작 시각' },
  duration: { en: 'how long it takes', ko: '소요 시간' },
  effect: { en: 'what effect to expect', ko: '예상 영향' },
};

export default rule<'missing'>({
  id: 'change-details',
  meta: {
    title: { en: 'A planned change of production has a start, a duration and an effect', ko: '예정된 운영 변경에는 시작, 소요 시간, 영향이 적혀 있다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['meeting'],
    messages: {
      missing: {
        en: 'The change "{change}" does not say {details}; whoever is on call has to know it.',
        ko: '변경 "{change}"에 {details}이(가) 적혀 있지 않습니다. 온콜 담당자가 알 수 있게 적어 주세요.',
      },
    },
  },
  check({ document, structure, vocabulary, language, report }) {
    for (const line of linesOn('changes', document, structure(), vocabulary)) {
      const missing = (Object.keys(NAMES) as Detail[]).filter((detail) => !HAS[detail](line));
      if (!missing.length) continue;
      const details = new Intl.ListFormat(language, { type: 'conjunction' }).format(missing.map((detail) => say(NAMES[detail], language)));
      report({ message: 'missing', range: line.range, data: { change: line.name, details } });
    }
  },
});

const HAS: Readonly<Record<Detail, (line: Line) => boolean>> = {
  start: (line) => isSaid(line, 'start') ?? momentsIn(line.text).isTimed,
  duration: (line) => isSaid(line, 'duration') ?? isSaid(line, 'end') ?? momentsIn(line.text).hasLength,
  // What else an item says can be its effect: only of a single phrase it is sure that there is none.
  effect: (line) => isSaid(line, 'effect') ?? (!line.table && (/[.;:!?。]\s|[—–]|,\s/u.test(line.text) || line.text.length > 100)) ?? true,
};

function isSaid(line: Line, column: keyof typeof COLUMNS): boolean | undefined {
  const said = saidUnder(line, column);
  return said === undefined ? undefined : said !== '';
}
