import type { Nodes, Root } from 'mdast';
import type { Lines, Range } from '../lines.ts';

/** From where to where a node goes. */
export type Position = NonNullable<Root['position']>;

/** A position of which the lines and columns are looked for where somebody asks for them: hardly anybody does. */
class Span implements Position {
  readonly range: Range;
  readonly #lines: Lines;

  constructor(range: Range, lines: Lines) {
    this.range = range;
    this.#lines = lines;
  }

  get start(): Position['start'] {
    return pointAt(this.#lines, this.range.start);
  }

  get end(): Position['end'] {
    return pointAt(this.#lines, this.range.end);
  }

  toJSON(): Position {
    return { start: this.start, end: this.end };
  }
}

function pointAt(lines: Lines, offset: number): Position['start'] {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}

/** Makes the positions of the nodes of one text. */
export class Points {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  between(start: number, end: number): Position {
    return new Span({ start, end }, this.#lines);
  }

  /** Lets a node go on to `offset`. */
  end(node: Nodes, offset: number): void {
    node.position = this.between(rangeOf(node).start, offset);
  }
}

/** Where a node of a parsed tree stands. */
export function rangeOf({ position }: { readonly position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined }): Range {
  return position instanceof Span ? position.range : { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
