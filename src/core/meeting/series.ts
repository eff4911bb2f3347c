import type { Entry } from '../entry.ts';
import { folderOf, nameOf } from '../paths.ts';

/** What the minutes of one series have in common: their folder, and their name but for its numbers; undefined for what is in no series. */
export function seriesOf({ kind, path, date }: Entry): string | undefined {
  const name = nameOf(path).toLowerCase();
  return kind === 'meeting' && date !== null && /\d/.test(name) ? `${folderOf(path)}\u0000${name.replace(/\d+/g, '#')}` : undefined;
}
