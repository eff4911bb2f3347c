import { datesIn } from '../dates.ts';
import { durationsIn } from '../timeline/durations.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { cellUnder, isNothing, type Line } from './lines.ts';

/** The columns in which a change of production says when it starts and ends, how long it takes and what to expect, by their headers in small letters. */
export const COLUMNS = {
  start: /^(?:start|starts|when|date|time|scheduled|from|begin|시작|일시|시각|날짜|예정일|일정)/u,
  duration: /^(?:duration|how long|length|window|takes|소요|기간|지속)/u,
  end: /^(?:end|ends|until|to|종료|완료)/u,
  effect: /effect|impact|expected|risk|영향|효과/u,
} as const;

/** What the cell of a change in a column says; an empty text where it says nothing, undefined where there is no such column. */
export function saidUnder(line: Line, column: keyof typeof COLUMNS): string | undefined {
  const cell = cellUnder(line, COLUMNS[column]);
  return cell && (isNothing(cell.text) && !SAYS_NONE.test(cell.text) ? '' : cell.text);
}

// No effect is an answer.
const SAYS_NONE = /none|nothing|no |n\/a|없/iu;

/** How long a change takes, until when, and what to expect of it, as far as it says so beyond doubt, in its own words. */
export interface ChangeDetails {
  readonly duration: string | undefined;
  readonly end: string | undefined;
  readonly effect: string | undefined;
}

/** Reads them from the cells of a row, or from an item: `Duration: 2 hours`, `for three days`, `02:00-03:00`, `Expected effect: …`. */
export function changeDetailsIn(line: Line): ChangeDetails {
  if (line.table) return { duration: saidUnder(line, 'duration') || undefined, end: saidUnder(line, 'end') || undefined, effect: saidUnder(line, 'effect') || undefined };
  const text = line.text.slice(0, LONGEST);
  return { duration: labelled(text, DURATION) ?? lengthIn(text), end: labelled(text, END) ?? lastDayIn(text), effect: labelled(text, EFFECT) };
}

const LONGEST = 2000;
const DURATION = /^(?:expected |estimated )?(?:duration|how long|time needed|소요 ?시간|예상 ?소요 ?시간|기간|지속 ?시간)$/iu;
const END = /^(?:end|ends|until|종료|종료 ?(?:시각|예정))$/iu;
const EFFECT = /^(?:(?:expected|user|customer) )?(?:effects?|impact)$|^(?:expected|예상 ?(?:영향|효과)|(?:사용자 ?)?영향|효과)$/iu;

// `…. Expected effect: labels come late. …`
function labelled(text: string, label: RegExp): string | undefined {
  for (const part of text.split(/(?<=[.;。])\s+|[\r\n]+/u)) {
    const colon = part.search(/[:：]\s/u);
    if (colon > 0 && colon <= 30 && label.test(part.slice(0, colon).trim())) return part.slice(colon + 1).trim().replace(/[.;。]$/u, '') || undefined;
  }
  return undefined;
}

// One that stands alone or behind a word for it; `after a week` and `within two hours` are something else.
function lengthIn(text: string): string | undefined {
  const spans = [...text.matchAll(SPAN)].map(([span]) => span);
  const lengths = durationsIn(text).filter(({ start, end }) => {
    const [before, behind] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 10)];
    return TAKES.test(before) || /^\s?(?:동안|간(?!\p{L})|소요|걸[리림릴])/u.test(behind) || (/[,(（]\s?$/u.test(before) && /^\s?(?:[,:;)）]|\.?$|\.\s)/u.test(behind));
  }).map(({ start, end }) => text.slice(start, end));
  const [found, ...others] = [...spans, ...lengths];
  return others.length ? undefined : found;
}

const SPAN = /(?<![\d:])\d{1,2}:\d{2}\s?[-–—~]\s?\d{1,2}:\d{2}(?![\d:])(?: [A-Z]{2,4}(?!\p{L}))?/gu;
const TAKES = /(?<!\p{L})(?:for|takes?|taking|lasts?|lasting)(?: (?:about|around|up to|at most|roughly|some))?\s$/iu;

// `2026-03-09 to 2026-03-11`
function lastDayIn(text: string): string | undefined {
  const [first, second, ...others] = datesIn(text, builtInVocabulary);
  return first && second && !others.length && /^\s?(?:to|until|through|[-–—~]|부터)\s?$/u.test(text.slice(first.end, second.start)) ? second.value : undefined;
}
