/** Does the text (a key, as `blockKey` makes it) only say that it will be written? */
export function isStillToCome(key: string): boolean {
  return key.length <= LONGEST && SAYS_LATER.test(key) && STILL_TO_COME.test(key);
}

const LONGEST = 200;

const LATER = String.raw`(?:tbd|tba|tbc|todo|fixme|wip|to be (?:determined|defined|decided|done|written|added|filled(?: in)?|completed|confirmed|announced)|coming soon|fill (?:me|this) in|\?{2,}|\.{3}|…|미정|추후 ?(?:작성|결정|정리)|작성 ?(?:예정|중)|정리 ?예정)`;
const SAYS_LATER = new RegExp(LATER, 'u');
const STILL_TO_COME = new RegExp(String.raw`^[^\p{L}\p{N}]*${LATER}[^\p{L}\p{N}]*$`, 'u');

/** Does the text stand for another one: "TBD", `YYYY-MM-DD`, `HH:MM`, `00:00`, `NNNN`, an example? */
export function standsForAnother(key: string): boolean {
  return isStillToCome(key) || FORM_OF_A_VALUE.test(key) || EXAMPLE.test(key);
}

const FORM_OF_A_VALUE = /^[^\p{L}\p{N}]*(?:y{2,4}[-./]?m{1,2}[-./]?d{1,2}|h{1,2}:m{1,2}(?::s{1,2})?|0{1,2}:00(?::00)?|0000[-./]00[-./]00(?: 00:00(?::00)?)?|[md]{2}[-./][md]{2}[-./]y{2,4}|y{4}[-./]m{1,2}[-./]d{1,2} h{1,2}:m{1,2}|(?:[a-z]{1,8}[-# ])?(?:n{3,}|x{2,}))[^\p{L}\p{N}]*$/u;
const EXAMPLE = /^(?:(?:example|sample|예시)(?:$|:)|e\.g\.|for example\b|예: ?)/u;
