import type { ActionState } from '../entry.ts';
import { isState, signOf, stateOf, stateWithin } from './states.ts';

const STRUCK = /^~~[^~]+~~[\s.]*$/;
const IN_BRACKETS = /[([]([^()[\]]{2,40})[)\]][\s.*_]{0,6}$/;
const BEHIND_DASH = /\s[–—-]\s+[*_]{0,2}([^–—()[\]]{2,20}?)[*_]{0,2}[\s.!]{0,4}$/;
const IN_FRONT = /^[*_]{0,2}(?:[([]([^()[\]]{2,20})[)\]][*_]{0,2}\s|([^\s:：][^:：\r\n]{1,19})\s?[:：]\s?\S)/;
/** What may stand behind the word of a state and belongs to it: a day, a number, where it was done. */
const AND_WHERE = /^(?:[\s,:–—-]+(?:(?:in|by|on|with|via|see|as of|since)\s|[#\d(@\ufffc]))/u;
const AT_END = /\s(?:\*\*([^*]{2,20})\*\*|__([^_]{2,20})__|(DONE|FIXED|CLOSED|RESOLVED|CANCELL?ED|WIP))[\s.!]{0,4}$/;
const MENTIONS = /(?:\s@[\p{L}\p{N}._-]{1,40}){1,5}\s*$/u;

/** The state of an item that is said in passing, with no place that a tick could be set in: `text (DONE)`, `~~text~~`, `text — done`, `[완료] text`, `text ✅`. */
export function stateInPassing(written: string): ActionState | undefined {
  if (STRUCK.test(written)) return 'done';
  const last = written.slice(-200).replace(MENTIONS, '').slice(-80);
  const bracketed = IN_BRACKETS.exec(last)?.[1];
  const end = AT_END.exec(last);
  const front = IN_FRONT.exec(written.slice(0, 60));
  const names = [BEHIND_DASH.exec(last)?.[1], end?.[1] ?? end?.[2] ?? end?.[3], front?.[1] ?? front?.[2]];
  const named = names.find((name) => name !== undefined && isState(name));
  return (bracketed === undefined ? undefined : stateSaid(bracketed)) ?? (named === undefined ? signOf(written) : stateOf(named)?.state);
}

function stateSaid(words: string): ActionState | undefined {
  const found = stateOf(words);
  const isSaid = isState(words) || (found?.start === 0 && AND_WHERE.test(words.slice(found.end)));
  return isSaid ? found?.state : stateWithin(words)?.state;
}
