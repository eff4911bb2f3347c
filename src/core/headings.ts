import { remembering } from './remembering.ts';
import { EMOJI } from './vocabulary/terms.ts';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NUMBERING = /^(?:(?:(?:\d+(?:\.\d+)*|[ivx]+|[a-z]|[가나다라마바사아자차카타파하])[.)]|\d+(?:\.\d+)+|[(［[]\d{1,3}[)］\]]|제 ?\d{1,3} ?[장절항부편][.:]?)\s+|\d{1,3}(?: ?:| [-–—])\s+(?=\p{L})|\d{1,2}(?:\.\d{1,2})*[.)](?=\p{L}{2}|\p{Script=Hangul}))/iu;
/** How each of them begins. */
const MAY_BE_NUMBERED = /^(?:\d|[(（[［제]|(?:[ivx]+|[a-z가-하])[.)])/iu;
const OPTIONAL_WORDS = 'optional|if (?:applicable|needed|necessary|required)|선택|선택 ?(?:사항|항목)|옵션|필요 ?시|필요한 경우|해당 ?시|facultatif|facultative|optionnel|optionnelle|opcional|任意|可选|選擇性';
const OPTIONAL = new RegExp(`(?:\\s?[(（[［【](?:${OPTIONAL_WORDS})[)）\\]］】]|(?<=\\S)\\s[-–—]\\s(?:optional|선택|선택 ?(?:사항|항목)|옵션))[\\s:：]*$`, 'iu');
const OPTIONAL_AHEAD = /^(?:\\?[(（[［【](?:optional|선택|옵션|opcional|任意|可选)\\?[)）\]］】][:：]?\s?|(?:optional|선택|옵션) ?[:：]\s?(?=\S))/iu;
const REQUIRED = /\s?[(（[［【](?:required|mandatory|필수|필수 ?(?:사항|항목)|必須|必填)[)）\]］】][\s:：]*$/iu;
const REQUIRED_AHEAD = /^[(（[［【](?:required|mandatory|필수|必須|必填)[)）\]］】][:：]?\s?(?=\S)/iu;
const KEYCAP = /[\d#*]\uFE0F?\u20E3/gu;
const SHORTCODE = /^:[a-z0-9_+-]{1,40}:\s|\s:[a-z0-9_+-]{1,40}:$/giu;
const ANCHOR = /\s?\{#[^{}]{0,200}\}$/u;

/** No heading that is longer is compared to its end; UTF-16 units. */
const LONGEST = 500;

/**
 * What two headings are compared by: without case, numbering, emphasis, emoji, comments, a trailing colon,
 * the words "(optional)" and "(required)" and the difference between full and half width.
 */
export const headingKey = remembering((title) => {
  const words = title
    .slice(0, LONGEST)
    .replace(COMMENT, '')
    .replace(/[*_`~\u200b]/g, '')
    .replace(/^\s*[①-⑳]\s*/u, '')
    .replace(KEYCAP, '')
    .replace(EMOJI, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SHORTCODE, '')
    .trim();
  const bare = (MAY_BE_NUMBERED.test(words) ? words.replace(NUMBERING, '') : words).replace(ANCHOR, '').replace(/[’‘]/g, "'");
  return withoutOptional(bare).replace(REQUIRED, '').replace(REQUIRED_AHEAD, '').replace(/[\s:]+$/u, '').toLowerCase();
});

/** Does the heading itself say that its section may be left out? */
export function saysOptional(title: string): boolean {
  const words = title.slice(0, LONGEST).replace(COMMENT, '').trim();
  return OPTIONAL.test(words) || OPTIONAL_AHEAD.test(words);
}

/** The heading without the word that says so. */
export function withoutOptional(title: string): string {
  return title.replace(OPTIONAL, '').replace(OPTIONAL_AHEAD, '');
}

/** Words of a heading that stand for whatever the author puts there: `{option 1}`, `<title>`, `[Name]`, nothing. */
export function isPlaceholderTitle(title: string): boolean {
  return /^(?:\{.*\}|<.*>|\[.*\])$/u.test(title.trim()) || title.trim() === '';
}

/**
 * What a numbered example has in common with the next one: `Story 1` and `Story 2` are both `story #`,
 * `Option A – Title` and `Option B` are both `option #`. Undefined for other headings.
 */
export function numberedKey(title: string): string | undefined {
  const found = NUMBERED.exec(headingKey(title));
  return found ? `${found[2]!.trim()} #` : undefined;
}

/** A numbered heading that says behind its number what it is about: `Phase 1: Preparation`; all as headings are compared. */
export interface NamedStep {
  readonly numbered: string;
  readonly name: string;
  /** The same heading with another sign between number and name, or with the number alone. */
  readonly keys: readonly string[];
}

/** Undefined where nothing stands behind the number, or there is none. */
export function namedStep(title: string): NamedStep | undefined {
  const key = headingKey(title);
  const numbered = NUMBERED.exec(key)?.[1]?.trim();
  const name = numbered === undefined ? '' : key.slice(numbered.length).replace(/^[\s:.)\-–—([]+|[)\]]$/gu, '').trim();
  if (numbered === undefined || name === '') return undefined;
  return { numbered, name, keys: [': ', ' - ', ' – ', ' — ', '. ', ' '].map((sign) => numbered + sign + name).concat(`${numbered} (${name})`, numbered).filter((one) => one !== key) };
}

const NUMBERED = /^((\p{L}[\p{L} -]{0,60}?)(?: ?#?\d{1,3}| [a-z]| [ivx]{1,4}))(?=$| ?[:.)\-–—([])/iu;

/**
 * The keys without their numbers of headings beside each other that a bare number counts on: `1 Goals`, `2 Design`, `(3) Tests`.
 * A number that nothing goes on from, as in `5 Whys`, is a word.
 */
export function keysWithoutBareNumbers<S extends { readonly title: string; readonly parent: S | undefined }>(sections: readonly S[]): ReadonlyMap<S, string> {
  const keys = new Map<S, string>();
  const last = new Map<S | undefined, { readonly section: S; readonly number: number; readonly rest: string | undefined }>();
  for (const section of sections) {
    const number = ANY_NUMBER.exec(section.title)?.[1];
    if (number === undefined) continue;
    const one = { section, number: Number(number), rest: BARE_NUMBER.exec(headingKey(section.title))?.[1] };
    const before = last.get(section.parent);
    if (before && before.number + 1 === one.number && before.rest !== one.rest) for (const { section: own, rest } of [before, one]) if (rest !== undefined) keys.set(own, rest);
    last.set(section.parent, one);
  }
  return keys;
}

/** The key without what the author adds behind the words: `Timeline (UTC)`, `Decision: one queue`, `Rollout – in May`. Undefined where nothing is added. */
export function keyWithoutAddition(title: string): string | undefined {
  const key = headingKey(title);
  const at = key.search(ADDITION);
  return at > 0 ? key.slice(0, at).trim() : undefined;
}

/** Every key that a document's heading may be found by, whatever stands beside it. */
export const keysOfHeading = remembering((title: string): readonly string[] => {
  const key = headingKey(title);
  return [key, keyWithoutAddition(title), BARE_NUMBER.exec(key)?.[1]].filter((one) => one !== undefined);
});

const ADDITION = /[(:[]| [-–—] /u;
const BARE_NUMBER = /^\d{1,2} (\p{L}.*)$/u;
const ANY_NUMBER = /^[\s*_(（[［]*(?:제 ?)?(\d{1,2})(?!\d)/u;
