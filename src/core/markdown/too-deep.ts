import type { Range } from '../lines.ts';

/** Is thrown where quotes and lists, or emphasis, links and images, nest deeper than they are read. */
export class TooDeep extends Error {
  readonly of: 'containers' | 'spans';
  readonly depth: number;
  readonly range: Range;

  constructor(of: TooDeep['of'], depth: number, range: Range) {
    super(`${of} nest ${depth} levels deep`);
    this.of = of;
    this.depth = depth;
    this.range = range;
  }
}
