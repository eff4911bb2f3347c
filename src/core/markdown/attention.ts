import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import { Code } from './characters.ts';

/** A run of `*`, `_` or `~` that may begin or end a span; `from` and `to` are indices of the content. */
export interface Delimiter {
  readonly type: 'delimiter';
  readonly code: number;
  from: number;
  to: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Plain text before its neighbours are joined to it. */
export interface Piece {
  readonly type: 'piece';
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** What a line of text is made of while it is read. */
export type Inline = PhrasingContent | Delimiter | Piece;

type Span = Emphasis | Strong | Delete;
/** Makes the node of a span between two indices of the content. */
export type MakeSpan = (type: Span['type'], from: number, to: number, children: readonly Inline[]) => Span;

/** Makes spans of delimiters, first those of one kind and then of the other; what is left is no delimiter any more. */
export function resolveSpans(items: readonly Inline[], tildesFirst: boolean, make: MakeSpan): readonly Inline[] {
  let stars = false;
  let tildes = false;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.type !== 'delimiter') continue;
    if (item.code === Code.tilde) tildes = true;
    else stars = true;
  }
  const resolved = tildesFirst && tildes ? resolveTildes(items, make) : items;
  const emphasised = stars ? resolveStars(resolved, make) : resolved;
  return !tildesFirst && tildes ? resolveTildes(emphasised, make) : emphasised;
}

interface Open {
  readonly delimiter: Delimiter;
  /** Where it stands in what was read so far. */
  readonly index: number;
}

// The closer's length at this moment decides what it matches, not the length it was written with: so does micromark.
function resolveStars(items: readonly Inline[], make: MakeSpan): Inline[] {
  const out: Inline[] = [];
  const open: Open[] = [];
  // For each kind of closer, the index in `out` below which nothing opens for it.
  const floors = new Map<number, number>();
  for (const item of items) {
    if (item.type !== 'delimiter' || item.code === Code.tilde) {
      out.push(item);
      continue;
    }
    let rest: Delimiter | undefined = item;
    while (rest && rest.closes) {
      const found = openerOf(rest, open, floors);
      if (found < 0) break;
      const { delimiter, index } = open[found]!;
      open.length = found + 1;
      const children = out.splice(index + 1);
      const size = delimiter.to - delimiter.from > 1 && rest.to - rest.from > 1 ? 2 : 1;
      delimiter.to -= size;
      rest.from += size;
      if (delimiter.to === delimiter.from) {
        out.pop();
        open.pop();
      }
      for (const [kind, floor] of floors) if (floor > index) floors.set(kind, index);
      out.push(make(size === 2 ? 'strong' : 'emphasis', delimiter.to, rest.from, children));
      if (rest.to === rest.from) rest = undefined;
    }
    if (!rest) continue;
    if (rest.opens) open.push({ delimiter: rest, index: out.length });
    out.push(rest);
  }
  return out.map((item) => (item.type === 'delimiter' && item.code !== Code.tilde ? asPiece(item) : item));
}

function openerOf(closer: Delimiter, open: readonly Open[], floors: Map<number, number>): number {
  const length = closer.to - closer.from;
  const kind = closer.code * 8 + (length % 3) * 2 + (closer.opens ? 1 : 0);
  const floor = floors.get(kind) ?? 0;
  for (let at = open.length - 1; at >= 0 && open[at]!.index >= floor; at--) {
    const { delimiter } = open[at]!;
    if (delimiter.code !== closer.code) continue;
    if ((delimiter.closes || closer.opens) && length % 3 !== 0 && (delimiter.to - delimiter.from + length) % 3 === 0) continue;
    return at;
  }
  floors.set(kind, (open.at(-1)?.index ?? -1) + 1);
  return -1;
}

function resolveTildes(items: readonly Inline[], make: MakeSpan): Inline[] {
  const out: Inline[] = [];
  const open: Open[] = [];
  const counts = [0, 0, 0];
  const drop = (length: number): void => {
    while (open.length > length) {
      const { delimiter } = open.pop()!;
      counts[delimiter.to - delimiter.from]!--;
    }
  };
  for (const item of items) {
    if (item.type !== 'delimiter' || item.code !== Code.tilde) {
      out.push(item);
      continue;
    }
    const size = item.to - item.from;
    if (item.closes && counts[size]! > 0) {
      const found = open.findLastIndex(({ delimiter }) => delimiter.to - delimiter.from === size);
      const { delimiter, index } = open[found]!;
      drop(found);
      const children = out.splice(index + 1);
      out.pop();
      out.push(make('delete', delimiter.from, item.to, children));
      continue;
    }
    if (item.opens) {
      open.push({ delimiter: item, index: out.length });
      counts[size]!++;
    }
    out.push(item);
  }
  return out.map((item) => (item.type === 'delimiter' && item.code === Code.tilde ? asPiece(item) : item));
}

// Its length is what no span has used of it.
function asPiece({ code, from, to }: Delimiter): Piece {
  return { type: 'piece', value: String.fromCharCode(code).repeat(to - from), from, to };
}
