import { isKoreanName } from '../korean-names.ts';
import { isState } from './states.ts';

/** What stands in brackets behind an item and names nobody. */
export const NO_PERSON = /^(?:optional|required|done|todo|wip|tbd|n\/?a|later|new|old|draft|alpha|beta|ga|stretch|ongoing|blocked|maybe|again|all|team|everyone|high|low|medium|prevent|mitigate|process|detect|repair|investigate|other|선택|필수|완료|추후)$/i;
// What brackets with a date say of the date, or of the thing, as often as a name.
const NO_NAME = /^(?:see|after|before|by|until|from|since|in|on|at|for|with|via|per|as|the|an?|and|or|not|no|if|when|once|part|phase|sprint|release|version|milestone|step|week|quarter|month|day|target|expected|estimated|planned|scheduled|tentative|tentatively|approx|approximately|about|around|roughly|early|mid|late|end|next|this|last|start|eod|eow|eoq|due|date|deadline|eta|updated|created|merged|released|opened|filed|reported|slack|jira|github|gitlab|confluence|notion|staging|production|prod|canary|kubernetes|k8s|aws|gcp|gke|eks|azure|ios|android|v\d[\p{L}\p{N}.]*|api|ui|docs?|db|bug|fix|feature|chore|tests?|ci|rfc|adr|pr|mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm|utc|gmt|kst|pst|pdt|est|edt|cet)(?![\p{L}\p{N}])/iu;
const WORD = /^\p{L}[\p{L}\p{N}._'’-]{1,30}$/u;
const NAMES = /^\p{Lu}[\p{L}.'’-]{0,30}(?: (?:\p{Lu}[\p{L}.'’-]{0,30}|de|da|dos|del|van|von|der|den|la|le|bin|al)){0,2} \p{Lu}[\p{L}.'’-]{0,30}$/u;
const TEAM = /^(?:\p{L}[\p{L}\p{N}&.'’-]{0,30} ){1,3}(?:team|squad|group|guild|crew)$|^[가-힣A-Za-z ]{1,20}(?:팀|파트|담당)$/iu;
const OTHER_SCRIPT = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,5}$/u;

/** How Koreans call each other at work. */
const RANK = / ?(?:님|씨|책임|선임|수석|매니저|팀장|리드|과장|차장|부장|대리|사원|프로|엔지니어)$/u;

/** Do a few words name somebody who can do something: one of `people` (in small letters), a name, a handle or a team? In Korean, one word is a name by its surname. */
export function isPerson(words: string, people: ReadonlySet<string>): boolean {
  const name = words.trim();
  if (people.has(name.toLowerCase())) return true;
  if (NO_PERSON.test(name) || NO_NAME.test(name) || isState(name)) return false;
  if (/[가-힣]/u.test(name)) return isKoreanName(name.replace(RANK, '')) || /^[가-힣]{2,4} ?[님씨]$/u.test(name) || TEAM.test(name);
  return OTHER_SCRIPT.test(name) || WORD.test(name) || NAMES.test(name) || TEAM.test(name);
}
