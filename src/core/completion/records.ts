import type { Entry } from '../entry.ts';
import type { Range } from '../lines.ts';
import { nameKey, type Repositories } from '../shared-index/repositories.ts';
import { recordName } from '../shared-index/record-name.ts';

/** The name of a record of another repository, or of such a repository, that can be written. */
export interface Nameable {
  readonly name: string;
  /** Left out for a repository. */
  readonly record?: Entry;
}

/** More are not looked through. */
const MOST = 2000;

/** What can be named where somebody has begun to write `payments/ADR-12`, and what it takes the place of; undefined where nothing of the kind was begun. */
export function nameableAt(text: string, offset: number, repositories: Repositories): { readonly range: Range; readonly nameable: readonly Nameable[] } | undefined {
  const written = BEGUN.exec(text.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  const slash = written.lastIndexOf('/');
  const range = { start: offset - written.length, end: offset };
  const named = slash < 0 ? [] : repositories.called(written.slice(0, slash));
  if (named.length) {
    const name = written.slice(0, slash);
    return { range, nameable: named.flatMap(({ records }) => [...records.values()]).slice(0, MOST).flatMap((record) => { const own = recordName(record, { name }); return own === undefined ? [] : [{ name: own, record }]; }) };
  }
  const begun = nameKey(written);
  const names = begun === '' ? [] : [...new Set(repositories.indexes.map(({ name }) => name))].filter((name) => nameKey(name).startsWith(begun)).slice(0, MOST);
  return names.length ? { range, nameable: names.map((name) => ({ name: `${name}/` })) } : undefined;
}

/** Names are no longer, in UTF-16 units. */
const LONGEST = 120;

const BEGUN = /[\p{L}\p{N}._/-]{1,120}$/u;
