import type { Entry } from '../entry.ts';
import { fullestNames } from '../people.ts';
import type { Placed } from './key.ts';

/** Tells by what a thing to do is the same as one of another document, in whatever words and language: one ticket of one person. Undefined where several items of a document share the ticket, or several people. */
export function ticketsOf(all: readonly Placed[]): (placed: Placed) => string | undefined {
  const counts = new Map<string, number>();
  const key = ({ path }: Entry, tracker: string): string => `${path}\n${tracker}`;
  for (const entry of new Set(all.map((placed) => placed.entry))) {
    for (const { trackers } of entry.actions) for (const tracker of new Set(trackers)) counts.set(key(entry, tracker), (counts.get(key(entry, tracker)) ?? 0) + 1);
  }
  const ticketOf = ({ entry, action: { trackers: [tracker], trackers, owners } }: Placed): string | undefined => (tracker === undefined || trackers.length > 1 || owners.length > 1 || counts.get(key(entry, tracker)) !== 1 ? undefined : tracker);
  const owners = new Map<string, string[]>();
  for (const placed of all) {
    const ticket = ticketOf(placed);
    if (ticket === undefined) continue;
    const known = owners.get(ticket);
    if (known) known.push(...placed.action.owners);
    else owners.set(ticket, [...placed.action.owners]);
  }
  const people = new Map([...owners].map(([ticket, names]) => [ticket, fullestNames(names)]));
  return (placed) => {
    const ticket = ticketOf(placed);
    const [owner] = placed.action.owners;
    return ticket === undefined ? undefined : `${ticket}\n${owner === undefined ? '' : people.get(ticket)!.get(owner)!.replace(/^@/, '').toLowerCase()}`;
  };
}
