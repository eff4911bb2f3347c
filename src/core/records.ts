import { actionKey, type Placed } from './actions/key.ts';
import { EntryTable, type Replaced } from './entry-table.ts';
import { RECORD_KINDS, type Action, type Entry, type Kind } from './entry.ts';
import { seriesOf } from './meeting/series.ts';
import { folderOf, nameOf } from './paths.ts';
import { pagesOf } from './places.ts';
import { practiceKey, practicesOf, sidesOf, type SidedRelation } from './relation-sides.ts';
import { scopeKey, scopeOf } from './record-index/find.ts';
import { once } from './remembering.ts';
import { belongTogether, countedAs } from './sequence.ts';
import { termOf } from './vocabulary/terms.ts';

/** The entries of one folder, found by what rules ask for; made once for all documents that are checked with them. */
export interface Records {
  readonly all: readonly Entry[];
  at(path: string): Entry | undefined;
  /** The documents whose file has this name, in whatever letters. */
  called(name: string): readonly Entry[];
  /** Another document with the same number that is counted together with this one. */
  twinOf(entry: Entry): Entry | undefined;
  /** Where the words of this action stand in the team's documents, its own included: one in each. */
  copiesOf(action: Action): readonly Placed[];
  /** How many items documents of a kind have, and how many of them lead to a tracker; undefined where that is no habit of the team's. */
  trackedItems(kind: Kind): TrackedItems | undefined;
  /** Have several documents this for a status, in whatever letters, where Docket does not know it for one? */
  isSharedStatus(text: string): boolean;
  /** The document to which a link to the path leads, also one to its page or its folder, where it is superseded. */
  supersededAt(path: string): Entry | undefined;
  /** The documents with a number that are counted together with this one. */
  numbered(entry: Entry, number: number): readonly Entry[];
  /** The only document with a number that is counted together with this one, where it is superseded. */
  supersededNumbered(entry: Entry, number: number): Entry | undefined;
  /** The documents that a list of the folder has: those in it, and those that introduce a folder of their own there. */
  listedIn(folder: string): readonly Entry[];
  /** The records with this `scopeKey`: a list that has some of them has all. */
  listedTogether(key: string): readonly Entry[];
  /** The documents in a folder and below it. */
  below(folder: string): readonly Entry[];
  /** The documents of a folder, without those below. */
  inFolder(folder: string): readonly Entry[];
  /** The last minutes of the same series before these. */
  minutesBefore(entry: Entry): Entry | undefined;
  /** The next minutes of the same series. */
  minutesAfter(entry: Entry): Entry | undefined;
  /** Do the documents beside this one mostly answer it when another one says how it stands to them? */
  isUsual(entry: Entry, relation: SidedRelation): boolean;
}

export interface TrackedItems {
  readonly all: number;
  readonly tracked: number;
}

/** Where a document may lie to which a link to a path leads, at which there is none. */
export const pathsBehind = (path: string): string[] => [...pagesOf(path), `${path}/README.md`];

/** Finds entries among `all`, which are sorted by path. */
export function recordsOf(all: readonly Entry[]): EntryRecords {
  return new EntryRecords(all, new Map(all.map(({ path }, place) => [path, place])), {
    byName: tableBy(all, ({ path }) => nameOf(path).toLowerCase()),
    bySeries: tableBy(all, (entry) => countedAs(entry)?.series),
    byNumber: tableBy(all, numberKey),
    byAction: new EntryTable(all, { entryOf: ({ entry }) => entry, itemsOf: keyedActions }),
    byKind: new EntryTable(all, { entryOf: ({ entry }) => entry, itemsOf: (entry) => [[entry.kind, { entry, all: entry.actions.length, tracked: entry.actions.filter(({ trackers }) => trackers.length > 0).length }]] }),
    byFolder: tableBy(all, ({ path }) => folderOf(path)),
    byScope: tableBy(all, scopeOf),
    byScopeKey: tableBy(all, (entry) => (RECORD_KINDS.includes(entry.kind) ? scopeKey(entry) : undefined)),
    byStrangeStatus: tableBy(all, ({ status, statusText }) => (status === null && statusText !== null ? termOf(statusText) : undefined)),
    byMinutes: new EntryTable(all, { entryOf: (entry) => entry, itemsOf: (entry) => { const series = seriesOf(entry); return series === undefined ? [] : [[series, entry]]; }, compare: (one, other) => (one.date ?? '').localeCompare(other.date ?? '') }),
  });
}

/** How much of what an entry asks for is tracked elsewhere. */
interface Tracked {
  readonly entry: Entry;
  readonly all: number;
  readonly tracked: number;
}

type Tables = Readonly<Record<'byName' | 'bySeries' | 'byNumber' | 'byFolder' | 'byScope' | 'byScopeKey' | 'byStrangeStatus' | 'byMinutes', EntryTable<Entry>>> & {
  readonly byAction: EntryTable<Placed>;
  readonly byKind: EntryTable<Tracked>;
};

/** The records of one moment, of which those of the next can be made. */
export class EntryRecords implements Records {
  readonly all: readonly Entry[];
  /** Where the entry of each path stands among all. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #tables: Tables;
  readonly #practices: () => ReturnType<typeof practicesOf>;
  readonly #tracked = new Map<Kind, TrackedItems>();

  constructor(all: readonly Entry[], places: ReadonlyMap<string, number>, tables: Tables, practices = once(() => practicesOf(all, this.at))) {
    this.all = all;
    this.#places = places;
    this.#tables = tables;
    this.#practices = practices;
  }

  /** The records of `all`, which have other entries at these places; what does not go by those is not made again. */
  after(all: readonly Entry[], replaced: readonly Replaced[]): EntryRecords {
    const tables = Object.fromEntries(Object.entries(this.#tables).map(([name, table]) => [name, table.after(all, replaced)])) as Tables;
    const isAnswered = replaced.every(({ was, is }) => statedBy(was) === statedBy(is));
    return new EntryRecords(all, this.#places, tables, isAnswered ? this.#practices : undefined);
  }

  readonly at = (path: string): Entry | undefined => {
    const place = this.#places.get(path);
    return place === undefined ? undefined : this.all[place];
  };

  readonly called = (name: string): readonly Entry[] => this.#tables.byName.get(name.toLowerCase());

  readonly copiesOf = (action: Action): readonly Placed[] => this.#tables.byAction.get(actionKey(action) ?? '');

  readonly isSharedStatus = (text: string): boolean => this.#tables.byStrangeStatus.get(termOf(text)).length > 1;

  readonly supersededAt = (path: string): Entry | undefined => {
    const there = this.#places.has(path) ? path : pathsBehind(path).find((one) => this.#places.has(one));
    const found = there === undefined ? undefined : this.at(there);
    return found?.status === 'superseded' ? found : undefined;
  };

  readonly listedIn = (folder: string): readonly Entry[] => this.#tables.byScope.get(folder);

  readonly listedTogether = (key: string): readonly Entry[] => this.#tables.byScopeKey.get(key);

  readonly inFolder = (folder: string): readonly Entry[] => this.#tables.byFolder.get(folder);

  // They are sorted by path, and `0` comes behind `/`.
  readonly below = (folder: string): readonly Entry[] => (folder === '' ? this.all : this.all.slice(this.#firstFrom(`${folder}/`), this.#firstFrom(`${folder}0`)));

  readonly trackedItems = (kind: Kind): TrackedItems | undefined => {
    const sum = this.#tracked.get(kind) ?? this.#tables.byKind.get(kind).reduce(({ all, tracked }, one) => ({ all: all + one.all, tracked: tracked + one.tracked }), { all: 0, tracked: 0 });
    this.#tracked.set(kind, sum);
    return sum.all >= ENOUGH_ITEMS && sum.tracked * 10 >= sum.all * 9 ? sum : undefined;
  };

  readonly minutesBefore = (entry: Entry): Entry | undefined => {
    const own = this.#minutesOf(entry);
    return own[firstWhere(own, ({ date }) => date! >= (entry.date ?? '')) - 1];
  };

  readonly minutesAfter = (entry: Entry): Entry | undefined => {
    const own = this.#minutesOf(entry);
    return own[firstWhere(own, ({ date }) => date! > (entry.date ?? ''))];
  };

  readonly numbered = (entry: Entry, number: number): readonly Entry[] => {
    const own = countedAs(entry);
    return own ? this.#tables.byNumber.get(`${own.series}\u0000${number}`) : [];
  };

  readonly supersededNumbered = (entry: Entry, number: number): Entry | undefined => {
    const [found, twin] = this.numbered(entry, number);
    return found?.status === 'superseded' && !twin ? found : undefined;
  };

  readonly isUsual = (entry: Entry, relation: SidedRelation): boolean => {
    const { answered, silent } = this.#practices().get(practiceKey(entry, relation)) ?? { answered: 0, silent: 0 };
    return answered > 0 && answered >= silent;
  };

  readonly twinOf = (entry: Entry): Entry | undefined => {
    const own = countedAs(entry);
    if (!own || entry.number! > MOST_APART * (this.#tables.bySeries.get(own.series).length + 10)) return undefined;
    return this.numbered(entry, entry.number!).slice(0, MOST_TWINS).find((other) => other !== entry && !belongTogether(own, countedAs(other)!));
  };

  #minutesOf(entry: Entry): readonly Entry[] {
    return this.#tables.byMinutes.get(seriesOf(entry) ?? '');
  }

  #firstFrom(path: string): number {
    return firstWhere(this.all, (entry) => entry.path >= path);
  }
}

function tableBy(all: readonly Entry[], keyOf: (entry: Entry) => string | undefined): EntryTable<Entry> {
  return new EntryTable(all, {
    entryOf: (entry) => entry,
    itemsOf: (entry) => {
      const key = keyOf(entry);
      return key === undefined ? [] : [[key, entry]];
    },
  });
}

function numberKey(entry: Entry): string | undefined {
  const counted = countedAs(entry);
  return counted && `${counted.series}\u0000${entry.number}`;
}

// One in each document.
function keyedActions(entry: Entry): readonly (readonly [string, Placed])[] {
  if (!RECORD_KINDS.includes(entry.kind)) return [];
  const own = new Map(entry.actions.map((action) => [actionKey(action), action]).reverse() as [string | undefined, Action][]);
  return [...own].flatMap(([key, action]) => (key === undefined ? [] : [[key, { entry, action }] as const]));
}

// What it says of others, and who says something of it.
const statedBy = (entry: Entry): string => JSON.stringify(sidesOf(entry).map(({ relation, target, isOwn }) => [relation, target, isOwn]));

/** So many items show a habit of a team, where nearly all of them lead to a tracker. */
const ENOUGH_ITEMS = 20;

// Numbers that are further apart are those of issues in a tracker, and one issue may have several documents.
const MOST_APART = 20;

/** Of so many documents with one number some other is found; more are not looked through. */
const MOST_TWINS = 50;

// The first of a sorted list from which on `holds` is true; its length where it never is.
function firstWhere<Item>(sorted: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
