import { actionKey, type Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { RECORD_KINDS, type Action, type Entry, type Kind } from '../entry.ts';
import { statusGroupOf } from '../status-group.ts';
import { compare } from './compare.ts';

/** One thing to do, in all the documents that speak of it. */
export interface Carried {
  /** By its words and not its line, so that it stays the same while lines above it come and go. */
  readonly id: string;
  /** Which of the actions with the same words in the document it is, from 0. */
  readonly nth: number;
  /** Where it lives: where it was agreed, or the last minutes that have it. */
  readonly home: Placed;
  /** Everywhere, the oldest document first; its home is among them. */
  readonly places: readonly Place[];
  readonly isDone: boolean;
  readonly owners: readonly string[];
  readonly due: string | null;
}

export interface Place extends Placed {
  readonly nth: number;
}

/** In designs two steps with the same words are steps of two systems. */
const CARRIED: readonly Kind[] = ['postmortem', 'meeting'];

/** What stands in more documents than this beside minutes is a phrase that a team uses, or a part of its template. */
const MOST = 4;

const known = new WeakMap<readonly Entry[], readonly Carried[]>();

/** Every thing to do of the team's documents, each once; what minutes say of an item that stands elsewhere is none. Remembered for as long as the entries are the same. */
export function carriedIn(entries: readonly Entry[]): readonly Carried[] {
  const carried = known.get(entries) ?? carriedAmong(entries);
  known.set(entries, carried);
  return carried;
}

function carriedAmong(entries: readonly Entry[]): Carried[] {
  const all = withoutForms(entries.filter((entry) => RECORD_KINDS.includes(entry.kind) && !isOver(entry)).flatMap(placesIn));
  const groups = new Map<Place, readonly Place[]>();
  for (const keyOf of [wordsOf, ticketsIn(all)]) {
    for (const places of groupsOf(all, keyOf)) {
      const joined = [...new Set(places.flatMap((place) => groups.get(place) ?? [place]))];
      for (const place of joined) groups.set(place, joined);
    }
  }
  const taken = new Map<readonly Place[], Carried>();
  return all.flatMap((place) => {
    const places = groups.get(place) ?? [place];
    if (taken.has(places) || places.every(({ action }) => action.reports && action.done === null)) return [];
    const one = carriedAt(places.toSorted((a, b) => compare(a.entry.date ?? '', b.entry.date ?? '') || compare(a.entry.path, b.entry.path)));
    taken.set(places, one);
    return [one];
  });
}

// What a record that was rejected or replaced left to do, nobody is to do any more.
function isOver({ kind, status }: Entry): boolean {
  return (kind === 'decision' || kind === 'design') && statusGroupOf(status) === 'closed';
}

// A box that nobody owns, with no date, and in many documents in the same words, is a check list of their template.
function withoutForms(all: readonly Place[]): readonly Place[] {
  const documents = new Map<string, Set<Entry>>();
  const formOf = ({ entry, action }: Place): string | undefined => (entry.kind === 'meeting' || action.owners.length || action.due !== null ? undefined : actionKey(action));
  for (const place of all) {
    const form = formOf(place);
    if (form !== undefined) documents.set(form, (documents.get(form) ?? new Set<Entry>()).add(place.entry));
  }
  return all.filter((place) => (documents.get(formOf(place) ?? '')?.size ?? 0) <= MOST);
}

function groupsOf(all: readonly Place[], keyOf: (place: Place) => string | undefined): Place[][] {
  const byKey = new Map<string, Place[]>();
  for (const place of all) {
    const key = keyOf(place);
    if (key === undefined) continue;
    const others = byKey.get(key);
    if (!others) byKey.set(key, [place]);
    // In one document it is another thing.
    else if (others.at(-1)!.entry !== place.entry) others.push(place);
  }
  return [...byKey.values()].filter((places) => places.length > 1 && places.filter(({ entry }) => entry.kind !== 'meeting').length <= MOST);
}

function wordsOf({ entry, action }: Place): string | undefined {
  return CARRIED.includes(entry.kind) ? actionKey(action) : undefined;
}

// One ticket of one person is one thing to do, in whatever words and language; several items of a document may share one.
function ticketsIn(all: readonly Place[]): (place: Place) => string | undefined {
  const counts = new Map<string, number>();
  const key = ({ path }: Entry, tracker: string): string => `${path}\n${tracker}`;
  for (const entry of new Set(all.map((place) => place.entry))) {
    for (const { trackers } of entry.actions) for (const tracker of new Set(trackers)) counts.set(key(entry, tracker), (counts.get(key(entry, tracker)) ?? 0) + 1);
  }
  return ({ entry, action: { trackers: [tracker], trackers, owners: [owner = ''], owners } }) => {
    if (tracker === undefined || trackers.length > 1 || owners.length > 1 || counts.get(key(entry, tracker)) !== 1) return undefined;
    return `${tracker}\n${owner.replace(/^@/, '').toLowerCase()}`;
  };
}

/** The things to do of one document. */
export function placesIn(entry: Entry): Place[] {
  const seen = new Map<string, number>();
  const own = entry.kind === 'meeting' ? entry.actions.filter(({ reports }) => !reports) : entry.actions;
  return own.map((action) => {
    const nth = seen.get(action.text) ?? 0;
    seen.set(action.text, nth + 1);
    return { entry, action, nth };
  });
}

function carriedAt(places: readonly Place[]): Carried {
  const home = places.find(({ entry }) => entry.kind !== 'meeting') ?? places.findLast(({ action }) => !action.reports) ?? places.at(-1)!;
  const { entry, action, nth } = home;
  const latest = <T>(of: (action: Action) => T | undefined): T | undefined => of(action) ?? places.toReversed().map((place) => of(place.action)).find((value) => value !== undefined);
  return {
    id: idOf(entry.path, action.text, nth),
    nth, home, places,
    isDone: isNamedDone(action),
    owners: latest(({ owners }) => (owners.length ? owners : undefined)) ?? [],
    due: latest(({ due }) => due ?? undefined) ?? null,
  };
}

/** The id of the row of an action. */
export function idOf(path: string, text: string, nth: number): string {
  return `action:${path}#${text}${nth ? `#${nth}` : ''}`;
}
