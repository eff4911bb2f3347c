import { daysBetween, isoDay } from '../calendar.ts';
import { datesIn } from '../dates.ts';
import type { Document, Section } from '../document.ts';
import type { Entry, Status } from '../entry.ts';
import { changeDetailsIn, type ChangeDetails } from '../meeting/change-details.ts';
import { linesOf } from '../meeting/lines.ts';
import { rolesOf } from '../section-roles.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';

/** A step of a rollout that a document has a date for. */
export interface PlannedChange {
  readonly entry: Entry;
  /** Undefined where the whole document is the change, as a launch is. */
  readonly step: string | undefined;
  readonly section: Section | undefined;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly details: ChangeDetails;
}

/** How far ahead a meeting looks; days. */
const AHEAD = 28;

const OVER: readonly (Status | null)[] = ['rejected', 'withdrawn', 'superseded', 'deprecated', 'deferred', 'draft'];

/** May a document plan changes of production at all? */
export function mayPlan({ kind, status }: Entry): boolean {
  return kind === 'design' && !OVER.includes(status);
}

/** The dates of a rollout that lie ahead of the day of a meeting, in the order of the text. */
export function plannedChanges(document: Document, entry: Entry, day: string): PlannedChange[] {
  const isAhead = (date: string): boolean => {
    const days = daysBetween(day, date);
    return days !== undefined && days >= 0 && days <= AHEAD;
  };
  const launch = document.fields.filter(({ key }) => LAUNCH.test(key)).flatMap(({ valueRange }) => (valueRange ? datesOf(document.text.slice(valueRange.start, valueRange.end), day) : [])).find(isAhead);
  const steps = document.sections.filter((section) => STEPS.test(section.title) || rolesOf(section, undefined).includes('implementation')).flatMap((section) => linesOf(section, document).flatMap((line) => {
    const { text } = line;
    const date = datesOf(text, day).find(isAhead);
    return date === undefined || /^\[[xX]\]/.test(text) ? [] : [{ entry, section, date, step: stepOf(text), details: changeDetailsIn(line) }];
  }));
  return [...(launch === undefined ? [] : [{ entry, step: undefined, section: undefined, date: launch, details: detailsOfFields(document) }]), ...steps];
}

// Of a launch: what its fields say.
function detailsOfFields({ fields, text }: Document): ChangeDetails {
  const said = (key: RegExp): string | undefined => {
    const range = fields.find((field) => key.test(field.key))?.valueRange;
    const value = range && text.slice(range.start, range.end).trim().replace(/^(["'])(.*)\1$/su, '$2');
    return value && !value.includes('{') && value.length <= 200 ? value : undefined;
  };
  return { duration: said(/^(?:launch[-_ ]?)?(?:duration|소요[-_ ]?시간)$/iu), end: said(/^(?:launch[-_ ]?)?(?:end|종료)$/iu), effect: said(/^(?:expected[-_ ]?)?(?:effect|impact)$|^(?:예상[-_ ]?)?영향$/iu) };
}

const LAUNCH = /^(?:launch|roll-?out|go-?live|migration|cut-?over|release|deployment|출시|배포|전환|이관)(?:[-_ ]?(?:date|day|일|일자))?$/iu;
const STEPS = /roll-?out|cut-?over|launch plan|switching off|decommission|전환|배포|출시|이관|종료/iu;

// Whole dates, and those without a year that lie nearest.
function datesOf(text: string, near: string): string[] {
  const whole = datesIn(text, builtInVocabulary).map(({ value, start, end }) => ({ value, start, end }));
  const year = Number(near.slice(0, 4));
  const short = [...text.slice(0, 4000).matchAll(MONTH_DAY)].flatMap((found) => {
    const month = found[5] === undefined ? builtInVocabulary.months.get((found[1] ?? found[4]!).toLowerCase()) : Number(found[5]);
    if (month === undefined || whole.some(({ start, end }) => found.index < end && start < found.index + found[0].length)) return [];
    const days = [year, year + 1].flatMap((one) => isoDay(one, month, Number(found[2] ?? found[3] ?? found[6])) ?? []);
    const ahead = days.find((one) => one >= near);
    return ahead === undefined ? [] : [{ value: ahead, start: found.index }];
  });
  return [...whole, ...short].sort((one, other) => one.start - other.start).map(({ value }) => value);
}

const MONTH_DAY = /(?<![\p{L}\d])(?:(\p{Script=Latin}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)? (\p{Script=Latin}{3,9})|(\d{1,2})월 ?(\d{1,2})일)(?![\d:%])/gu;

// `Stop the writes: if there is no difference, on 11 December` is the step "Stop the writes".
function stepOf(text: string): string {
  const plain = text.replace(/^\[.\]\s*/, '').replace(/ \| .*$/s, '');
  const name = /^[^:：.。]{3,80}(?=[:：.。](?:\s|$))/u.exec(plain)?.[0] ?? plain;
  const characters = [...name.slice(0, 400)];
  return characters.length > 80 ? `${characters.slice(0, 80).join('').trimEnd()}…` : name.trim();
}
