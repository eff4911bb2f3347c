import { Pair, Scalar, YAMLMap } from 'yaml';

/**
 * The map that YAML reads of lines such as `status: accepted`, with the same ranges: one word before the colon, one plain value
 * behind it. Undefined where anything else stands among them, or a value may be more than its words; then only YAML can tell.
 * Most front matter is no more than that, and YAML takes longer for it than all that is read of it afterwards.
 */
export function plainYaml(source: string): YAMLMap<Scalar, Scalar> | undefined {
  const map = new YAMLMap<Scalar, Scalar>();
  for (let at = 0; at < source.length; ) {
    LINE.lastIndex = at;
    const found = LINE.exec(source);
    if (!found) return undefined;
    const [line, key, gap, rest] = found as unknown as readonly [string, string, string, string];
    const words = withoutBlanks(rest);
    const value = valueOf(words);
    if (value === undefined || NO_WORDS.test(key) || MORE.test(words)) return undefined;
    const start = at + key.length + gap.length;
    map.items.push(new Pair(scalar(key, at, key), scalar(value, start, words)));
    at += line.length;
  }
  return map.items.length ? map : undefined;
}

// Blanks and letters of any script, but no tab, and nothing that some readers take for the end of a line.
const LINE = /([A-Za-z_][\w-]{0,60})(: +)([\p{L}\d<(][^\0-\x1f\x7f-\xa0\u2028\u2029\ufeff]*)(?:\r?\n|$)/uy;

/** A colon or a comment that YAML sees in the words. */
const MORE = /:(?: |$)| #/;

const NO_WORDS = /^(?:null|true|false)$/i;

const NUMBER = /^\d/;

// What begins with a digit may be a number in many forms; a whole one of a few digits, and what has other signs in it, are sure.
function valueOf(words: string): string | number | undefined {
  if (!NUMBER.test(words)) return NO_WORDS.test(words) ? undefined : words;
  if (/^\d{1,15}$/.test(words)) return Number(words);
  return /[^\w.+-]/.test(words) || /^\d{4}-\d\d-\d\d$/.test(words) ? words : undefined;
}

// At its end.
function withoutBlanks(rest: string): string {
  let end = rest.length;
  while (rest[end - 1] === ' ') end--;
  return rest.slice(0, end);
}

function scalar(value: string | number, start: number, source: string): Scalar {
  const made = new Scalar(value);
  made.type = Scalar.PLAIN;
  made.source = source;
  made.range = [start, start + source.length, start + source.length];
  return made;
}
