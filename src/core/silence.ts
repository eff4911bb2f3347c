import { rangeOf, type Document } from './document.ts';
import type { Finding } from './finding.ts';
import type { Lines } from './lines.ts';
import { eachNode } from './markdown/each-node.ts';
import { SUPPRESSIONS, suppressionsIn, type Suppression, type SuppressionWord } from './suppressions.ts';

/** One rule that a comment names, or all of them; and whether that silences anything. */
export interface Silencer {
  readonly suppression: Suppression;
  /** Which of `suppression.rules`; undefined where it names none. */
  readonly rule: Suppression['rules'][number] | undefined;
  isUsed: boolean;
}

/** Tells the findings that a comment silences from the others, and remembers which comments did something. */
export interface Silence {
  readonly silencers: readonly Silencer[];
  /** The findings that nothing silences, or that no comment silences by their rule's name. */
  keep(findings: readonly Finding[], by?: 'named'): Finding[];
}

/** Reads what the comments of a document silence. */
export function silenceIn(document: Document): Silence {
  const silencers = suppressionsIn(document).flatMap((suppression) => (suppression.rules.length ? suppression.rules : [undefined]).map((rule): Silencer => ({ suppression, rule, isUsed: false })));
  if (!silencers.length) return { silencers, keep: (findings) => [...findings] };
  const places = placesOf(silencers, document);
  const silencedFrom = switchesOf(silencers);
  return {
    silencers,
    keep: (findings, which) => findings.filter((finding) => {
      const line = document.lines.positionAt(finding.range.start).line;
      const names = which ? [finding.ruleId] : [finding.ruleId, ALL];
      const keys = [`line ${line}`, `block ${places.blockOf(line)}`, 'file'].flatMap((place) => names.map((name) => `${place} ${name}`));
      const by = keys.map((key) => places.silencers.get(key)).find(Boolean) ?? silencedFrom(finding.range.start, names);
      if (by) by.isUsed = true;
      return !by;
    }),
  };
}

const ALL = '*';

const kindOf = ({ suppression }: Silencer): (typeof SUPPRESSIONS)[SuppressionWord] | undefined => SUPPRESSIONS[suppression.word as SuppressionWord];

const nameOf = ({ rule }: Silencer): string => rule?.id ?? ALL;

// What holds for a line, a block or the file, by place and rule; of two alike the first.
function placesOf(silencers: readonly Silencer[], document: Document): { readonly silencers: ReadonlyMap<string, Silencer>; readonly blockOf: (line: number) => number } {
  const { lines } = document;
  const blocks = blocksByLine(document);
  const blockOf = (line: number): number => blocks.get(line) ?? line;
  const found = new Map<string, Silencer>();
  const set = (place: string, silencer: Silencer): void => {
    const key = `${place} ${nameOf(silencer)}`;
    if (!found.has(key)) found.set(key, silencer);
  };
  const passedOver = linesOfSuppressions(silencers, document);
  // The next line that says something, behind each.
  const next: number[] = [];
  for (let line = lines.count - 1; line >= 0; line--) next[line] = isPassedOver(line + 1, document, passedOver) ? (next[line + 1] ?? line + 1) : line + 1;
  for (const silencer of silencers) {
    const { start, end } = silencer.suppression.range;
    const kind = kindOf(silencer);
    if (kind === 'file') set('file', silencer);
    if (kind === 'line') set(`line ${lines.positionAt(start).line}`, silencer);
    if (kind === 'next-line') set(`block ${next[lines.positionAt(end).line]}`, silencer);
  }
  return { silencers: found, blockOf };
}

function isPassedOver(line: number, { text, lines }: Document, comments: ReadonlySet<number>): boolean {
  return comments.has(line) || text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() === '';
}

function linesOfSuppressions(silencers: readonly Silencer[], { text, lines }: Document): ReadonlySet<number> {
  return new Set(silencers.flatMap(({ suppression: { range } }) => {
    const first = lines.positionAt(range.start).line;
    const last = lines.positionAt(range.end).line;
    const isAlone = text.slice(lines.startOf(first), range.start).trim() === '' && text.slice(range.end, lines.startOf(last + 1)).trim() === '';
    return isAlone ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  }));
}

// The first line of the paragraph, the heading or the code that a line is of.
function blocksByLine({ tree, lines }: { readonly tree: Document['tree']; readonly lines: Lines }): ReadonlyMap<number, number> {
  const blocks = new Map<number, number>();
  eachNode(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'code') return;
    const { start, end } = rangeOf(node);
    const first = lines.positionAt(start).line;
    const last = lines.positionAt(Math.max(start, end - 1)).line;
    for (let line = first + 1; line <= last; line++) blocks.set(line, first);
  });
  return blocks;
}

// Who silences a rule behind each comment that switches it off or on again.
function switchesOf(silencers: readonly Silencer[]): (offset: number, names: readonly string[]) => Silencer | undefined {
  const switches = new Map<string, { readonly at: number; readonly by: Silencer | undefined }[]>();
  let isOpen = false;
  const last = (name: string): Silencer | undefined => {
    const own = switches.get(name)?.at(-1);
    const all = switches.get(ALL)?.at(-1);
    return own && (!all || own.at >= all.at) ? own.by : all?.by;
  };
  for (const silencer of silencers) {
    const kind = kindOf(silencer);
    if (kind !== 'from-here' && kind !== 'to-here') continue;
    const name = nameOf(silencer);
    if (kind === 'to-here') silencer.isUsed = name === ALL ? isOpen : last(name) !== undefined;
    isOpen = kind === 'from-here' || (isOpen && name !== ALL);
    const own = switches.get(name) ?? [];
    own.push({ at: silencer.suppression.range.start, by: kind === 'from-here' ? silencer : undefined });
    switches.set(name, own);
  }
  return (offset, names) => {
    let latest: { readonly at: number; readonly by: Silencer | undefined } | undefined;
    for (const name of names) {
      const before = lastBefore(switches.get(name) ?? [], offset);
      if (before && (!latest || before.at > latest.at)) latest = before;
    }
    return latest?.by;
  };
}

function lastBefore<T extends { readonly at: number }>(sorted: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
