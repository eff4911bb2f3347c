import { placesIn } from './places.ts';
import { standsForAnother } from './still-to-come.ts';
import { asksForTitle } from './title.ts';

/** Does the value of a template's field stand for another one: `NNNN`, "TBD", "Your name", `@jane.doe`, `[TBD]`? */
export function asksForValue(key: string, value: string): boolean {
  return itemsOf(value).some((item) => {
    const words = item.replace(/^(["'])(.*)\1$/u, '$2').trim().toLowerCase();
    if (words === '') return false;
    if (/^y{2,4}[-./]/u.test(words) || standsForAnother(words) || FORM.test(words) || ASKS.test(words) || NOBODY.test(words)) return true;
    if (nameOf(words) === nameOf(key) || placesIn(words).some((place) => !place.words.startsWith('['))) return true;
    return IN_WORDS.test(key) && words.includes(' ') && (A_FEW_WORDS.test(words) || asksForTitle(words));
  });
}

function itemsOf(value: string): string[] {
  if (value.startsWith('- ')) return value.slice(2).split(' - ');
  return /^\[.*\]$/u.test(value) ? value.slice(1, -1).split(',') : [value];
}

const nameOf = (words: string): string => words.toLowerCase().replace(/[-_ ]+/g, ' ').trim();

const FORM = /(?<![\p{L}\p{N}])(?:n{3,}|x{2,})(?![\p{L}\p{N}])/u;
const ASKS = /\byour\b|^(?:who|what|when|where|which|please|describe|enter|insert|first ?name|full ?name|list of|names? of|date of|link to|url of|comma[- ]separated)\b|(?:하세요|쓰세요|적으세요|주세요|입력)[.。]?$/u;
const NOBODY = /\b(?:jane|john)[ ._-]?doe\b|\bjdoe\b|(?<!\w)@?(?:user ?name|github[- _]?(?:user ?name|handle|id|user))(?!\w)|@example\.(?:com|org|net)\b|홍길동/u;
/** Is it a name or an address that belongs to nobody: Jane Doe, 홍길동, `@example.com`? */
export const namesNobody = (words: string): boolean => NOBODY.test(words);

const IN_WORDS = /^(?:title|name|description|summary|subject|abstract|authors?|owners?|제목|이름|설명|요약|작성자|담당자)$/iu;
const A_FEW_WORDS = /^(?:a|an|one|the title|short|brief|concise|descriptive)\b/u;
