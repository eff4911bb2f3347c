import { actionKey } from '../actions/key.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Action } from '../entry.ts';
import type { Drawn } from './drawn.ts';
import { heldLines, lastUnder, wholeLines, withMark, type Held, type Line } from './held.ts';
import { tokenOf, type Token } from './memory.ts';
import { Plan } from './plan.ts';
import { normal } from './prints.ts';
import type { Stretch } from './stretch.ts';

/** What drawing a stretch again does to it; the names are those of the drawn lines. */
export interface Renewal {
  readonly edits: readonly Edit[];
  /** What the document is to remember of the stretch. */
  readonly tokens: readonly Token[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly ticked: readonly string[];
  readonly removed: readonly string[];
  /** What people have changed or taken out, and stays so. */
  readonly kept: readonly string[];
  /** There is no table any more for these rows. */
  readonly unplaced: readonly string[];
}

/** Draws a stretch again: lines that nobody has touched become what the record says now; everything that people wrote, moved, ticked or took out stays as they left it. `beside` is what else its section says, line by line. */
export function renew(document: Document, { range }: Stretch, drawn: readonly Drawn[], memory: readonly Token[], beside: readonly string[] = []): Renewal {
  const lines = wholeLines(document.text, range);
  const known = new Map(memory.map((token) => [token.key, token]));
  // Where the memory is lost, what stands as it would be drawn now was drawn.
  const held = heldLines(lines, [...memory, ...drawn.filter(({ key }) => !known.has(key)).map(tokenOf)]);
  const ending = lineEndingOf(document.text);
  const plan = new Plan(lines, lines[0]?.start ?? range.end);
  const wanted = withoutNothing(drawn, lines, held);
  const report = { added: [] as string[], changed: [] as string[], ticked: [] as string[], removed: [] as string[], kept: [] as string[], unplaced: [] as string[] };
  if (!lines.length) return { edits: [], tokens: memory.filter(({ key }) => drawn.some((one) => one.key === key)), ...report };

  const moved = new Set<string>();
  moveToNewGroups();
  const isMentioned = mentionsIn(others());
  const tokens = new Map<string, Token>();
  const places = new Map<string, number>();
  const fresh = new Map<string, { readonly at: number; readonly hasNewLabel: boolean }>();
  const newLabels = new Set<string>();
  const sign = /^\s*([-*+]|\d{1,9}[.)])\s/.exec(lines.find(({ text }) => /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text))?.text ?? '')?.[1] ?? '-';
  for (const one of wanted) {
    const there = held.get(one.key);
    if (there && isRow(there.line.text) !== isRow(one.text)) tokens.set(one.key, known.get(one.key) ?? tokenOf(one));
    else if (there) {
      tokens.set(one.key, tokenOf(one));
      update(one, there);
      if (one.kind !== 'note' && standsUnder(one, there.line)) places.set(one.under ?? '', Math.max(places.get(one.under ?? '') ?? -1, withOwnLines(lastUnder(lines, there.line))));
    } else if (known.has(one.key)) {
      tokens.set(one.key, known.get(one.key)!);
      if (one.kind === 'item' || one.kind === 'row') report.kept.push(one.name);
    } else if (one.kind !== 'label' && (one.kind === 'note' || !isMentioned(one)) && add(one)) {
      tokens.set(one.key, tokenOf(one));
      if (one.kind !== 'note' && one.kind !== 'nothing') (moved.has(one.key) ? report.changed : report.added).push(one.name);
    }
  }
  removeOld();
  return { edits: plan.edits(ending), tokens: wanted.flatMap(({ key }) => tokens.get(key) ?? []), ...report };

  function update(one: Drawn, { line, mark }: Held): void {
    const sameMark = mark === undefined ? one.text : withMark(one.text, mark);
    const lead = /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?=\s))?/.exec(line.text)![0];
    const text = one.kind === 'row' || one.kind === 'label' ? `${/^\s*/.exec(line.text)![0]}${sameMark}` : `${lead}${sameMark.slice(1)}`;
    if (normal(text) === normal(line.text)) return;
    plan.replace(line, text);
    const isTick = one.isDone === true && normal(withMark(line.text, 'x')) === normal(text);
    if (isTick) report.ticked.push(one.name);
    else if (one.kind !== 'nothing' && report.changed.at(-1) !== one.name) report.changed.push(one.name);
  }

  function add(one: Drawn): boolean {
    if (one.kind === 'row') {
      const rule = lines.findLast(({ text }) => /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*$/.test(text) && text.includes('|'))?.index;
      if (rule === undefined) {
        report.unplaced.push(one.name);
        return false;
      }
      plan.insert(Math.max(rule, places.get('') ?? -1), one.text);
      return true;
    }
    if (one.kind === 'note') return addNote(one);
    const at = places.get(one.under ?? '') ?? (one.under === undefined ? lastWritten() : underLabel(one.under));
    const isFirst = ![...fresh.values()].some((other) => other.at === at) && !newLabels.has(one.under ?? '');
    const [before, behind] = [lines[at], lines[at + 1]];
    places.set(one.under ?? '', at);
    if (one.kind !== 'nothing') fresh.set(one.key, { at, hasNewLabel: newLabels.has(one.under ?? '') });
    plan.insert(at, ...(isFirst && (at < 0 || isProse(before)) ? [''] : []), sign + one.text.slice(1), ...(isProse(behind) ? [''] : []));
    return true;
  }

  function addNote(one: Drawn): boolean {
    const parent = held.get(one.under!);
    const isNew = fresh.get(one.under!);
    if (isNew) plan.insert(isNew.at, `  ${sign}${one.text.slice(1)}`);
    else if (parent && !plan.isRemoved(parent.line)) plan.insert(parent.line.index, `${' '.repeat(parent.line.indent + 2)}${sign}${one.text.slice(1)}`);
    return isNew !== undefined || parent !== undefined;
  }

  // Behind the label that is there, or behind a new one at its place among the others.
  function underLabel(key: string): number {
    const label = held.get(key)?.line;
    if (label) return lines[label.index + 1]?.isBlank ? label.index + 1 : label.index;
    if (known.has(key)) return lastWritten();
    const own = wanted.find((one) => one.key === key)!;
    const groups = wanted.filter(({ kind }) => kind === 'label');
    const before = groups.slice(0, groups.indexOf(own)).findLast((one) => held.has(one.key) || places.has(one.key));
    const at = before ? endOfGroup(before) : beforeFirstLabel();
    plan.insert(at, '', own.text, '');
    newLabels.add(key);
    tokens.set(key, tokenOf(own));
    return at;
  }

  function endOfGroup({ key }: Drawn): number {
    const from = held.get(key)?.line.index ?? places.get(key)!;
    const next = [...held.values()].map(({ line }) => line).filter(({ index, text }) => index > from && /^\s*\*\*/.test(text)).map(({ index }) => index);
    return lastBefore(Math.min(lines.length, ...next), from);
  }

  function beforeFirstLabel(): number {
    const labels = wanted.flatMap(({ kind, key }) => (kind === 'label' ? (held.get(key)?.line.index ?? []) : []));
    return labels.length ? lastBefore(Math.min(...labels), -1) : lastWritten();
  }

  function lastBefore(end: number, least: number): number {
    for (let at = end - 1; at > least; at--) if (!lines[at]!.isBlank) return at;
    return least;
  }

  function lastWritten(): number {
    return lastBefore(lines.length, -1);
  }

  // The lines that people wrote, in the stretch and beside it.
  function others(): readonly string[] {
    const own = new Set([...held.values()].map(({ line }) => line));
    return [...beside, ...lines.filter((line) => !own.has(line) && !plan.isRemoved(line)).map(({ text }) => text)];
  }

  // A line that people moved under another label, or that stays under an old one, does not draw its neighbours after it.
  function standsUnder({ under }: Drawn, line: Line): boolean {
    const label = under === undefined ? undefined : held.get(under)?.line;
    if (!label) return under === undefined || known.has(under);
    return label.index < line.index && !lines.slice(label.index + 1, line.index).some(({ text }) => /^\s*\*\*/.test(text));
  }

  // What people wrote behind a line stays there.
  function withOwnLines(at: number): number {
    const own = new Set([...held.values()].map(({ line }) => line.index));
    let last = at;
    for (let index = at + 1; index < lines.length && !own.has(index); index++) if (!lines[index]!.isBlank) last = index;
    return last;
  }

  // Whose owner is another one now moves to them, and all that stands under a label moves where other labels are asked for, unless somebody has written under it or ticked it.
  function moveToNewGroups(): void {
    const labels = wanted.filter(({ kind }) => kind === 'label');
    const isRegrouped = labels.length > 0 && !labels.some(({ key }) => known.has(key));
    const drawnLabels = new Set([...held.values()].map(({ line }) => line).filter(({ text }) => /^\s*\*\*/.test(text)));
    for (const one of wanted) {
      const there = one.kind === 'item' && one.under !== undefined ? held.get(one.key) : undefined;
      if (!there || there.mark !== undefined) continue;
      const label = isRegrouped ? lines.findLast(({ index, text }) => index < there.line.index && /^\s*\*\*/.test(text)) : undefined;
      if (!(label && drawnLabels.has(label)) && ownersIn(one.text) === ownersIn(there.line.text)) continue;
      const inside = lines.slice(there.line.index + 1, lastUnder(lines, there.line) + 1).filter(({ isBlank }) => !isBlank);
      const notes = [...held].filter(([, { line }]) => inside.includes(line));
      if (notes.length < inside.length) continue;
      for (const [key, { line }] of [[one.key, there] as const, ...notes]) {
        plan.remove(line);
        held.delete(key);
        known.delete(key);
        moved.add(key);
      }
    }
  }

  // What the record has no more; a tick or a note under it is reason enough to let it stand.
  function removeOld(): void {
    const keys = new Set(wanted.map(({ key }) => key));
    const old = [...held].filter(([key]) => !keys.has(key)).sort(([, one], [, other]) => other.line.index - one.line.index);
    const labels: Line[] = [];
    for (const [, { line, mark }] of old) {
      if (/^\s*\*\*/.test(line.text)) {
        labels.push(line);
        continue;
      }
      const inside = lines.slice(line.index + 1, lastUnder(lines, line) + 1).filter((one) => !one.isBlank && !plan.isRemoved(one));
      if (mark !== undefined || inside.length) continue;
      plan.remove(line);
      if (line.indent === 0) report.removed.unshift(namedIn(line.text));
    }
    for (const label of labels) if (isAlone(label)) plan.remove(label);
  }

  function isAlone(label: Line): boolean {
    const next = lines.find(({ index, text }) => index > label.index && /^\s*\*\*/.test(text))?.index ?? lines.length;
    return lines.slice(label.index + 1, next).every((line) => line.isBlank || plan.isRemoved(line)) && !hasNew(label.index, next);
  }

  function hasNew(from: number, to: number): boolean {
    return [...fresh.values()].some(({ at, hasNewLabel }) => !hasNewLabel && at >= from && at < to);
  }
}

// That there is nothing is said only where nobody says something.
function withoutNothing(drawn: readonly Drawn[], lines: readonly Line[], held: ReadonlyMap<string, Held>): readonly Drawn[] {
  const own = new Set([...held.values()].map(({ line }) => line));
  return lines.some((line) => !line.isBlank && !own.has(line)) ? drawn.filter(({ kind }) => kind !== 'nothing') : drawn;
}

/** Whether one of these lines, which people wrote, speaks of something drawn: with a link to the same document and the same words, or with words enough. */
export function mentionsIn(lines: readonly string[]): (drawn: Drawn) => boolean {
  const said = lines.map((line) => ({ line, words: ` ${wordsOf(line)} ` })).filter(({ words }) => words.length > 2);
  return ({ name, text }) => {
    const words = actionKey({ text: name } as Action) ?? wordsOf(name);
    if (words === '') return false;
    const target = /\]\(<?([^)#>\s]*)/.exec(text)?.[1] ?? '';
    return said.some((one) => one.words.includes(` ${words} `) && (words.length >= LONG || (target !== '' && one.line.includes(target))));
  };
}

const LONG = 20;

const wordsOf = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// A table that people have taken apart has rows, though what is drawn would be a list.
const isRow = (text: string): boolean => /^\s*\|/.test(text);

const isProse = (line: Line | undefined): boolean => line !== undefined && !line.isBlank && line.indent < 2 && !/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s|<|\||#)/.test(line.text);

const ownersIn = (text: string): string => (text.replace(/\]\([^)]*\)/g, '] ').match(/@[^\s()]+|\((?:owner|담당자): [^)]*\)/gu) ?? []).join(' ');

const namedIn = (text: string): string => /\[((?:\\.|[^\]\\])*)\]\(/.exec(text)?.[1]?.replace(/\\(.)/g, '$1') ?? text.replace(/^\s*\S+\s*/, '');
