/** One line of a paragraph, without what its quotes and lists put before it. */
export interface ContentLine {
  readonly from: number;
  /** Columns of a tab that belong to the line and are no characters of the text behind `from`. */
  readonly pending: number;
  readonly end: number;
  readonly next: number;
  /** Is it indented so far that it can begin nothing? */
  readonly indented: boolean;
}

interface PlacedLine {
  readonly start: number;
  readonly from: number;
  readonly pending: number;
}

/** The text of a paragraph, a heading or a cell, and where each of its characters stands in the document. */
export class Content {
  readonly text: string;
  readonly #shift: number;
  /** Where each line begins here and in the document, and how much of it is a tab's rest; undefined where the lines follow each other. */
  readonly #lines: readonly PlacedLine[] | undefined;

  private constructor(text: string, shift: number, lines: readonly PlacedLine[] | undefined) {
    this.text = text;
    this.#shift = shift;
    this.#lines = lines;
  }

  static ofRange(source: string, start: number, end: number): Content {
    return new Content(source.slice(start, end), start, undefined);
  }

  static ofLines(source: string, lines: readonly ContentLine[]): Content {
    const first = lines[0]!;
    const last = lines.at(-1)!;
    if (lines.length === 1 && first.pending === 0) return Content.ofRange(source, first.from, first.end);
    if (lines.every(({ from, pending }, index) => pending === 0 && (index === 0 || lines[index - 1]!.next === from))) return Content.ofRange(source, first.from, last.end);
    let text = '';
    const starts = lines.map((line) => {
      const start = text.length;
      text += ' '.repeat(line.pending) + source.slice(line.from, line === last ? line.end : line.next);
      return { start, from: line.from, pending: line.pending };
    });
    return new Content(text, 0, starts);
  }

  /** The offset in the document of a character here. */
  offset(index: number): number {
    const lines = this.#lines;
    if (!lines) return index + this.#shift;
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]!.start <= index) low = middle;
      else high = middle - 1;
    }
    const { start, from, pending } = lines[low]!;
    return from + Math.max(0, index - start - pending);
  }

  /** The offset behind the character before `index`; at a line's beginning it is the end of the line before. */
  endOffset(index: number): number {
    return index > 0 ? this.offset(index - 1) + 1 : this.offset(0);
  }

  /** What is left behind the first `index` characters; undefined where that is nothing. */
  from(index: number): Content | undefined {
    if (index >= this.text.length) return undefined;
    const lines = this.#lines?.map(({ start, from, pending }) => ({ start: start - index, from, pending }));
    return new Content(this.text.slice(index), this.#shift + index, lines);
  }
}
