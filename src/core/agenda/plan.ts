import type { Edit } from '../edit.ts';
import type { Line } from './held.ts';

/** What is to become of the lines of a stretch, collected and then made into edits. */
export class Plan {
  readonly #lines: readonly Line[];
  readonly #start: number;
  readonly #new = new Map<number, string[]>();
  readonly #replaced = new Map<number, string>();
  readonly #removed = new Set<number>();

  /** `start` is where the first line begins, or would. */
  constructor(lines: readonly Line[], start: number) {
    this.#lines = lines;
    this.#start = start;
  }

  /** Behind the line with this index, and what was put there before; -1 for the beginning. */
  insert(after: number, ...texts: readonly string[]): void {
    this.#new.set(after, [...(this.#new.get(after) ?? []), ...texts]);
  }

  replace({ index }: Line, text: string): void {
    this.#replaced.set(index, text);
  }

  remove({ index }: Line): void {
    this.#removed.add(index);
  }

  isRemoved({ index }: Line): boolean {
    return this.#removed.has(index);
  }

  /** The edits, none of which touches another; empty lines that would come to stand beside each other are one. */
  edits(ending: string): Edit[] {
    this.#joinBlanks();
    const edits: { range: { start: number; end: number }; newText: string }[] = [];
    const put = (start: number, end: number, newText: string): void => {
      const last = edits.at(-1);
      if (last?.range.end === start) {
        last.range.end = end;
        last.newText += newText;
      } else edits.push({ range: { start, end }, newText });
    };
    const putNew = (after: number, offset: number): void => {
      const texts = this.#new.get(after);
      if (texts?.length) put(offset, offset, texts.map((text) => text + ending).join(''));
    };
    putNew(-1, this.#start);
    for (const line of this.#lines) {
      const text = this.#replaced.get(line.index);
      if (this.#removed.has(line.index)) put(line.start, line.next, '');
      else if (text !== undefined) {
        const { from, to, newText } = difference(line.text, text);
        put(line.start + from, line.start + to, newText);
      }
      putNew(line.index, line.next);
    }
    return edits;
  }

  // Only blanks that are new, or that a removal brought together.
  #joinBlanks(): void {
    let before: { readonly isBlank: boolean; readonly drop: (() => void) | undefined } = { isBlank: false, drop: undefined };
    let isGap = false;
    const visitNew = (after: number): void => {
      const kept: string[] = [];
      for (const text of this.#new.get(after) ?? []) {
        if (text === '' && before.isBlank) continue;
        kept.push(text);
        before = { isBlank: text === '', drop: text === '' ? () => void kept.splice(kept.lastIndexOf(''), 1) : undefined };
        isGap = false;
      }
      if (this.#new.has(after)) this.#new.set(after, kept);
    };
    visitNew(-1);
    for (const line of this.#lines) {
      if (this.#removed.has(line.index)) isGap = true;
      else {
        if (line.isBlank && before.isBlank) {
          if (before.drop) before.drop();
          else if (isGap) this.#removed.add(line.index);
        }
        if (!this.#removed.has(line.index)) before = { isBlank: line.isBlank, drop: undefined };
        isGap = false;
      }
      visitNew(line.index);
    }
  }
}

function difference(one: string, other: string): { readonly from: number; readonly to: number; readonly newText: string } {
  const most = Math.min(one.length, other.length);
  let from = 0;
  while (from < most && one[from] === other[from]) from++;
  let behind = 0;
  while (behind < most - from && one[one.length - 1 - behind] === other[other.length - 1 - behind]) behind++;
  return { from, to: one.length - behind, newText: other.slice(from, other.length - behind) };
}
