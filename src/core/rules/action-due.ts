import * as v from 'valibot';
import { openActionItems } from '../actions/accountable.ts';
import { standingAlone } from '../actions/parts.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { yearlessDaysIn } from '../dates.ts';
import type { Document } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const OPTIONS = v.strictObject({ always: v.optional(v.boolean(), false) });

export default rule<'missing' | 'someday', v.InferOutput<typeof OPTIONS>>({
  id: 'action-due',
  meta: {
    title: { en: 'An action item has a date where the others have one', ko: '다른 항목처럼 조치 항목에도 기한이 있다' },
    severity: ADVICE,
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: false,
    options: OPTIONS,
    messages: {
      missing: {
        en: 'Nothing says until when "{action}" is to be done; write a date as YYYY-MM-DD.',
        ko: '"{action}"에 기한이 없습니다. 언제까지 할지 YYYY-MM-DD로 적으세요.',
      },
      someday: {
        en: '"{words}" is no day until when "{action}" is to be done; write a date as YYYY-MM-DD.',
        ko: '"{words}"(으)로는 "{action}"을(를) 언제까지 할지 알 수 없습니다. YYYY-MM-DD로 적으세요.',
      },
    },
  },
  check({ document, entry, type, options, vocabulary, report }) {
    if (!entry) return;
    const items = standingAlone(openActionItems(document, entry, vocabulary), document);
    if (!items.length) return;
    const dated = entry.actions.filter(({ due }) => due !== null).length;
    const isAsked = options.always || dated * 2 >= entry.actions.length || (type !== undefined && !type.isGuess && ASKS.test(type.template.text));
    for (const action of items) {
      const cell = cellOf(action, document);
      if (action.due !== null) continue;
      const place = placeOfDue(action);
      const words = place ? document.text.slice(place.start, place.end).trim() : '';
      if (place && SOMEDAY.test(words)) report({ message: 'someday', range: place, data: { words, action: shownAction(action) } });
      if (action.flaws.some(({ id }) => id === 'unreadable-date') || SOMEDAY.test(words)) continue;
      // It has a day, though none that can be compared with today.
      if (cell === undefined && namesDay(document.text.slice(action.range.start, action.range.end))) continue;
      if (cell === undefined ? action.dialect !== 'tables' && isAsked && (options.always || !action.trackers.length) : NOTHING.test(cell)) {
        report({ message: 'missing', range: shownRange(action, document), data: { action: shownAction(action) } });
      }
    }
  },
});

// Where something stands that is meant for the date and is none.
function placeOfDue({ dialect, tokens: { due }, flaws }: Action): Range | undefined {
  return dialect === 'tables' && due ? due.whole : flaws.find(({ id }) => id === 'unreadable-date')?.range;
}

/** Words that put a thing off without saying until when. */
const SOMEDAY = /^(?:some ?day|soon(?:ish)?|eventually|later|whenever|when(?:ever)? possible|at some point|in (?:the )?future|asap|언젠가|추후|나중(?:에)?|곧|조만간|향후|빠른 시일 내(?:에)?|가능한 빨리|irgendwann|bald|später)[.!]?$/iu;

function namesDay(text: string): boolean {
  return LIMIT.test(text) || yearlessDaysIn(text, builtInVocabulary).some(({ start, end }) => BEFORE_DAY.test(text.slice(Math.max(0, start - 10), start)) || /^ ?까지/.test(text.slice(end, end + 4)));
}

const BEFORE_DAY = /(?:(?<!\p{L})(?:by|until|till|before|due(?: on)?) |~ ?)$/iu;

const LIMIT = new RegExp(
  [
    String.raw`(?<!\p{L})(?:by|until|till|before|due) (?:\d{1,2}[/.]\d{1,2}(?!\d)|(?:the )?end of (?:the |this |next )?(?:week|month|quarter|year|sprint)|(?:next |this )?(?:(?:mon|tues|wednes|thurs|fri)day|week|month|quarter|sprint)|tomorrow)(?!\p{L})`,
    String.raw`~ ?\d{1,2}[/.]\d{1,2}(?!\d)|\d{1,2}[/.]\d{1,2}\.? ?까지|(?:요일|이번 ?주|다음 ?주|금주|차주|이번 ?달|다음 ?달|월말|연말|분기|내일)까지`,
  ].join('|'),
  'iu',
);

// What stands in the column for the date.
function cellOf({ dialect, tokens: { due } }: Action, { text }: Document): string | undefined {
  return dialect === 'tables' && due ? text.slice(due.whole.start, due.whole.end) : undefined;
}

const NOTHING = /^(?:[\s\-–—.…*_?]*|tbd|tba|n\/a|none|미정|없음|未定|待定|offen)$/i;

/** A column for the date, or a place for one behind the text, in the template. */
const ASKS = /\|[ \t]*(?:due(?: date| by)?|deadline|target date|기한|마감일?)[ \t]*\||(?:due|deadline|기한|마감)[:：]{1,2}[ \t]?[{<[]|📅/iu;
