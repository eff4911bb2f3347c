import type { Kind } from '../entry.ts';
import { actionKey, type Placed } from './key.ts';
import { ticketsOf } from './tickets.ts';

/** The kinds of documents whose items are carried over; in designs two steps with the same words are steps of two systems. */
export const CARRIED: readonly Kind[] = ['postmortem', 'meeting'];

/** What stands in more documents than this beside minutes is a phrase that a team uses, or a part of its template. */
export const MOST_HOMES = 4;

/** Every thing to do once, with all the places that speak of it, in the order of `all`: in the same words, or by one ticket of one person. */
export function joinSame<Place extends Placed>(all: readonly Place[]): Place[][] {
  const leaders = new Map<Place, Place>();
  for (const keyOf of [wordsOf, ticketsOf(all)]) {
    for (const [first, ...others] of groupsOf(all, keyOf)) {
      for (const other of others) {
        const [one, two] = [leaderOf(first!, leaders), leaderOf(other, leaders)];
        if (one !== two) leaders.set(two, one);
      }
    }
  }
  const groups = new Map<Place, Place[]>();
  for (const place of all) {
    const leader = leaderOf(place, leaders);
    const group = groups.get(leader);
    if (group) group.push(place);
    else groups.set(leader, [place]);
  }
  return [...groups.values()];
}

function wordsOf({ entry, action }: Placed): string | undefined {
  return CARRIED.includes(entry.kind) ? actionKey(action) : undefined;
}

function groupsOf<Place extends Placed>(all: readonly Place[], keyOf: (place: Place) => string | undefined): Place[][] {
  const byKey = new Map<string, Place[]>();
  for (const place of all) {
    const key = keyOf(place);
    if (key === undefined) continue;
    const others = byKey.get(key);
    if (!others) byKey.set(key, [place]);
    // In one document it is another thing.
    else if (others.at(-1)!.entry !== place.entry) others.push(place);
  }
  return [...byKey.values()].filter((places) => places.length > 1 && places.filter(({ entry }) => entry.kind !== 'meeting').length <= MOST_HOMES);
}

// The way there gets shorter each time, so that long chains stay cheap.
function leaderOf<Place>(place: Place, leaders: Map<Place, Place>): Place {
  let at = place;
  for (let next = leaders.get(at); next !== undefined; next = leaders.get(at)) {
    const after = leaders.get(next);
    if (after !== undefined) leaders.set(at, after);
    at = next;
  }
  return at;
}
