import type { Root } from 'mdast';
import type { Lines } from '../lines.ts';

/** From where to where a node goes. */
export type Position = NonNullable<Root['position']>;

/** Turns UTF-16 offsets into points. Most of what is asked for follows on what was asked before: the lines are gone through along with it. */
export class Points {
  readonly #lines: Lines;
  /** The 0-based line of the last point, and where it and the next one begin. */
  #line = 0;
  #start = 0;
  #next: number;

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#next = startOfNext(lines, 0);
  }

  at(offset: number): Position['start'] {
    if (offset < this.#start || offset >= this.#next) this.#goTo(offset);
    return { line: this.#line + 1, column: offset - this.#start + 1, offset };
  }

  between(start: number, end: number): Position {
    return { start: this.at(start), end: this.at(end) };
  }

  #goTo(offset: number): void {
    const lines = this.#lines;
    const follows = offset >= this.#next && offset < startOfNext(lines, this.#line + 1);
    const line = follows ? this.#line + 1 : lines.positionAt(offset).line;
    this.#line = line;
    this.#start = lines.startOf(line);
    this.#next = startOfNext(lines, line);
  }
}

// The end of the text belongs to its last line.
function startOfNext(lines: Lines, line: number): number {
  return lines.startOf(line + 1) + (line + 1 < lines.count ? 0 : 1);
}
