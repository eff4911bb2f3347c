import type { ActionFlaw, Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { yearlessDaysIn } from '../dates.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { dateAt } from './dates.ts';

/** The due date of a short text; ranges count from its start. */
export interface Due {
  readonly iso: string | null;
  readonly token: Token | null;
  readonly flaws: readonly ActionFlaw[];
  readonly cuts: readonly Range[];
}

const LABELS = [
  'due(?: ?date| ?by| ?on)?', 'deadline', 'target(?: date)?', 'eta', '기한', '마감(?:일|기한)?', '완료 ?예정일?', '목표일', '期限', '締め?切り?', '截止(?:日期)?', '到期(?:日)?', 'fällig(?:keit)?(?: am)?', 'frist', 'termin',
  'vence', 'vencimiento', 'fecha l[ií]mite', 'échéance', 'date limite', 'prazo', 'vencimento', 'scadenza',
].join('|');
// [due:: 2026-01-31] (due: 2026-01-31) {due:2026-01-31} @due(31-01-2026) due: 2026-01-31 DEADLINE: <2026-01-31 Sat>
const LABELLED = new RegExp(`(?<![\\p{L}\\p{N}_])(?:@due(?=\\()|(?:${LABELS})[*_]{0,2}\\s?[:：]{1,2})[*_]{0,2}\\s{0,2}[<([]?`, 'giu');
/** Behind these a date has to follow; a target or an end can be something else. */
const SURELY_DUE = /^@?due|deadline|기한|마감|期限|截止|fällig|frist|échéance|prazo/i;
const CALENDAR = /[📅📆🗓]\ufe0f?[\s\u00a0]{0,3}/gu;
const BEFORE = `(?:by|until|before|${LABELS}|bis(?: zum)?|avant(?: le)?|antes del?|até|entro(?: il)?|through)\\s`;
const SAYS_BEFORE = new RegExp(BEFORE, 'iu');
const PREPOSITION = new RegExp(`(?<![\\p{L}\\p{N}_])${BEFORE}(?=[\\p{L}\\d])`, 'giu');
/** `~2026-01-31` as Koreans write it. */
const TILDE = /(?<![\p{L}\p{N}~])~\s?(?=\d{4}[-./년])/gu;
const BEFORE_LAST = /\s[–—|/-]\s|[,;，、]\s?(?=[\p{L}\d])/gu;
const KOREAN_UNTIL = /\s?까지/y;
/** Scheduled, start, created, done, cancelled: dates that are not due dates. */
const OTHER_SIGNS = /[⏳🛫➕✅❌]\ufe0f?[\s\u00a0]{0,3}(?=\d)|\[(?:scheduled|start|created|completion|cancelled)::\s?/gu;
/** Is there any of the signs that say when? */
const SIGN = /[📅📆🗓⏳🛫➕✅❌🔁]/u;
const RECURRENCE = /🔁\ufe0f?\s?[^\u{1f300}-\u{1faff}⏫⏳➕✅❌⛔\r\n\]]{0,40}/gu;

/** `isListed` where a heading says that these are action items: then a date at the end is one to finish by. */
export function readDue(text: string, isListed: boolean): Due {
  const cuts: Range[] = [];
  const flaws: ActionFlaw[] = [];
  let iso: string | null = null;
  let token: Token | null = null;
  const take = (start: number, at: number, mustRead: boolean): void => {
    const date = dateAt(text, at);
    if (!date && mustRead) {
      const word = /[^\s,;)\]}>|]{0,40}/y;
      word.lastIndex = at;
      const [yearless] = yearlessDaysIn(text.slice(at, at + 24), builtInVocabulary);
      const end = at + (yearless?.start === 0 ? yearless.end : word.exec(text)![0].length);
      flaws.push({ id: 'unreadable-date', range: { start: at, end } });
    }
    if (!date || token) return;
    const value = { start: at, end: at + date.length };
    if (date.iso === null) flaws.push({ id: 'unreadable-date', range: value });
    iso = date.iso;
    token = { value, whole: wholeOf(text, start, value.end, at) };
    cuts.push(token.whole);
  };
  const hasDigit = /\d/.test(text);
  if (/[:：]|@due/i.test(text)) for (const found of text.matchAll(LABELLED)) take(found.index, found.index + found[0].length, SURELY_DUE.test(found[0]));
  const hasSign = SIGN.test(text);
  if (hasSign) for (const found of text.matchAll(CALENDAR)) take(found.index, found.index + found[0].length, true);
  if (text.includes('~')) for (const found of text.matchAll(TILDE)) take(found.index, found.index + found[0].length, false);
  if (!token && hasDigit && SAYS_BEFORE.test(text)) for (const found of text.matchAll(PREPOSITION)) take(found.index, found.index + found[0].length, false);
  if (!token && hasDigit) for (const found of text.matchAll(/\d{4}[-./년]/g)) {
    const date = dateAt(text, found.index);
    KOREAN_UNTIL.lastIndex = found.index + (date?.length ?? 0);
    if (date && KOREAN_UNTIL.test(text)) take(found.index, found.index, false);
  }
  if (!token && isListed && hasDigit) {
    for (const found of text.matchAll(BEFORE_LAST)) {
      const at = found.index + found[0].length;
      const date = dateAt(text, at);
      if (date && /^\)?[\s.*_]{0,10}$/.test(text.slice(at + date.length))) take(found.index, at, false);
    }
  }
  if (hasSign || text.includes('::')) for (const found of text.matchAll(OTHER_SIGNS)) {
    const at = found.index + found[0].length;
    cuts.push(wholeOf(text, found.index, at + (dateAt(text, at)?.length ?? 0)));
  }
  if (hasSign) for (const found of text.matchAll(RECURRENCE)) cuts.push({ start: found.index, end: found.index + found[0].trimEnd().length });
  return { iso, token, flaws, cuts };
}

/** `due` with the date at `token`, which no word introduces. */
export function dueAt(text: string, token: Token, due: Due): Due {
  const iso = dateAt(text, token.value.start)?.iso ?? null;
  return { iso, token, flaws: iso === null ? [...due.flaws, { id: 'unreadable-date', range: token.value }] : due.flaws, cuts: [...due.cuts, token.whole] };
}

const CLOSING: ReadonlyMap<string, string> = new Map([['[', ']'], ['(', ')'], ['{', '}'], ['<', '>']]);
const REST = /[^\r\n\])}>]{0,24}/y;

// With the brackets around it: `(by 2026-01-31)`, `<2026-01-31 Sat>`, `@due(2026-01-31)`.
function wholeOf(text: string, start: number, valueEnd: number, valueStart = start): Range {
  let end = valueEnd;
  const inner = valueStart > start ? CLOSING.get(text[valueStart - 1]!) : undefined;
  if (inner) {
    REST.lastIndex = end;
    const rest = end + REST.exec(text)![0].length;
    if (text[rest] === inner) end = rest + 1;
  }
  if (text.startsWith('까지', end)) end += 2;
  else if (text.startsWith(' 까지', end)) end += 3;
  const outer = start > 0 ? CLOSING.get(text[start - 1]!) : undefined;
  if (outer === '}') {
    REST.lastIndex = end;
    const rest = end + REST.exec(text)![0].length;
    if (text[rest] === outer) return { start: start - 1, end: rest + 1 };
  }
  if (outer && text[end] === outer) return { start: start - 1, end: end + 1 };
  return { start, end };
}
