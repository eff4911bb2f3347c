import type { Document } from '../document.ts';
import { stampOf } from './stamps.ts';
import { placeRows } from './order.ts';
import type { Timeline } from './rows.ts';

/** A moment of an incident, as the document has it. */
export interface Mark {
  /** Minutes, on the same line of time as the others. */
  readonly at: number;
  /** As it is written. */
  readonly written: string;
}

/** When an incident began and ended. */
export interface Marks {
  readonly begins: readonly Mark[];
  readonly ends: readonly Mark[];
}

const BEGIN = /(?:outage|incident|impact|disruption|downtime|degradation)\s(?:begins|began|starts|started)|start of (?:the )?(?:outage|incident|impact|disruption)|(?:장애|영향|중단)(?:가|이)? (?:시작|발생)/iu;
const END = /(?:outage|incident|impact|disruption|downtime|degradation)\s(?:ends|ended|is over|(?:was |is )?resolved)|end of (?:the )?(?:outage|incident|impact|disruption)|(?:장애|영향|중단)(?:가|이)? (?:종료|해소|끝)/iu;
const EASED = /mitigated|완화/iu;

/** The rows of timelines that say that the incident begins, is mitigated and ends. */
export function marksIn(timelines: readonly Timeline[]): Marks {
  const placed = timelines.flatMap(({ strands }) => strands).flatMap(({ rows }) => placeRows(rows)).flatMap(({ row, at }) => (at === undefined ? [] : [{ at, text: row.text.slice(0, LONGEST), written: row.stamp.written }]));
  const ends = placed.filter(({ text }) => END.test(text));
  return { begins: placed.filter(({ text }) => BEGIN.test(text)), ends: ends.length ? [...ends, ...placed.filter(({ text }) => EASED.test(text))] : [] };
}

const LONGEST = 400;
const START_KEY = /^(?:incident[ _-]?)?(?:start(?:ed)?(?:[ _-]?(?:time|at))?|begin|began)$|^outage[ _-]?start$|^(?:장애 ?)?(?:시작|발생)(?: ?(?:시각|시간|일시))?$/iu;
const END_KEY = /^(?:incident[ _-]?)?(?:end(?:ed)?(?:[ _-]?(?:time|at))?|resolved(?:[ _-]?at)?)$|^outage[ _-]?end$|^(?:장애 ?)?(?:종료|해소|복구)(?: ?(?:시각|시간|일시))?$/iu;

/** When the fields of the front matter say that the incident began and ended. */
export function marksInFields({ fields, text }: Document): Marks {
  const marksOf = (key: RegExp): Mark[] =>
    fields.filter((field) => key.test(field.key) && field.valueRange).flatMap(({ valueRange }) => {
      const stamp = stampOf(text.slice(valueRange!.start, valueRange!.end).replace(/^["']/, ''));
      return stamp?.day === undefined || stamp.minutes === undefined || stamp.isVague ? [] : [{ at: stamp.day * 1440 + stamp.minutes, written: stamp.written }];
    });
  return { begins: marksOf(START_KEY), ends: marksOf(END_KEY) };
}

const LABELLED = /^[ \t>|*_+-]*([^\s:：|*_][^:：|*_\r\n]{0,30})[*_ \t]*[:：|][*_ \t]*([^\r\n]{1,80})/gmu;
const MOST = 400;

/** When lines or rows of the text that begin with such a word, `Start: 14:02`, say so; without their days where neither has one. */
export function marksInLines({ text }: Document): Marks {
  const found = [...text.matchAll(LABELLED)].slice(0, MOST).flatMap(([, label, value]) => {
    const key = label!.trim();
    const stamp = START_KEY.test(key) || END_KEY.test(key) ? stampOf(value!) : undefined;
    return stamp?.minutes === undefined || stamp.isVague || stamp.isHalfDay || stamp.monthDay !== undefined ? [] : [{ isEnd: END_KEY.test(key), day: stamp.day, zone: stamp.zone, at: (stamp.day ?? 0) * 1440 + stamp.minutes, written: stamp.written }];
  });
  // Two that are not on the same clock cannot be compared.
  if (found.some(({ day, zone }) => (day === undefined) !== (found[0]!.day === undefined) || zone !== found[0]!.zone)) return { begins: [], ends: [] };
  return { begins: found.filter(({ isEnd }) => !isEnd), ends: found.filter(({ isEnd }) => isEnd) };
}
