import leven from 'leven';
import * as v from 'valibot';
import { blocksOf, type Block } from '../blocks.ts';
import type { Document, Section } from '../document.ts';
import { claimsOf } from '../edits/metadata.ts';
import { headingKey } from '../headings.ts';
import type { Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { shownAt, statusWord } from '../shown-at.ts';
import { statusGroupOf } from '../status-group.ts';
import { isMetadata } from '../succession/head.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

type Mode = 'advise' | 'strict';

export default rule<'changed' | 'removed', { readonly mode: Mode }>({
  id: 'accepted-text-changed',
  meta: {
    title: { en: 'What was accepted is superseded or amended, not rewritten', ko: '승인된 내용은 고쳐 쓰지 않고 대체하거나 보완한다' },
    severity: always('off'),
    fixable: false,
    kinds: ['decision', 'design'],
    options: v.strictObject({ mode: v.optional(v.picklist(['advise', 'strict']), 'advise') }),
    messages: {
      changed: {
        en: 'The section "{section}" differs from what was committed as "{status}"; supersede or amend the document, so that both reasons stay.',
        ko: '"{section}" 섹션이 "{status}" 상태로 커밋된 내용과 다릅니다. 두 가지 이유가 모두 남도록 문서를 대체하거나 보완하세요.',
      },
      removed: {
        en: 'The section "{section}" was committed as part of a document that is "{status}", and is gone; supersede or amend the document, so that both reasons stay.',
        ko: '"{status}" 상태로 커밋된 문서의 "{section}" 섹션이 없어졌습니다. 두 가지 이유가 모두 남도록 문서를 대체하거나 보완하세요.',
      },
    },
  },
  needs: () => ({ committed: true }),
  check({ document, entry, options: { mode }, surroundings: { committed }, vocabulary, report }) {
    if (!entry || !committed?.facts.status || statusGroupOf(committed.facts.status) !== 'accepted') return;
    const status = statusWord(committed.facts, committed.document);
    const before = partsOf(committed.document, mode, vocabulary);
    const now = partsOf(document, mode, vocabulary);
    for (const [key, part] of now) {
      const was = before.get(key);
      const place = was ? placeOfChange(was, part, mode) : mode === 'strict' && part.blocks.length ? part.heading : undefined;
      if (place) report({ message: 'changed', range: place, data: { section: part.title, status }, choices: CHOICES });
    }
    for (const [key, { title, blocks }] of before) {
      if (!now.has(key) && blocks.length) report({ message: 'removed', range: shownAt('title', { ...entry, evidence: {} }, document), data: { section: title, status }, choices: CHOICES });
    }
  },
});

const SUPERSEDE: Text = { en: 'Supersede the document by a new one', ko: '새 문서로 대체하기' };
const AMEND: Text = { en: 'Amend the document by a new one', ko: '새 문서로 보완하기' };
const CHOICES = [{ title: SUPERSEDE, edits: [], command: 'supersede' as const }, { title: AMEND, edits: [], command: 'amend' as const }];

/** What stands under one heading, and under others of the same words. */
interface Part {
  readonly title: string;
  readonly heading: Range;
  readonly blocks: Compared[];
}

interface Compared {
  readonly key: string;
  readonly range: Range;
}

// Status, dates and links to other records change as a document grows old; the rest is what was accepted.
function partsOf(document: Document, mode: Mode, vocabulary: Vocabulary): ReadonlyMap<string, Part> {
  const facts = claimsOf(document, vocabulary).flatMap(({ line, range, path }) => (line > 0 && path === undefined ? [range] : []));
  const metadata = new Set<Section>();
  const parts = new Map<string, Part>();
  const take = (key: string, title: string, heading: Range, blocks: readonly Block[]): void => {
    const part = parts.get(key) ?? { title, heading, blocks: [] };
    parts.set(key, part);
    for (const block of blocks) if (!(mode === 'advise' && block.kind === 'comment')) part.blocks.push({ key: mode === 'strict' ? exactly(document, block.range) : block.key.replace(TICKED, '[ ]'), range: block.range });
  };
  const own = (blocks: readonly Block[]): readonly Block[] => withoutFacts(blocks, facts);
  take('', document.sections[0]?.title ?? '', document.sections[0]?.heading ?? { start: 0, end: 0 }, own(blocksOf(document.preamble, document.text)));
  for (const section of document.sections) {
    const isFact = isMetadata(section, vocabulary) || (mode === 'advise' && GROWING.has(fieldRoles(section.title, vocabulary)[0] ?? ''));
    if (isFact || (section.parent && metadata.has(section.parent))) metadata.add(section);
    else if (section.depth === 1 && section === document.sections[0]) take('', section.title, section.heading, own(blocksOf(section.nodes, document.text)));
    else take(headingKey(section.title), section.title, section.heading, own(blocksOf(section.nodes, document.text)));
  }
  return parts;
}

const GROWING: ReadonlySet<string> = new Set(['related', 'changelog']);
const TICKED = /^\[[ x]\]/;

// Both are in the order of the text.
function withoutFacts(blocks: readonly Block[], facts: readonly Range[]): readonly Block[] {
  if (!blocks.length) return blocks;
  const starts = facts.map(({ start }) => start).sort((a, b) => a - b);
  return blocks.filter(({ range }) => {
    const at = firstFrom(starts, range.start);
    return at === undefined || at >= range.end;
  });
}

function firstFrom(starts: readonly number[], offset: number): number | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return starts[low];
}

function exactly({ text }: Document, { start, end }: Range): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

// Where the first block stands that was not there, or the heading where one is gone.
function placeOfChange(was: Part, now: Part, mode: Mode): Range | undefined {
  const gone = without(was.blocks, now.blocks);
  const come = without(now.blocks, was.blocks);
  if (!gone.length && !come.length) return undefined;
  if (mode === 'advise' && gone.length === come.length && gone.every(({ key }, at) => isSpelling(key, come[at]!.key))) return undefined;
  return come[0]?.range ?? now.heading;
}

function without(all: readonly Compared[], others: readonly Compared[]): readonly Compared[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return all.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

// The same words but for a letter or two in long ones; a number or a short word, such as "not", may turn the meaning round.
function isSpelling(was: string, now: string): boolean {
  const [before, after] = [was.split(' '), now.split(' ')];
  return before.length === after.length && before.every((word, at) => {
    const other = after[at]!;
    if (word === other || bare(word) === bare(other)) return true;
    return !/\d/.test(word + other) && Math.min(word.length, other.length) >= 5 && Math.max(word.length, other.length) <= 40 && leven(word, other) <= 2;
  });
}

function bare(word: string): string {
  return word.replace(/[\p{P}\p{S}]+/gu, '');
}
