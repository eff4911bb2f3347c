import { actionKey, type Placed } from './actions/key.ts';
import { RECORD_KINDS, type Action, type Entry, type Kind } from './entry.ts';
import { seriesOf } from './meeting/series.ts';
import { folderOf, nameOf } from './paths.ts';
import { practiceKey, practicesOf, type SidedRelation } from './relation-sides.ts';
import { scopeKey, scopeOf } from './record-index/find.ts';
import { belongTogether, countedAs, type Counted } from './sequence.ts';
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
  /** How many items documents of a kind have, and how many of them lead to a tracker. */
  trackedItems(kind: Kind): { readonly all: number; readonly tracked: number };
  /** How many documents have this for a status, in whatever letters, where Docket does not know it for one. */
  withStrangeStatus(text: string): number;
  /** The documents with a number that are counted together with this one. */
  numbered(entry: Entry, number: number): readonly Entry[];
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

/** Finds entries among `all`, which are sorted by path. */
export function recordsOf(all: readonly Entry[], at: (path: string) => Entry | undefined): Records {
  const byName = once(() => groupsBy(all, ({ path }) => nameOf(path).toLowerCase()));
  const counted = once(() => new Map(all.flatMap((entry) => { const found = countedAs(entry); return found ? [[entry, found] as const] : []; })));
  const bySeries = once(() => groupsBy([...counted().keys()], (entry) => counted().get(entry)!.series));
  const byNumber = once(() => groupsBy([...counted().keys()], (entry) => numberKey(entry, counted().get(entry)!)));
  const byAction = once(() => {
    const placed = all.filter(({ kind }) => RECORD_KINDS.includes(kind)).flatMap((entry) => {
      const own = new Map(entry.actions.map((action) => [actionKey(action), action]).reverse() as [string | undefined, Action][]);
      return [...own].map(([key, action]) => ({ key, entry, action }));
    });
    return groupsBy(placed, ({ key }) => key);
  });
  const byKind = once(() => groupsBy(all, ({ kind }) => kind));
  const trackedByKind = once(() => new Map([...byKind()].map(([kind, entries]) => {
    const actions = entries.flatMap((entry) => entry.actions);
    return [kind, { all: actions.length, tracked: actions.filter(({ trackers }) => trackers.length > 0).length }];
  })));
  const byFolder = once(() => groupsBy(all, ({ path }) => folderOf(path)));
  const byScope = once(() => groupsBy(all, scopeOf));
  const byScopeKey = once(() => groupsBy(all, (entry) => (RECORD_KINDS.includes(entry.kind) ? scopeKey(entry) : undefined)));
  const practices = once(() => practicesOf(all, at));
  const byStrangeStatus = once(() => groupsBy(all, ({ status, statusText }) => (status === null && statusText !== null ? termOf(statusText) : undefined)));
  const byMinutes = once(() => groupsBy(all.toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '')), seriesOf));
  const minutesOf = (entry: Entry): readonly Entry[] => byMinutes().get(seriesOf(entry) ?? '') ?? [];
  // They are sorted by path, and `0` comes behind `/`.
  const firstFrom = (path: string): number => firstWhere(all, (entry) => entry.path >= path);
  return {
    all,
    at,
    trackedItems: (kind) => trackedByKind().get(kind) ?? { all: 0, tracked: 0 },
    minutesBefore: (entry) => { const own = minutesOf(entry); return own[firstWhere(own, ({ date }) => date! >= (entry.date ?? '')) - 1]; },
    minutesAfter: (entry) => { const own = minutesOf(entry); return own[firstWhere(own, ({ date }) => date! > (entry.date ?? ''))]; },
    withStrangeStatus: (text) => byStrangeStatus().get(termOf(text))?.length ?? 0,
    copiesOf: (action) => byAction().get(actionKey(action) ?? '') ?? [],
    called: (name) => byName().get(name.toLowerCase()) ?? [],
    listedIn: (folder) => byScope().get(folder) ?? [],
    listedTogether: (key) => byScopeKey().get(key) ?? [],
    below: (folder) => (folder === '' ? all : all.slice(firstFrom(`${folder}/`), firstFrom(`${folder}0`))),
    inFolder: (folder) => byFolder().get(folder) ?? [],
    numbered(entry, number) {
      const own = counted().get(entry);
      return own ? (byNumber().get(`${own.series}\u0000${number}`) ?? []) : [];
    },
    isUsual(entry, relation) {
      const { answered, silent } = practices().get(practiceKey(entry, relation)) ?? { answered: 0, silent: 0 };
      return answered > 0 && answered >= silent;
    },
    twinOf(entry) {
      const own = counted().get(entry);
      if (!own || entry.number! > MOST_APART * (bySeries().get(own.series)!.length + 10)) return undefined;
      const others = byNumber().get(numberKey(entry, own))!;
      return others.slice(0, MOST_TWINS).find((other) => other !== entry && !belongTogether(own, counted().get(other)!));
    },
  };
}

const numberKey = ({ number }: Entry, { series }: Counted): string => `${series}\u0000${number}`;

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

function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => (made[0] ??= make());
}

function groupsBy<Item>(entries: readonly Item[], keyOf: (entry: Item) => string | undefined): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
