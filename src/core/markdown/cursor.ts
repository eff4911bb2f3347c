import type { Lines } from '../lines.ts';
import { Code, isBlank, isLineEnding } from './characters.ts';

/** A place in one line of a text, where a tab is as many columns wide as it takes to the next multiple of four. */
export class Cursor {
  readonly text: string;
  readonly #lines: Lines;
  /** 1-based; before the first line, the number of the line before. */
  line: number;
  /** Where the line begins, ends, and the next one begins. */
  start = 0;
  end = 0;
  next: number;
  at = 0;
  column = 0;
  /** Columns of the tab before `at` that were not taken yet. */
  pending = 0;
  #solid = 0;

  /** Goes from the 1-based line behind `line` on. */
  constructor(text: string, lines: Lines, line: number) {
    this.text = text;
    this.#lines = lines;
    this.line = line;
    this.next = lines.startOf(line);
  }

  /** Goes to the next line; false where there is none. */
  nextLine(): boolean {
    const { text } = this;
    if (this.next >= text.length) return false;
    this.line++;
    this.start = this.at = this.next;
    this.column = this.pending = 0;
    this.#solid = this.start;
    this.next = this.end = this.#lines.startOf(this.line);
    while (this.end > this.start && isLineEnding(text.charCodeAt(this.end - 1))) this.end--;
    return true;
  }

  /** The code of the next character, a space within a tab; -1 at the line's end. */
  get code(): number {
    return this.pending > 0 ? Code.space : this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  /** Takes white space, but not more columns than `most`, and says how many. */
  skip(most = Infinity): number {
    let taken = 0;
    while (taken < most) {
      if (this.pending > 0) this.pending--;
      else {
        const code = this.at < this.end ? this.text.charCodeAt(this.at) : -1;
        if (!isBlank(code)) break;
        this.at++;
        if (code === Code.tab) this.pending = 3 - (this.column % 4);
      }
      this.column++;
      taken++;
    }
    return taken;
  }

  /** Takes `count` characters that are no tabs. */
  take(count: number): void {
    this.at += count;
    this.column += count;
  }

  /** Where the next character stands that is no white space; the line's end where there is none. */
  get solid(): number {
    let at = Math.max(this.#solid, this.at);
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++;
    this.#solid = at;
    return at;
  }

  /** Is nothing but white space left of the line? */
  get isBlank(): boolean {
    return this.solid === this.end;
  }

  isBlankFrom(at: number): boolean {
    for (let index = at; index < this.end; index++) if (!isBlank(this.text.charCodeAt(index))) return false;
    return true;
  }

  /** Is what comes next indented by four columns or more? */
  get isIndented(): boolean {
    let columns = this.pending;
    for (let { at } = this; columns < 4 && at < this.solid; at++) columns += this.text.charCodeAt(at) === Code.tab ? 4 - ((this.column + columns) % 4) : 1;
    return columns >= 4;
  }

  /** What is left of the line, the rest of a tab as spaces. */
  rest(): string {
    const rest = this.text.slice(this.at, this.end);
    return this.pending > 0 ? ' '.repeat(this.pending) + rest : rest;
  }

  save(): Place {
    return { at: this.at, column: this.column, pending: this.pending };
  }

  restore({ at, column, pending }: Place): void {
    this.at = this.#solid = at;
    this.column = column;
    this.pending = pending;
  }
}

export interface Place {
  readonly at: number;
  readonly column: number;
  readonly pending: number;
}
