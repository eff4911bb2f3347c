import type { Edit } from '../edit.ts';
import { misplacedIn, placeRows, type Placed } from '../timeline/order.ts';
import { timelinesOf, type Strand, type Timeline } from '../timeline/rows.ts';
import { sortRows } from '../timeline/sort.ts';
import { namesZone } from '../timeline/zones.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const SORT = { en: 'Put the rows in the order of time', ko: '시간 순서대로 정렬하기' };

export default rule<'late' | 'early' | 'zone'>({
  id: 'timeline-order',
  meta: {
    title: { en: 'A timeline is in the order of time and names its time zone', ko: '타임라인은 시간 순서대로 적고 시간대를 밝힌다' },
    severity: ADVICE,
    fixable: true,
    kinds: ['postmortem'],
    messages: {
      late: {
        en: 'In the timeline {time} stands behind {other}; put the rows in order, or write the date where another day begins.',
        ko: '타임라인에서 {time}이(가) {other} 뒤에 있습니다. 시간 순서대로 옮기거나, 날이 바뀌는 곳에 날짜를 적으세요.',
      },
      early: {
        en: 'In the timeline {time} stands before {other}; put the rows in order, or write the date where another day begins.',
        ko: '타임라인에서 {time}이(가) {other} 앞에 있습니다. 시간 순서대로 옮기거나, 날이 바뀌는 곳에 날짜를 적으세요.',
      },
      zone: {
        en: 'The timeline does not say which time zone its times are in; say it above the first one, such as "All times are in UTC."',
        ko: '타임라인의 시각이 어느 시간대인지 알 수 없습니다. "모든 시각은 KST 기준입니다."처럼 첫 줄 위에 적으세요.',
      },
    },
    fixes: { late: SORT, early: SORT },
  },
  check({ document, structure, report }) {
    const timelines = timelinesOf(document, structure());
    const [first] = timelines.flatMap(({ strands }) => strands).flatMap(({ rows }) => rows.filter(({ stamp }) => stamp.minutes !== undefined));
    if (first && countTimes(timelines) > 1 && !namesZone(document.text)) report({ message: 'zone', range: first.range });
    for (const { strands } of timelines) {
      for (const group of strands.flatMap(groupsOf)) {
        const found = misplacedIn(group);
        if (!found) continue;
        const { row, other, isLate } = found;
        const edits = row.block && sortRows(row.block, group, document);
        const isCertain = edits !== undefined && isOneDay(group);
        report({ message: isLate ? 'late' : 'early', range: row.range, data: { time: row.stamp.written, other: other.stamp.written }, ...sorting(edits, isCertain) });
      }
    }
  },
});

function sorting(edits: readonly Edit[] | undefined, isCertain: boolean): object {
  if (!edits?.length) return {};
  return isCertain ? { fix: edits } : { choices: [{ title: SORT, edits }] };
}

function countTimes(timelines: readonly Timeline[]): number {
  return timelines.flatMap(({ strands }) => strands).reduce((sum, { rows }) => sum + rows.filter(({ stamp }) => stamp.minutes !== undefined).length, 0);
}

// Only rows of one list or table are compared: the next one may tell of something else.
function groupsOf({ rows }: Strand): Placed[][] {
  const groups: Placed[][] = [];
  for (const placed of placeRows(rows)) {
    const group = groups.at(-1);
    if (group && group[0]!.row.block === placed.row.block) group.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

// Nobody can mean another day where each row has its date, or all of them lie close together.
function isOneDay(group: readonly Placed[]): boolean {
  const times = group.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const isDated = group.every(({ row: { stamp } }) => stamp.day !== undefined || stamp.monthDay !== undefined);
  return isDated || times.reduce((most, at) => Math.max(most, at), -Infinity) - times.reduce((least, at) => Math.min(least, at), Infinity) <= 360;
}
