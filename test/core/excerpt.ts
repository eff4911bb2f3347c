import type { Range } from '../../src/core/lines.ts';

/** What stands at `range`; undefined where there is no range. */
export function excerpt(text: string, range: Range | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
