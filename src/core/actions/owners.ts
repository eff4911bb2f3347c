import type { Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { NO_PERSON } from './person.ts';
import { isState } from './states.ts';

/** Who is to do it; ranges count from the start of the text. */
export interface Owners {
  readonly names: readonly string[];
  /** Null where the names do not stand together, so that no one stretch could be replaced. */
  readonly token: Token | null;
  readonly cuts: readonly Range[];
}

interface Mention {
  readonly name: string;
  readonly value: Range;
  readonly whole: Range;
}

const WORD_IN_FRONT = String.raw`(?:owners?|assignees?|who|assigned(?: to)?|responsible|dri|담당(?:자)?|책임자|担当(?:者)?|责任人|負責人|负责人|verantwortlich(?:er|e)?|zuständig|responsable|responsável|asignado a|encargado|propriétaire|eigenaar)[*_]{0,2}\s?[:：]`;
const SAYS_WHO = new RegExp(WORD_IN_FRONT, 'iu');
const LABEL = new RegExp(String.raw`(?<![\p{L}\p{N}_])${WORD_IN_FRONT}{1,2}[*_]{0,2}[ \t\u00a0]?`, 'giu');
const LABELLED_NAME = /(?:\[?@?[\p{L}\p{N}](?:[\p{L}\p{N}._'’/-]| (?=[\p{L}\p{N}])){0,60}@?)(?:(?:, ?| ?& ?)@[\p{L}\p{N}._/-]{1,60})*/uy;
const MENTION = /(?<![\p{L}\p{N}_.@`+=-])@([\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,60}[\p{L}\p{N}])?)(?![\p{L}\p{N}_(@\ufffc]|[._/-]+[\p{L}\p{N}])/gu;
const SUFFIXED = /(?<![\p{L}\p{N}_.@/-])([\p{L}](?:[\p{L}\p{N}._-]{0,38}))@(?![\p{L}\p{N}_@.])/gu;
/** Tags of other ways of writing that begin like a mention. */
const NO_NAMES = new Set(['due', 'done', 'today', 'critical', 'high', 'low', 'est', 'started', 'waiting', 'cancelled', 'everyone', 'here', 'all', 'param', 'deprecated', 'todo', 'media']);
const endsIn = (words: string): { readonly surely: RegExp; readonly maybe: RegExp } => ({ surely: new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?:${words})[ \t]$`, 'iu'), maybe: new RegExp(String.raw`(?:${words})[ \t]$`, 'iu') });
const ABOUT = endsIn('with|to|from|for|of|ask|asks|ping|cc|via|about|and|mit|von|für|an|con|para|avec|pour|per|see|by');
const NOT_OWNER = endsIn('with|from|for|ask|asks|ping|cc|via|about|see|mit|von|für|con|para|avec|pour');

/** `cuts` are the stretches that are known to be something else, `people` those whose names need no sign, `assigned` is where names stand beside a date. */
export function readOwners(text: string, cuts: readonly Range[], isListed: boolean, people: () => ReadonlySet<string>, assigned: Token | null): Owners {
  const labelled = labelledOwners(text, cuts) ?? ownersOfMark(text) ?? fullNameIn(text, cuts);
  if (labelled) return labelled;
  const mentions = mentionsIn(text, cuts);
  const rest = blank(text, [...cuts, ...mentions.map((mention) => mention.whole)]);
  const first = leading(mentions, rest);
  const last = first.length ? first : trailing(mentions, rest);
  if (last.length) return together(text, last, true);
  const named = namedInFront(text, people) ?? inBracketsInFront(text, people);
  if (named) return named;
  if (assigned) return { names: namesIn(text.slice(assigned.value.start, assigned.value.end)), token: assigned, cuts: [assigned.whole] };
  const inside = mentions.filter((mention) => !isBehind(NOT_OWNER, text, mention.whole.start));
  if (inside.length) return together(text, inside, false);
  return (isListed && inBrackets(text, cuts)) || { names: [], token: null, cuts: [] };
}

function labelledOwners(text: string, cuts: readonly Range[]): Owners | undefined {
  if (!SAYS_WHO.test(text)) return undefined;
  for (const label of text.matchAll(LABEL)) {
    const at = label.index + label[0].length;
    LABELLED_NAME.lastIndex = at;
    const found = LABELLED_NAME.exec(text);
    if (!found || isCut({ start: at, end: at + 1 }, cuts)) continue;
    // What follows behind a comma, a bracket or a cut is something else.
    const stop = Math.min(at + found[0].length, ...cuts.filter((range) => range.start > at).map((range) => range.start));
    const written = withoutFullStop(text.slice(at, stop).trimEnd());
    const value = { start: at + (/^\[?@?/.exec(written)![0].length), end: at + written.length };
    const start = /[([{]$/.test(text.slice(0, label.index)) && /^[)\]}]/.test(text.slice(value.end)) ? label.index - 1 : label.index;
    const closes = text[value.end] === '.' && /[.!?]\s{0,9}$/.test(text.slice(0, start));
    const whole = { start, end: start < label.index || closes ? value.end + 1 : value.end };
    const names = namesIn(written);
    if (names.length) return { names, token: { value, whole }, cuts: [whole] };
  }
  return undefined;
}

const FULL_NAME = /\(@(\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){1,2})\)/u;

// `check the disk (@Mina Seo)`: a mention ends at a space, brackets do not.
function fullNameIn(text: string, cuts: readonly Range[]): Owners | undefined {
  const found = text.includes('(@') ? FULL_NAME.exec(text) : null;
  const whole = found && { start: found.index, end: found.index + found[0].length };
  const isOnly = whole && text.indexOf('@') === whole.start + 1 && !text.includes('@', whole.end);
  if (!isOnly || isCut(whole, cuts)) return undefined;
  return { names: [found[1]!], token: { value: { start: whole.start + 2, end: whole.end - 1 }, whole }, cuts: [whole] };
}

const TODO_MARK = /^([\s*_]{0,9}TODO\(@?)([\p{L}\p{N}?][^()\r\n\ufffc]{0,80})\)[:：]?[*_]{0,2}/u;

// `- [ ] TODO(mina): text`, where people put a box before the mark.
function ownersOfMark(text: string): Owners | undefined {
  const found = text.includes('TODO(') ? TODO_MARK.exec(text) : null;
  const names = found ? namesIn(found[2]!) : [];
  if (!found || !names.length) return undefined;
  const start = found[0].indexOf('TODO(');
  const value = { start: found[1]!.length, end: found[1]!.length + found[2]!.length };
  return { names, token: { value, whole: { start, end: found[0].length } }, cuts: [{ start, end: found[0].length }] };
}

// "Who: @mina." ends a sentence; the full stop of "Mina S." and "Kim Jr." belongs to the name.
function withoutFullStop(written: string): string {
  return /(?:^|[^\p{L}])(?:\p{L}|[js]r)\.$/iu.test(written) ? written : written.replace(/\.$/, '');
}

/** The names in a cell or behind a label, without the signs around them. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  if (NOBODY.has(text.trim().toLowerCase())) return names;
  for (const part of text.slice(0, 500).split(/[,;，、；&+\r\n]|(?<!@[\p{L}\p{N}._-]{1,60})\/|\/(?=\s?@)|(?<=[가-힣])[·ㆍ](?=[가-힣])|\s+(?:and|und|et|y|e|및|와)\s+|(?<=\S)\s+(?=@)/u)) {
    const name = part.replace(/^[\s*_~`[(<@]+|[\s*_~`\])>@]+$/g, '').replace(/\s+/g, ' ');
    if (/[\p{L}\p{N}]/u.test(name) && !NOBODY.has(name.toLowerCase())) names.push(name);
  }
  return [...new Set(names)];
}

const NOBODY = new Set(['tbd', 'tba', 'n/a', 'na', 'none', 'todo', 'unassigned', 'nobody', 'no owner', 'unknown', '미정', '없음', '未定', '无', '待定', 'offen', 'niemand', 'keiner', 'nadie', 'personne', 'ninguém', 'pendiente', '?', '-', '—']);

function mentionsIn(text: string, cuts: readonly Range[]): Mention[] {
  const mentions: Mention[] = [];
  if (!text.includes('@')) return mentions;
  for (const found of text.matchAll(MENTION)) {
    const start = found.index;
    if (text[start - 1] === '/' && !/(?:^|[\s(,])@[^\s:]{1,80}\/$/.test(text.slice(Math.max(0, start - 84), start))) continue; // a part of an address
    const mention = { name: found[1]!, value: { start: start + 1, end: start + found[0].length }, whole: { start, end: start + found[0].length } };
    if (!NO_NAMES.has(mention.name.toLowerCase()) && !isCut(mention.whole, cuts)) mentions.push(mention);
  }
  if (/[^\s([{]@/.test(text)) for (const found of text.matchAll(SUFFIXED)) {
    const start = found.index;
    const mention = { name: found[1]!, value: { start, end: start + found[1]!.length }, whole: { start, end: start + found[0].length } };
    if (!isCut(mention.whole, cuts)) mentions.push(mention);
  }
  return mentions.sort((a, b) => a.whole.start - b.whole.start);
}

function isCut(range: Range, cuts: readonly Range[]): boolean {
  return cuts.some((cut) => cut.start < range.end && range.start < cut.end);
}

const BLANK = '\u0001';

/** `text`, of the same length, with a filler in place of `ranges`. */
export function blank(text: string, ranges: readonly Range[]): string {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    result += text.slice(at, Math.max(start, at)) + BLANK.repeat(end - Math.max(start, at));
    at = end;
  }
  return result + text.slice(at);
}

const NOTHING = /^[\s\u0001*_()[\]{}<>,;:：/&+|.!–—-]*$/u;

function leading(mentions: readonly Mention[], rest: string): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  for (const mention of mentions) {
    if (!NOTHING.test(withoutAnd(rest.slice(at, mention.whole.start)))) break;
    found.push(mention);
    at = mention.whole.end;
  }
  return found;
}

function trailing(mentions: readonly Mention[], rest: string): Mention[] {
  const found: Mention[] = [];
  let at = rest.length;
  for (const mention of mentions.toReversed()) {
    if (!NOTHING.test(withoutAnd(rest.slice(mention.whole.end, at)))) break;
    found.unshift(mention);
    at = mention.whole.start;
  }
  return isBehind(NOT_OWNER, rest, at) ? [] : found;
}

// To look up the letters of all scripts takes longer than to see that none of the words is there.
function isBehind({ surely, maybe }: ReturnType<typeof endsIn>, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 10), at);
  return maybe.test(before) && surely.test(before);
}

function withoutAnd(gap: string): string {
  return gap.length > 40 ? gap : gap.replace(/\s(?:and|und|et|y|e|및|와)\s/u, ' ');
}

function together(text: string, mentions: readonly Mention[], mayCut: boolean): Owners {
  const first = mentions[0]!;
  const last = mentions.at(-1)!;
  const isOne = mentions.every((mention, index) => index === 0 || NOTHING.test(withoutAnd(text.slice(mentions[index - 1]!.whole.end, mention.whole.start))));
  const value = { start: first.value.start, end: last.value.end };
  const whole = { start: first.whole.start, end: last.whole.end };
  const cut = mayCut && !isBehind(ABOUT, text, whole.start);
  return { names: [...new Set(mentions.map((mention) => mention.name))], token: isOne ? { value, whole } : null, cuts: cut ? [whole] : [] };
}

const IN_FRONT = /^[\s*_[(]*([\p{L}][\p{L}\p{N}._-]{1,30}(?: [\p{L}][\p{L}.'’-]{0,20}){0,2})[*_\])]{0,3}(?:\s?[:：][*_]{0,2}|\s[–—-](?=\s)|(?=\s(?:to|will|soll|wird)\s))/u;

// `Mina: check the disk`, `Mina to check the disk`: only the name of someone who took part.
function namedInFront(text: string, people: () => ReadonlySet<string>): Owners | undefined {
  const found = IN_FRONT.exec(text);
  if (!found || !people().has(found[1]!.toLowerCase())) return undefined;
  const start = found[0].indexOf(found[1]!);
  const whole = { start, end: found[0].length };
  return { names: [found[1]!], token: { value: { start, end: start + found[1]!.length }, whole }, cuts: [whole] };
}

const BRACKETS_IN_FRONT = /^[\s*_]*(\[([\p{L}][\p{L}\p{N}._-]{0,30}(?: [\p{L}][\p{L}.'’-]{0,20}){0,2})\])[*_]{0,2}(?=\s)/u;

// `[Mina] check the disk`: only someone who took part; other words name a part of the system.
function inBracketsInFront(text: string, people: () => ReadonlySet<string>): Owners | undefined {
  const found = BRACKETS_IN_FRONT.exec(text);
  if (!found || !people().has(found[2]!.toLowerCase())) return undefined;
  const start = found[0].indexOf('[');
  const whole = { start, end: start + found[1]!.length };
  return { names: [found[2]!], token: { value: { start: start + 1, end: whole.end - 1 }, whole }, cuts: [whole] };
}

const BRACKETED = /\(([\p{L}][\p{L}\p{N}._-]{1,30}(?: [\p{Lu}][\p{L}.'-]{0,20}){0,2})\)[\s.\u0001()]*$/u;

// `check the disk (alice)`: only where a heading says that these are action items.
function inBrackets(text: string, cuts: readonly Range[]): Owners | undefined {
  const found = BRACKETED.exec(blank(text, cuts).slice(-120));
  if (!found || NO_PERSON.test(found[1]!) || isState(found[1]!)) return undefined;
  const start = Math.max(0, text.length - 120) + found.index;
  const whole = { start, end: start + found[1]!.length + 2 };
  return { names: [found[1]!], token: { value: { start: start + 1, end: whole.end - 1 }, whole }, cuts: [whole] };
}
