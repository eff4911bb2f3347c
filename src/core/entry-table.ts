import type { Entry } from './entry.ts';

/** An entry that is another one now. */
export interface Replaced {
  readonly was: Entry;
  readonly is: Entry;
}

/** What a table holds of entries. */
export interface TableShape<Item> {
  /** What of an entry is found under which keys. */
  readonly itemsOf: (entry: Entry) => readonly (readonly [key: string, item: Item])[];
  readonly entryOf: (item: Item) => Entry;
  /** The order of what has one key; left out: that of the entries. */
  readonly compare?: (one: Item, other: Item) => number;
}

/** So many keys are looked up beside the others before all are put together. */
const MOST_BESIDE = 200;

/** What entries hold, by keys; made when it is first asked for, and again only where an entry is another one. */
export class EntryTable<Item> {
  readonly #all: readonly Entry[];
  readonly #shape: TableShape<Item>;
  #groups: ReadonlyMap<string, readonly Item[]> | undefined;
  /** The groups that are others now. */
  readonly #beside: ReadonlyMap<string, readonly Item[]>;

  /** `all` are sorted by path. */
  constructor(all: readonly Entry[], shape: TableShape<Item>, groups?: ReadonlyMap<string, readonly Item[]>, beside: ReadonlyMap<string, readonly Item[]> = new Map()) {
    this.#all = all;
    this.#shape = shape;
    this.#groups = groups;
    this.#beside = beside;
  }

  /** In the order of the entries, or in the table's own. */
  get(key: string): readonly Item[] {
    return this.#beside.get(key) ?? (this.#groups ??= groupsOf(this.#all, this.#shape)).get(key) ?? [];
  }

  /** The table of `all`, which have other entries at these places. */
  after(all: readonly Entry[], replaced: readonly Replaced[]): EntryTable<Item> {
    if (!this.#groups) return new EntryTable(all, this.#shape);
    const beside = new Map(this.#beside);
    for (const { was, is } of replaced) {
      const [before, after] = [groupsOf([was], this.#shape), groupsOf([is], this.#shape)];
      for (const key of new Set([...before.keys(), ...after.keys()])) beside.set(key, this.#put(beside.get(key) ?? this.#groups.get(key) ?? [], after.get(key) ?? [], is));
    }
    return beside.size > MOST_BESIDE ? new EntryTable(all, this.#shape, new Map([...this.#groups, ...beside])) : new EntryTable(all, this.#shape, this.#groups, beside);
  }

  #put(group: readonly Item[], own: readonly Item[], { path }: Entry): readonly Item[] {
    const { entryOf, compare } = this.#shape;
    const others = group.filter((item) => entryOf(item).path !== path);
    if (compare) return [...others, ...own].sort((one, other) => compare(one, other) || (entryOf(one).path < entryOf(other).path ? -1 : 1));
    const place = others.findIndex((item) => entryOf(item).path > path);
    return place < 0 ? [...others, ...own] : [...others.slice(0, place), ...own, ...others.slice(place)];
  }
}

function groupsOf<Item>(all: readonly Entry[], { itemsOf, compare }: TableShape<Item>): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const entry of all) {
    for (const [key, item] of itemsOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  if (compare) for (const group of groups.values()) group.sort(compare);
  return groups;
}
