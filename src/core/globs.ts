import type { Text } from './language.ts';

/** The longest glob, in UTF-16 units. */
const LONGEST = 1000;

/** How many globs one glob with braces may stand for. */
const MOST_CHOICES = 100;

/** What is wrong with a glob. */
export const GLOB_MISTAKES = {
  negated: { en: 'A glob cannot begin with "!" here: each one adds files, and none takes any away.', ko: '여기에서는 글로브를 "!"로 시작할 수 없습니다. 글로브는 파일을 더할 뿐 빼지 않습니다.' },
  'too-long': { en: `This glob is too long; use at most ${LONGEST} characters and ${MOST_CHOICES} choices in braces.`, ko: `글로브가 너무 깁니다. ${LONGEST}자, 중괄호의 선택지는 ${MOST_CHOICES}개까지 쓸 수 있습니다.` },
  unclosed: { en: 'A bracket or a brace in this glob is not closed; put "\\" before one that belongs to the name.', ko: '글로브의 괄호가 닫히지 않았습니다. 이름에 든 괄호 앞에는 "\\"를 쓰세요.' },
  extended: { en: 'This glob has a pattern that Docket does not know; use *, **, ?, [abc] and {a,b}.', ko: 'Docket이 모르는 글로브 패턴입니다. *, **, ?, [abc], {a,b}만 쓸 수 있습니다.' },
  outside: { en: 'This glob leads out of the folder of this file; globs count from it.', ko: '글로브가 이 파일의 폴더 밖을 가리킵니다. 글로브는 그 폴더를 기준으로 합니다.' },
} satisfies Record<string, Text>;

/** What keeps a glob from being used. */
export function globMistake(glob: string): keyof typeof GLOB_MISTAKES | undefined {
  if (glob.startsWith('!')) return 'negated';
  if (glob.length > LONGEST) return 'too-long';
  const bare = glob.replace(/\\[\s\S]/gu, 'x');
  if (/[?*+@!]\(|\[\[:|\{[^{},]*\.\.[^{},]*\}/u.test(bare)) return 'extended';
  if (bare.split('/').includes('..')) return 'outside';
  const choices = choicesOf(glob);
  if (!choices) return balanced(bare) ? 'too-long' : 'unclosed';
  return choices.every((one) => one.split('/').every((part) => partsOf(part) !== undefined)) ? undefined : 'unclosed';
}

/**
 * Makes one test of several globs: `*` and `?` stay in a folder, `**` goes through folders, `[a-z]` is one character, `{a,b}` a choice.
 * Each takes time in proportion to its length and the path's, whatever they are. Without globs nothing passes.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.filter((glob) => globMistake(glob) === undefined).flatMap((glob) => choicesOf(glob.normalize('NFC')) ?? []).map(patternOf);
  return (path) => {
    if (!patterns.length) return false;
    const folders = path.normalize('NFC').split('/').map((name) => [...name]);
    return patterns.some((pattern) => matches(pattern, folders, (part) => part === ANY_FOLDERS, (part, name) => part !== ANY_FOLDERS && matches(part, name, (one) => one === ANY, fits)));
  };
}

/** The folder in which every file lies that a glob can match; empty for the glob's own folder. */
export function globBase(glob: string): string {
  const folders = glob.replace(/^\.?\//, '').split('/').slice(0, -1);
  const open = folders.findIndex((one) => /[*?[\]{}\\]/u.test(one));
  return folders.slice(0, open < 0 ? undefined : open).join('/');
}

/** Any characters of one name. */
const ANY = Symbol('*');
/** Any folders, also none. */
const ANY_FOLDERS = Symbol('**');

/** A character class, or `?` where it has no ranges. */
interface OneOf {
  readonly not: boolean;
  readonly ranges: readonly (readonly [from: string, to: string])[];
}

type Part = string | OneOf | typeof ANY;
type Pattern = readonly (readonly Part[] | typeof ANY_FOLDERS)[];

function patternOf(glob: string): Pattern {
  const parts = glob.replace(/^\.?\//, '').replace(/\/$/, '/**').split('/');
  return parts.map((part) => (part === '**' ? ANY_FOLDERS : (partsOf(part) ?? [])));
}

// Undefined where a bracket is not closed.
function partsOf(glob: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  const characters = [...glob];
  for (let at = 0; at < characters.length; at++) {
    const one = characters[at]!;
    if (one === '\\' && at + 1 < characters.length) parts.push(characters[++at]!);
    else if (one === '*') {
      if (parts.at(-1) !== ANY) parts.push(ANY);
    } else if (one === '?') parts.push({ not: true, ranges: [] });
    else if (one === '[') {
      const end = characters.indexOf(']', at + (/[!^]/.test(characters[at + 1] ?? '') ? 3 : 2));
      if (end < 0) return undefined;
      parts.push(classOf(characters.slice(at + 1, end)));
      at = end;
    } else parts.push(one);
  }
  return parts;
}

function classOf(written: readonly string[]): OneOf {
  const not = written[0] === '!' || written[0] === '^';
  const inside = not ? written.slice(1) : written;
  const ranges: [string, string][] = [];
  for (let at = 0; at < inside.length; at++) {
    const from = inside[at]!;
    if (inside[at + 1] === '-' && at + 2 < inside.length) {
      ranges.push([from, inside[at + 2]!]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return { not, ranges };
}

function fits(part: Part, character: string): boolean {
  if (typeof part !== 'object') return part === character;
  return part.not !== part.ranges.some(([from, to]) => from <= character && character <= to);
}

// Only the last "any" is ever tried again: what an earlier one took is enough for what follows it.
function matches<P, S>(pattern: readonly P[], subject: readonly S[], isAny: (part: P) => boolean, fitsOne: (part: P, one: S) => boolean): boolean {
  let next = 0;
  let again: { readonly next: number; at: number } | undefined;
  for (let at = 0; at < subject.length; ) {
    if (next < pattern.length && isAny(pattern[next]!)) again = { next: ++next, at };
    else if (next < pattern.length && fitsOne(pattern[next]!, subject[at]!)) {
      next++;
      at++;
    } else if (again) {
      next = again.next;
      at = ++again.at;
    } else return false;
  }
  while (next < pattern.length && isAny(pattern[next]!)) next++;
  return next === pattern.length;
}

// Braces written out; undefined where one is not closed, or where there are too many.
function choicesOf(glob: string): string[] | undefined {
  const open = positionOf(glob, 0, '{');
  if (open < 0) return positionOf(glob, 0, '}') < 0 ? [glob] : undefined;
  const ends = [open];
  let depth = 1;
  let at = open + 1;
  for (; at < glob.length && depth > 0; at++) {
    const one = glob[at]!;
    if (one === '\\') at++;
    else if (one === '{') depth++;
    else if (one === '}') depth--;
    else if (one === ',' && depth === 1) ends.push(at);
  }
  if (depth > 0) return undefined;
  ends.push(at - 1);
  const written: string[] = [];
  for (let index = 0; index + 1 < ends.length; index++) {
    const choices = choicesOf(glob.slice(0, open) + glob.slice(ends[index]! + 1, ends[index + 1]) + glob.slice(at));
    if (!choices || written.length + choices.length > MOST_CHOICES) return undefined;
    written.push(...choices);
  }
  return written;
}

function positionOf(glob: string, from: number, sign: string): number {
  for (let at = from; at < glob.length; at++) {
    if (glob[at] === '\\') at++;
    else if (glob[at] === sign) return at;
  }
  return -1;
}

function balanced(bare: string): boolean {
  let depth = 0;
  for (const one of bare) {
    if (one === '{') depth++;
    else if (one === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
