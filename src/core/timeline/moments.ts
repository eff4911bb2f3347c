import { datesIn, yearlessDaysIn } from '../dates.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { durationsIn } from './durations.ts';
import { timesIn } from './stamps.ts';

/** What a text says of when something happens. */
export interface Moments {
  /** Does it say when: a day, a weekday, a time of the day, "tomorrow", "every night"? */
  readonly isTimed: boolean;
  /** Does it say how long: a length of time, or when it ends beside when it begins? */
  readonly hasLength: boolean;
}

/** Looks for moments and lengths of time anywhere in a text; at most `LONGEST` characters of it are looked at. */
export function momentsIn(text: string): Moments {
  const head = text.slice(0, LONGEST);
  const days = [...datesIn(head, builtInVocabulary), ...yearlessDaysIn(head, builtInVocabulary)];
  const times = timesIn(head);
  const isTimed = days.length > 0 || times.length > 0 || HOURS.test(head) || IN_WORDS.test(head);
  const hasEnd = days.length > 1 || times.length > 1 || HOURS.test(head) || days.some(({ end }) => TO_DAY.test(head.slice(end, end + 20)));
  return { isTimed, hasLength: hasEnd || durationsIn(head).length > 0 || LENGTH_IN_WORDS.test(head) || (isTimed && BETWEEN.test(head)) };
}

const LONGEST = 2000;
/** `24-30` behind a month, `24일~30일`. */
const TO_DAY = /^(?:\([월화수목금토일]\))?\s?(?:[-–—~]|to|until|through)\s?\d{1,2}(?:st|nd|rd|th|일)?(?![\p{L}\d:])/u;
/** `2-3am`, `02~03시`. */
const HOURS = /(?<![\d:.])\d{1,2}\s?[-–—~]\s?\d{1,2}\s?(?:[ap]\.?m(?!\p{L})|시(?!간))/iu;
const IN_WORDS = new RegExp(
  [
    String.raw`(?<!\p{L})(?:today|tomorrow|tonight|immediately|asap|daily|nightly|weekly|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|(?:next|this|every|each) (?:week|month|quarter|sprint|day|night|morning|evening)|week \d|q[1-4]|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})`,
    String.raw`(?<![\p{L}\d./])\d{1,2}\/\d{1,2}(?![\d/])|(?<![\p{L}\d.])\d{1,2}\. ?\d{1,2}\.? ?(?:\([월화수목금토일]\)|\d{1,2}:\d{2})`,
    String.raw`\d{1,2}월|오늘|내일|모레|매일|매주|매월|즉시|[월화수목금토일]요일|\([월화수목금토일]\)|(?:다음|이번) ?(?:주|달)|차주|금주`,
  ].join('|'),
  'iu',
);
const LENGTH_IN_WORDS = /(?<!\p{L})(?:until|all day|one day|overnight|half (?:an hour|a day)|(?:a few|a couple of|several) (?:seconds|minutes|hours|days|weeks))(?!\p{L})|permanent|instant|immediate|부터|까지|동안|하루|반나절|상시|(?:몇|수) ?(?:초|분|시간|일)(?!\p{L})/iu;
/** Between what else there is nothing of time. */
const BETWEEN = /(?<!\p{L})(?:through|between)(?!\p{L})/iu;
