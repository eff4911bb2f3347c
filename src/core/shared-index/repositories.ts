import type { Entry } from '../entry.ts';
import { isMarkdownPath } from '../paths.ts';
import { recordCalled } from './numbers.ts';
import type { SharedIndex } from './read.ts';

/** What is known of a page or a record of another repository that a document names. */
export interface Elsewhere {
  readonly index: SharedIndex;
  /** From the top of the other repository; of what it has not, as people wrote it. */
  readonly path: string;
  /** Undefined where it is there and no record, or not there. */
  readonly entry: Entry | undefined;
  /** Is it certain that the repository had no such document when its index was made? */
  readonly isGone: boolean;
}

/** What is known of other repositories, looked up by how documents name what they have. */
export interface Repositories {
  readonly indexes: readonly SharedIndex[];
  /** What a link leads to, by the index with the longest address that fits; undefined for every other link. */
  linked(link: string): Elsewhere | undefined;
  /** The record that `id` means in the repository with this name: `payments` and `ADR-12`; undefined where no index has the name, or nobody can tell. */
  named(name: string, id: string): Elsewhere | undefined;
  /** The indexes of the repositories that are called so. */
  called(name: string): readonly SharedIndex[];
  /** The record at an address, as the paths and the relations of entries have it. */
  at(address: string): { readonly index: SharedIndex; readonly entry: Entry } | undefined;
}

/** Looks things up in `indexes` in a time that does not grow with their number. */
export function repositoriesOf(indexes: readonly SharedIndex[]): Repositories {
  const byUrl = new Map<string, SharedIndex>();
  const byName = new Map<string, SharedIndex[]>();
  for (const index of indexes) {
    if (index.url !== undefined && !byUrl.has(index.url)) byUrl.set(index.url, index);
    const same = byName.get(nameKey(index.name));
    if (same) same.push(index);
    else byName.set(nameKey(index.name), [index]);
  }
  const depths = [...new Set([...byUrl.keys()].map((url) => url.split('/').length - 1))].sort((one, other) => other - one);

  function under(address: string): SharedIndex | undefined {
    const slashes = [...address.matchAll(/\//g)].map(({ index }) => index);
    for (const depth of depths) {
      const index = slashes.length < depth ? undefined : byUrl.get(address.slice(0, slashes[depth - 1]! + 1));
      if (index) return index;
    }
    return undefined;
  }

  function linked(link: string): Elsewhere | undefined {
    if (link.length > LONGEST || !/^https?:\/\//i.test(link)) return undefined;
    const address = link.replace(/[?#].*$/s, '');
    const index = under(address);
    if (!index) return undefined;
    const path = decoded(address.slice(index.url!.length));
    const found = [path, `${path}.md`, `${path.replace(/\/$/, '')}/README.md`].find((one) => index.paths.has(one));
    // A folder that has no document may have been left out of the index on purpose.
    const isGone = found === undefined && isMarkdownPath(path) && index.folders.has(path.slice(0, path.lastIndexOf('/') + 1));
    return found === undefined && !isGone ? undefined : { index, path: found ?? path, entry: index.records.get(found ?? path), isGone };
  }

  function at(address: string): { readonly index: SharedIndex; readonly entry: Entry } | undefined {
    const index = under(address);
    const known = index?.records.get(address.slice(index.url!.length));
    if (index && known) return { index, entry: known };
    const colon = address.indexOf(':');
    for (const other of colon < 0 ? [] : (byName.get(nameKey(address.slice(0, colon))) ?? [])) {
      const entry = other.records.get(address.slice(colon + 1));
      if (entry && entry.path === address) return { index: other, entry };
    }
    const found = linked(address);
    return found?.entry && { index: found.index, entry: found.entry };
  }

  return {
    indexes, linked, at,
    called: (name) => byName.get(nameKey(name)) ?? [],
    named(name, id) {
      // Where several repositories have one name, none is meant for certain.
      const own = byName.get(nameKey(name)) ?? [];
      const found = own.flatMap((index) => {
        const record = recordCalled(id, index);
        return record === undefined ? [] : [{ index, record }];
      });
      const [first, twin] = found.filter(({ record }) => record !== 'gone');
      if (twin) return undefined;
      const { index, record } = first ?? found[0] ?? {};
      if (!index || !record || (record === 'gone' && found.length < own.length)) return undefined;
      return record === 'gone' ? { index, path: id, entry: undefined, isGone: true } : { index, path: record.path.slice(addressTop(index).length), entry: record, isGone: false };
    },
  };
}

/** A name in the one form in which names are compared. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** No address of a document is longer, in UTF-16 units. */
const LONGEST = 2000;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands in front of the paths of an index's records in those of their entries. */
export function addressTop({ name, url }: Pick<SharedIndex, 'name' | 'url'>): string {
  return url ?? `${name}:`;
}
