import * as v from 'valibot';
import { daysBetween, duration } from '../calendar.ts';
import { datesIn } from '../dates.ts';
import type { Document } from '../document.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';

export default rule<'published' | 'open', { readonly days: number }>({
  id: 'late',
  meta: {
    title: { en: 'A postmortem is published within a week', ko: '장애 회고는 일주일 안에 공개한다' },
    // Who has published it late cannot mend that any more.
    severity: { draft: 'hint', open: 'warning', accepted: 'info', closed: 'hint' },
    fixable: false,
    kinds: ['postmortem'],
    options: v.strictObject({ days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 7) }),
    messages: {
      published: {
        en: 'This was published {age} after the incident ended on {end}; within {days} days those who were there still remember.',
        ko: '장애가 끝난 {end}부터 {age} 지나 공개되었습니다. {days}일 안에 공개해야 참여한 사람들의 기억이 남아 있습니다.',
      },
      open: {
        en: 'The incident ended on {end}, {age} ago, and this is still "{status}"; have it reviewed and publish it.',
        ko: '장애가 {end}에 끝나고 {age} 지났는데 상태가 아직 "{status}"입니다. 검토를 마치고 공개해 주세요.',
      },
    },
  },
  check({ document, entry, options, surroundings, language, report }) {
    const ended = labelledDate(ENDED, document);
    if (!ended) return;
    const published = labelledDate(PUBLISHED, document) ?? (hasField(ENDED, document) ? labelledDate(/^date$/iu, document) : undefined);
    const isOpen = entry?.open === true && entry.statusText !== null;
    const tooLate = (until: string): number | undefined => {
      const days = daysBetween(ended.date, until);
      return days !== undefined && days > options.days ? days : undefined;
    };
    if (isOpen) {
      const days = tooLate(surroundings.today);
      const { status } = entry.evidence;
      if (days !== undefined) report({ message: 'open', range: status && status.path === undefined && status.line > 0 ? status.range : ended.range, data: { end: ended.date, age: duration(days, language), status: entry.statusText! } });
      return;
    }
    const days = published && tooLate(published.date);
    if (published && days !== undefined) report({ message: 'published', range: published.range, data: { end: ended.date, age: duration(days, language), days: options.days } });
  },
});

const ENDED = /^(?:(?:incident|outage)[ _-]?(?:end(?:ed|s)?|resolved)(?:[ _-]?(?:time|at|on|date))?|end[ _-]?(?:time|date)|resolved(?:[ _-]?(?:at|on))?|장애 ?(?:종료|해소)(?: ?(?:일시|시각|시간))?|종료 ?(?:일시|시각))$/iu;
const PUBLISHED = /^(?:published(?:[ _-]?(?:at|on|date))?|publi(?:sh|cation)[ _-]?date|공개일|게시일|발행일)$/iu;

interface DateAt {
  readonly date: string;
  readonly range: Range;
}

const LINE = /^[ \t>|*_+-]*([\p{L}][\p{L} _-]{2,30}?)[*_ \t]*[:：|][*_ \t]*([^\r\n|]{6,80})/gmu;
const HEAD = 6000;

/** The date of a field of the front matter or of a line `Key: value` near the beginning; undefined where it is ambiguous. */
function labelledDate(key: RegExp, { fields, text }: Document): DateAt | undefined {
  for (const field of fields) {
    if (!key.test(field.key) || !field.valueRange) continue;
    const found = dateIn(text.slice(field.valueRange.start, field.valueRange.end), field.valueRange.start);
    if (found) return found;
  }
  for (const line of text.slice(0, HEAD).matchAll(LINE)) {
    if (!key.test(line[1]!.trim())) continue;
    const found = dateIn(line[2]!, line.index + line[0].length - line[2]!.length);
    if (found) return found;
  }
  return undefined;
}

function dateIn(value: string, offset: number): DateAt | undefined {
  const dates = datesIn(value, builtInVocabulary);
  const last = dates.at(-1);
  return last && last.dayFirst === undefined ? { date: last.value, range: { start: offset + last.start, end: offset + last.end } } : undefined;
}

const hasField = (key: RegExp, { fields }: Document): boolean => fields.some((field) => key.test(field.key));
