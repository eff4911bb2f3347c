/** A half-open stretch of a text in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as LSP counts it: 0-based line, 0-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of one text begin; a line ends with `\n`, `\r\n` or `\r`. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    let feed = text.indexOf('\n');
    let back = text.indexOf('\r');
    while (feed >= 0 || back >= 0) {
      if (back >= 0 && (feed < 0 || back < feed - 1)) {
        starts.push(back + 1);
        back = text.indexOf('\r', back + 1);
      } else {
        starts.push(feed + 1);
        if (back >= 0 && back < feed) back = text.indexOf('\r', feed + 1);
        feed = text.indexOf('\n', feed + 1);
      }
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The offset at which the 0-based `line` begins; the end of the text for a line past the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: Math.min(offset, this.#length) - this.#starts[low]! };
  }

  /** The 1-based line that holds `offset`, as people count. */
  lineNumberAt(offset: number): number {
    return this.positionAt(offset).line + 1;
  }
}
