import { actionKey, type Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { CARRIED, joinSame, MOST_HOMES } from '../actions/same.ts';
import { RECORD_KINDS, type Action, type Entry } from '../entry.ts';
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
  /** YYYY-MM-DD, of the first document that has it; null where none has a date. */
  readonly since: string | null;
  readonly owners: readonly string[];
  readonly due: string | null;
}

export interface Place extends Placed {
  readonly nth: number;
}

const known = new WeakMap<readonly Entry[], readonly Carried[]>();

/** Every thing to do of the team's documents, each once; what minutes say of an item that stands elsewhere is none. Remembered for as long as the entries are the same. */
export function carriedIn(entries: readonly Entry[]): readonly Carried[] {
  const carried = known.get(entries) ?? carriedAmong(entries);
  known.set(entries, carried);
  return carried;
}

function carriedAmong(entries: readonly Entry[]): Carried[] {
  const all = withoutForms(entries.filter((entry) => RECORD_KINDS.includes(entry.kind) && !isOver(entry)).flatMap(placesIn));
  return joinSame(all).flatMap((places) => (places.every(({ action }) => action.reports) ? [] : [carriedAt(places.toSorted((a, b) => compare(a.entry.date ?? '', b.entry.date ?? '') || compare(a.entry.path, b.entry.path)))]));
}

// What a record that was rejected or replaced left to do, nobody is to do any more.
function isOver({ kind, status }: Entry): boolean {
  return (kind === 'decision' || kind === 'design') && statusGroupOf(status) === 'closed';
}

// A box that nobody owns, with no date, and in many documents in the same words, is a check list of their template, and one under a question or a criterion of a record is part of a form.
function withoutForms(all: readonly Place[]): readonly Place[] {
  const documents = new Map<string, Set<Entry>>();
  const formOf = ({ entry, action }: Place): string | undefined => (entry.kind === 'meeting' || action.owners.length || action.due !== null ? undefined : actionKey(action));
  for (const place of all) {
    const form = formOf(place);
    if (form !== undefined) documents.set(form, (documents.get(form) ?? new Set<Entry>()).add(place.entry));
  }
  return all.filter((place) => (!place.action.form || CARRIED.includes(place.entry.kind)) && (documents.get(formOf(place) ?? '')?.size ?? 0) <= MOST_HOMES);
}

/** The things to do of one document, and behind them those of others whose boxes minutes have on their agenda. */
export function placesIn(entry: Entry): Place[] {
  const seen = new Map<string, number>();
  const isReport = ({ reports }: Action): boolean => entry.kind === 'meeting' && reports === true;
  return [...entry.actions.filter((action) => !isReport(action)), ...entry.actions.filter((action) => isReport(action) && action.done !== null)].map((action) => {
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
    since: places.find((place) => place.entry.date !== null)?.entry.date ?? null,
    owners: latest(({ owners }) => (owners.length ? owners : undefined)) ?? [],
    due: latest(({ due }) => due ?? undefined) ?? null,
  };
}

/** How often a thing was carried over; a meeting that is still to come has not done so. */
export function timesCarried({ home, places }: Pick<Carried, 'home' | 'places'>, today: string): number {
  return places.filter(({ entry, action }) => entry !== home.entry && !(action.reports && (entry.date ?? '') > today)).length;
}

/** The id of the row of an action. */
export function idOf(path: string, text: string, nth: number): string {
  return `action:${path}#${text}${nth ? `#${nth}` : ''}`;
}
