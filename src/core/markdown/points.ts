import type { Root } from 'mdast';
import { isLineEnding, Code } from './characters.ts';

/** From where to where a node goes. */
export type Position = NonNullable<Root['position']>;

/** Turns UTF-16 offsets into points; the lines of a text are counted once. */
export class Points {
  /** Where each line begins. */
  readonly #starts: number[] = [0];
  #near = 0;

  constructor(text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isLineEnding(code)) continue;
      if (code === Code.cr && text.charCodeAt(at + 1) === Code.lf) at++;
      this.#starts.push(at + 1);
    }
  }

  at(offset: number): Position['start'] {
    const starts = this.#starts;
    let near = this.#near;
    if (starts[near]! > offset || (starts[near + 8] ?? Infinity) <= offset) near = this.#search(offset);
    while (near + 1 < starts.length && starts[near + 1]! <= offset) near++;
    this.#near = near;
    return { line: near + 1, column: offset - starts[near]! + 1, offset };
  }

  between(start: number, end: number): Position {
    return { start: this.at(start), end: this.at(end) };
  }

  #search(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
