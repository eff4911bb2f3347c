import { isAlike, lengthOf } from '../timeline/durations.ts';
import { marksIn, marksInFields, marksInLines, type Marks } from '../timeline/marks.ts';
import { timelinesOf } from '../timeline/rows.ts';
import { statedDurations, type Stated } from '../timeline/stated.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'timeline' | 'beside'>({
  id: 'duration-mismatch',
  meta: {
    title: { en: 'The duration of an incident is that of its timeline', ko: '장애의 지속 시간은 타임라인과 일치한다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['postmortem'],
    messages: {
      timeline: {
        en: 'The duration is given as "{stated}", but from {begin} to {end} it is {actual}; correct the one that is wrong.',
        ko: '지속 시간이 "{stated}"(으)로 적혀 있지만 {begin}부터 {end}까지는 {actual}입니다. 틀린 쪽을 고치세요.',
      },
      beside: {
        en: 'The duration is given as "{stated}", but the times beside it are {actual} apart; correct the one that is wrong.',
        ko: '지속 시간이 "{stated}"(으)로 적혀 있지만 함께 적힌 두 시각의 차이는 {actual}입니다. 틀린 쪽을 고치세요.',
      },
    },
  },
  check({ document, structure, language, report }) {
    const all = statedDurations(document, structure());
    const wrong = all.filter(({ minutes, beside, isAbout }) => beside !== undefined && !isAlike(minutes, beside, toleranceOf(isAbout)));
    for (const { written, range, beside } of wrong) report({ message: 'beside', range, data: { stated: written, actual: lengthOf(beside!, language) } });
    const stated = all.filter(({ isOfAll }) => isOfAll);
    const [first] = stated;
    // Of several incidents nobody can tell which duration is whose.
    if (wrong.length || !first || stated.some(({ minutes }) => !isAlike(minutes, first.minutes))) return;
    const timelines = timelinesOf(document, structure());
    const known = [marksInFields(document), marksInLines(document), ...(timelines.length === 1 ? [marksIn(timelines)] : [])].filter(({ begins, ends }) => begins.length > 0 && ends.length > 0);
    const [marks] = known;
    if (!marks || known.some((one) => isExplained(first, one))) return;
    const [begin] = marks.begins;
    const [end] = marks.ends;
    if (end!.at <= begin!.at) return;
    report({ message: 'timeline', range: first.range, data: { stated: first.written, begin: begin!.written, end: end!.written, actual: lengthOf(end!.at - begin!.at, language) } });
  },
});

const toleranceOf = (isAbout: boolean): number => (isAbout ? 0.25 : 0.1);

function isExplained({ minutes, isAbout }: Stated, { begins, ends }: Marks): boolean {
  return begins.some((begin) => ends.some((end) => isAlike(minutes, end.at - begin.at, toleranceOf(isAbout))));
}
