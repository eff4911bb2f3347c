import type { Range } from '../lines.ts';
import type { Source } from './source.ts';

/** Priority, type and tracker ids of a short text; `cuts` count from its start. */
export interface Marks {
  readonly priority: string | null;
  readonly type: string | null;
  readonly trackers: readonly string[];
  readonly cuts: readonly Range[];
}

const PRIORITY_SIGNS: ReadonlyMap<string, string> = new Map([['🔺', 'highest'], ['⏫', 'high'], ['🔼', 'medium'], ['🔽', 'low'], ['⏬', 'lowest']]);
const PRIORITY_SIGN = /[🔺⏫🔼🔽⏬]\ufe0f?/gu;
const COOKIE = /\[#([A-Z])\]/g;
// In brackets, between commas or at an end: "the type: json" in a sentence says nothing of the action.
const BEFORE = String.raw`(?<=(?:^|[([{,;|])[\s*_]{0,3})`;
const AFTER = String.raw`(?=[*_]{0,2}\s{0,3}(?:$|[)\]},;|]))`;
const NAMED = `(priority|prio|pri|severity|우선순위|優先度|优先级|priorität|prioridad|priorité|prioridade|type|유형|種類|种类|類型|类型|typ|art|tipo)[*_]{0,2}\\s?[:：]`;
const IS_NAMED = new RegExp(NAMED, 'iu');
const LABELLED = new RegExp(`${BEFORE}${NAMED}{1,2}[*_]{0,2}\\s?([\\p{L}\\p{N}]{1,20})${AFTER}`, 'giu');
const LEVEL = new RegExp(`${BEFORE}(P[0-5])(?=[*_]{0,2}\\s{0,3}(?:$|[)\\]},;|:：–—-]))`, 'gu');
const TYPES = new RegExp(`(?<=[([,;]\\s?)(prevent|mitigate|process|detect|repair|investigate|cleanup)${AFTER}`, 'gi');

export function readMarks(text: string, source: Source, range: Range): Marks {
  let priority: string | null = null;
  let type: string | null = null;
  const cuts: Range[] = [];
  const cut = (found: RegExpMatchArray): void => {
    const start = found.index!;
    cuts.push({ start, end: start + found[0].length });
  };
  if (IS_NAMED.test(text)) for (const found of text.matchAll(LABELLED)) {
    const isType = /^(?:ty|유|種|种|類|类|art|tipo)/i.test(found[1]!);
    if (isType) type ??= found[2]!;
    else priority ??= found[2]!;
    cut(found);
  }
  if (text.includes('[#')) for (const found of text.matchAll(COOKIE)) {
    priority ??= found[1]!;
    cut(found);
  }
  if (/[🔺⏫🔼🔽⏬]/u.test(text)) for (const found of text.matchAll(PRIORITY_SIGN)) {
    priority ??= PRIORITY_SIGNS.get(found[0].replace('\ufe0f', '')) ?? null;
    cut(found);
  }
  if (text.includes('P')) for (const found of text.matchAll(LEVEL)) {
    if (priority === null) cut(found);
    priority ??= found[1]!;
  }
  if (/[([,;]/.test(text)) for (const found of text.matchAll(TYPES)) {
    if (type === null) cut(found);
    type ??= found[1]!;
  }
  return { priority, type, trackers: [...new Set([...trackersIn(text), ...trackerLinks(source, range)])], cuts };
}

const NUMBERED = String.raw`(?:#\d{1,7}|b\/\d{3,12}|(?:bug|issue|ticket)[ -]?#?\d{1,12}|[A-Z][A-Z0-9]{1,9}-\d{1,7})`;
const HAS_NUMBERED = new RegExp(NUMBERED, 'iu');
const ID = new RegExp(String.raw`(?<![\p{L}\p{N}_/.:&#-])${NUMBERED}(?![\p{L}\p{N}_-]|\.\d)`, 'giu');
const ADDRESS = /https?:\/\/[^\s<>()|\ufffc]{1,300}/g;
const IN_TRACKER = /\/(?:issues?|pull|pulls|merge_requests|browse|tickets?|bugs?|work_?items?|tasks?)\/|[?&]id=\d|bugs\.|issues\./i;
/** Not tracker ids though they look like one: encodings, standards and other documents. */
const NO_PROJECT = /^(?:UTF|ISO|IEC|SHA|MD|AES|RSA|TLS|HTTP|RFC|ADR|KEP|EIP|ERC|BIP|CIP|TEP|PEP|SE|SIG|CVE|CWE|COVID|IPV|P|V|Q|H|T|X|GPT|PHASE|STEP|ITEM|WEEK|DAY)-/i;

function trackersIn(text: string): string[] {
  const found: string[] = [];
  if (!/\d|\/\//.test(text)) return found;
  if (HAS_NUMBERED.test(text)) for (const [id] of text.matchAll(ID)) if (!NO_PROJECT.test(id) && (!/^[a-z]/.test(id) || /^(?:b\/|bug|issue|ticket)/.test(id))) found.push(id);
  for (const [address] of text.matchAll(ADDRESS)) if (IN_TRACKER.test(address)) found.push(address.replace(/[.,;:!?]+$/, ''));
  return found;
}

function trackerLinks(source: Source, range: Range): string[] {
  const links = source.targets();
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.range.start < range.start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < links.length && links[at]!.range.end <= range.end; at++) if (IN_TRACKER.test(links[at]!.target)) found.push(links[at]!.target);
  return found;
}
