import type { Entry } from '../entry.ts';
import { namedLike, usualName } from '../succession/naming.ts';
import type { SharedIndex } from './read.ts';

/** How documents of other repositories name a record: `payments/ADR-0012`; undefined where it has no number. `like` is how another record of the repository is named there. */
export function recordName(record: Entry, { name }: Pick<SharedIndex, 'name'>, like?: { readonly id: string; readonly record: Entry }): string | undefined {
  if (record.number === null) return undefined;
  const usual = (like && namedLike(like.id, like.record, record)) ?? usualName(record, false);
  return `${name}/${/^\p{L}{0,20}[-_]?\d{1,8}$/u.test(usual) ? usual : (record.id ?? String(record.number))}`;
}
