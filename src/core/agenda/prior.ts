import { actionKey, type Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { joinSame } from '../actions/same.ts';
import { daysBetween } from '../calendar.ts';
import type { Entry } from '../entry.ts';
import { fullestNames } from '../people.ts';
import type { Records } from '../records.ts';
import { packageOf } from '../trees/packages.ts';
import { keyOf } from './prints.ts';

/** An action item that a meeting has to go through. */
export interface PriorItem extends Placed {
  /** The same in every drawing, as long as its words and its document stay. */
  readonly key: string;
  /** In how many earlier minutes it was open, beside the document in which it was agreed. */
  readonly carried: number;
  /** How many days it is late on the day of the meeting; 0 where it is not. */
  readonly late: number;
  /** How many days ago it was agreed; undefined where its document has no date. */
  readonly age: number | undefined;
  readonly isDone: boolean;
  /** The other documents that have it as an open item of their own. */
  readonly others: readonly Placed[];
}

/** The minutes that are drawn: what counts as earlier, and as theirs. */
export interface Meeting {
  readonly path: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** Every action item in the document in which it was agreed, the earliest one where several have it, in its words or by its ticket; `homes` are those that documents call their action items. */
export function priorItems(homes: readonly Placed[], records: Records, meeting: Meeting): PriorItem[] {
  const counts = new Map<string, number>();
  return joinSame(homes).flatMap((group) => {
    const copies = copiesOf(group, records).filter(({ entry }) => entry.path !== meeting.path && (entry.kind !== 'meeting' || (entry.date ?? '') <= meeting.date));
    // What was done and is open again in a later document is another one by the same name.
    const lastOpen = group.filter(({ action }) => !isNamedDone(action)).map(({ entry }) => entry.date ?? '').sort().at(-1) ?? '';
    const standing = group.filter(({ entry, action }) => !isNamedDone(action) || (entry.date ?? '') >= lastOpen);
    const first = standing.reduce((one, other) => (isBefore(other.entry, one.entry) ? other : one)).entry;
    const own = standing.filter(({ entry }) => entry === first);
    const others = own.length === 1 ? standing.filter((one) => one.entry !== first && !isNamedDone(one.action)) : [];
    return own.map(({ entry, action }): PriorItem => {
      const identity = [first.path, actionKey(action) ?? `${first.path}\u0000${action.text}`].join('\u0000');
      const index = counts.get(identity) ?? 0;
      counts.set(identity, index + 1);
      return {
        entry, action, others,
        key: keyOf([identity, index || ''].join('\u0000')),
        carried: copies.filter((copy) => copy.entry !== entry && copy.entry.kind === 'meeting' && !isNamedDone(copy.action)).length,
        late: action.due === null ? 0 : Math.max(0, daysBetween(action.due, meeting.date) ?? 0),
        age: entry.date === null ? undefined : daysBetween(entry.date, meeting.date),
        isDone: isNamedDone(action) || copies.some((copy) => copy.entry !== entry && isNamedDone(copy.action) && isSince(copy.entry, lastOpen)),
      };
    });
  });
}

// One in each document, in whichever of the words of a group; of others only what minutes say.
function copiesOf(group: readonly Placed[], records: Records): Placed[] {
  const homes = new Set(group.map(({ entry }) => entry));
  const actions = new Map(group.map(({ action }) => [actionKey(action), action])).values();
  const copies = [...actions].flatMap((action) => records.copiesOf(action)).filter(({ entry }) => entry.kind === 'meeting' || homes.has(entry));
  return [...new Map([...copies, ...group].map((copy) => [copy.entry, copy])).values()];
}

function isSince({ date, kind }: Entry, day: string): boolean {
  return date === null ? kind !== 'meeting' : date >= day;
}

// A postmortem keeps its own items, whatever minutes carry over.
function isBefore(one: Entry, other: Entry): boolean {
  const isMeeting = (entry: Entry): number => (entry.kind === 'meeting' ? 1 : 0);
  return (isMeeting(one) - isMeeting(other) || (one.date ?? '9').localeCompare(other.date ?? '9') || one.path.localeCompare(other.path)) < 0;
}

/** What waits for one person, or for one service; for nobody, or the whole repository, where `name` is undefined. */
export interface ItemGroup {
  readonly name: string | undefined;
  readonly items: readonly PriorItem[];
}

/** The items by their first owner, under the fullest name that documents and `people` have for them; who is late with something comes first, and in a group what is late longest. */
export function byOwner(items: readonly PriorItem[], people: readonly string[]): ItemGroup[] {
  const ownerOf = ({ action: { owners: [owner = ''] } }: PriorItem): string => owner.replace(/^@/, '').trim();
  const names = fullestNames([...people, ...items.map(ownerOf)]);
  return grouped(items, (item) => names.get(ownerOf(item))!);
}

/** The items by the part of the repository that their documents are about, in the same order. */
export function byService(items: readonly PriorItem[]): ItemGroup[] {
  return grouped(items, ({ entry }) => packageOf(entry.path));
}

function grouped(items: readonly PriorItem[], nameOf: (item: PriorItem) => string): ItemGroup[] {
  const groups = new Map<string, PriorItem[]>();
  for (const item of items) {
    const key = nameOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const sorted = [...groups].map(([key, own]) => ({ name: key === '' ? undefined : key, items: own.sort(compare) }));
  return sorted.sort((one, other) => compare(one.items[0]!, other.items[0]!) || (one.name ?? '').localeCompare(other.name ?? ''));
}

function compare(one: PriorItem, other: PriorItem): number {
  return other.late - one.late || (one.action.due ?? '9').localeCompare(other.action.due ?? '9') || (one.entry.date ?? '9').localeCompare(other.entry.date ?? '9') || one.entry.path.localeCompare(other.entry.path) || one.action.range.start - other.action.range.start;
}
