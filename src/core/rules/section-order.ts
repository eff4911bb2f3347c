import { rangeOf, type Document, type Section } from '../document.ts';
import type { Edit } from '../edit.ts';
import { lineEndingOf } from '../edit.ts';
import { headingKey } from '../headings.ts';
import { longestRun } from '../longest-run.ts';
import type { SectionMatch } from '../matching.ts';
import { endOfSection, groupsOf, isSwallowed } from '../placement.ts';
import { standsInFree } from '../template/sections.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'early' | 'late' | 'swapped'>({
  id: 'section-order',
  meta: {
    title: { en: "Sections stand in the template's order", ko: '섹션은 템플릿의 순서대로 나온다' },
    severity: UNFINISHED,
    fixable: true,
    messages: {
      early: {
        en: 'The section "{heading}" stands before "{beside}"; in the {type} template it comes after it.',
        ko: '"{heading}" 섹션이 "{beside}" 앞에 있습니다. {type} 템플릿에서는 그 뒤에 나옵니다.',
      },
      late: {
        en: 'The section "{heading}" stands after "{beside}"; in the {type} template it comes before it.',
        ko: '"{heading}" 섹션이 "{beside}" 뒤에 있습니다. {type} 템플릿에서는 그 앞에 나옵니다.',
      },
      swapped: {
        en: 'The sections "{heading}" and "{beside}" stand in each other\'s place; the {type} template has them the other way round.',
        ko: '"{heading}" 섹션과 "{beside}" 섹션의 자리가 서로 바뀌었습니다. {type} 템플릿에서는 순서가 반대입니다.',
      },
    },
    fixes: {
      early: { en: 'Move "{heading}" behind "{beside}"', ko: '"{heading}" 섹션을 "{beside}" 뒤로 옮기기' },
      late: { en: 'Move "{heading}" in front of "{beside}"', ko: '"{heading}" 섹션을 "{beside}" 앞으로 옮기기' },
      swapped: { en: 'Exchange "{heading}" and "{beside}"', ko: '"{heading}"과(와) "{beside}"의 자리 바꾸기' },
    },
  },
  check({ document, type: match, structure, report }) {
    const seen = structure();
    if (!seen || (match?.isGuess && !match.type.adopted?.keepsOrder)) return;
    const dataOf = (one: SectionMatch, other: SectionMatch) => ({ section: one.wanted.title, other: other.wanted.title, heading: nameOf(one), beside: nameOf(other), type: seen.template.label });
    const orderOf = new Map(seen.template.sections.map((section, index) => [section, index]));
    for (const group of groupsOf(seen.matching.matches)) {
      const matches = group.filter(isComparable).sort((one, other) => orderOf.get(one.wanted)! - orderOf.get(other.wanted)!);
      const pair = swappedPair(matches);
      if (pair) {
        const [first, second] = pair;
        const fix = exchange(first.found, second.found, document);
        report({ message: 'swapped', range: first.found.heading, data: dataOf(first, second), practice: 'order', ...(fix && { fix }) });
        continue;
      }
      for (const { match, other, isLate } of misplaced(matches)) {
        const fix = move(match.found, other.found, isLate, document);
        report({ message: isLate ? 'late' : 'early', range: match.found.heading, data: dataOf(match, other), practice: 'order', ...(fix && { fix }) });
      }
    }
  },
});

// A section that stands twice, or not where its neighbours stand, has no place in an order.
function isComparable({ wanted, found, within, twins }: SectionMatch): boolean {
  return !wanted.repeated && !standsInFree(wanted) && !twins.length && (within === undefined || found.parent === within.found);
}

// As the document writes it, with the template's name for it where that is another.
function nameOf({ found, wanted }: SectionMatch): string {
  return wanted.keys.length > 0 && headingKey(found.title) !== headingKey(wanted.title) ? `${found.title} (${wanted.title})` : found.title;
}

const positionOf = (match: SectionMatch): number => match.found.heading.start;

// Two sections whose exchange puts all in order; the first of the document first.
function swappedPair(matches: readonly SectionMatch[]): readonly [SectionMatch, SectionMatch] | undefined {
  const sorted = [...matches].sort((one, other) => positionOf(one) - positionOf(other));
  const wrong = matches.filter((match, index) => sorted[index] !== match);
  const [earlier, later] = wrong;
  return wrong.length === 2 ? [later!, earlier!] : undefined;
}

interface Misplaced {
  readonly match: SectionMatch;
  /** The nearest section of the template that stands right. */
  readonly other: SectionMatch;
  /** It stands behind `other`, and should stand before it. */
  readonly isLate: boolean;
}

// The fewest sections whose move puts all in order: those outside of the longest run that is in order.
function misplaced(matches: readonly SectionMatch[]): Misplaced[] {
  const run = longestRun(matches.map(positionOf));
  const staying = new Set(matches.filter((_, index) => run.has(index)));
  const next: (SectionMatch | undefined)[] = [];
  let behind: SectionMatch | undefined;
  for (let at = matches.length - 1; at >= 0; at--) {
    next[at] = behind;
    if (staying.has(matches[at]!)) behind = matches[at];
  }
  let before: SectionMatch | undefined;
  return matches.flatMap((match, at) => {
    if (staying.has(match)) {
      before = match;
      return [];
    }
    const isLate = before === undefined || positionOf(before) < positionOf(match);
    const other = isLate ? next[at] : before;
    return other ? [{ match, other, isLate }] : [];
  });
}

// What a section takes with it: all of it but the blanks behind, which stay where they are.
function bodyOf(section: Section, document: Document): { readonly start: number; readonly end: number } {
  const end = endOfSection(section.extent.end, document);
  return { start: section.heading.start, end: section.heading.start + document.text.slice(section.heading.start, end).trimEnd().length };
}

function exchange(first: Section, second: Section, document: Document): readonly Edit[] | undefined {
  const one = bodyOf(first, document);
  const other = bodyOf(second, document);
  if (isHeldTogether(first, document) || isHeldTogether(second, document)) return undefined;
  if (first.depth !== second.depth || one.end > other.start || runsToTheEnd(second, document) || hasOwnAbove(first, document) || hasOwnAbove(second, document)) return undefined;
  const { text } = document;
  return [{ range: one, newText: text.slice(other.start, other.end) }, { range: other, newText: text.slice(one.start, one.end) }];
}

function move(section: Section, other: Section, before: boolean, document: Document): readonly Edit[] | undefined {
  const own = bodyOf(section, document);
  const target = bodyOf(other, document);
  const overlap = own.start < target.end && target.start < own.end;
  if (isHeldTogether(section, document) || section.depth !== other.depth || overlap || hasOwnAbove(section, document) || runsToTheEnd(section, document) || runsToTheEnd(other, document)) return undefined;
  const { text } = document;
  const gap = lineEndingOf(text).repeat(2);
  const words = text.slice(own.start, own.end);
  const behind = text.slice(own.end, section.extent.end);
  const blanks = behind.length - behind.trimStart().length;
  const isLast = own.end + blanks >= text.length;
  // The last section leaves its final line end, and takes the empty line above it along.
  const cut = isLast ? { start: text.slice(0, own.start).trimEnd().length, end: own.end } : { start: own.start, end: own.end + blanks };
  const at = before ? endOfSection(other.heading.start, document) : target.end;
  return [{ range: cut, newText: '' }, { range: { start: at, end: at }, newText: before ? words + gap : gap + words }];
}

// An open fence or comment at the end would swallow what is put behind it.
function runsToTheEnd(section: Section, document: Document): boolean {
  return section.extent.end >= document.text.length && isSwallowed(document.text.length, document);
}

// HTML that is open at an edge of the section, and comments that say where findings may stand, hold it to what is around it.
function isHeldTogether(section: Section, { tree, text }: Document): boolean {
  return tree.children.some((node) => {
    if (node.type !== 'html') return false;
    const { start, end } = rangeOf(node);
    return start >= section.extent.start && start < section.extent.end && (/^<!--\s*docket-/.test(text.slice(start, start + 40)) || !/^<!--[\s\S]*-->\s*$/.test(text.slice(start, end)));
  });
}

// Something above the heading belongs to it and would stay behind.
function hasOwnAbove(section: Section, document: Document): boolean {
  return endOfSection(section.heading.start, document) !== section.heading.start;
}
