import { actionKey, type Placed } from '../actions/key.ts';
import { isNamedDone } from '../actions/over.ts';
import { daysBetween } from '../calendar.ts';
import type { Action, Entry } from '../entry.ts';
import type { Records } from '../records.ts';
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

/** Every action item in the document in which it was agreed, the earliest one where several have it; `homes` are those that documents call their action items. */
export function priorItems(homes: readonly Placed[], records: Records, meeting: Meeting): PriorItem[] {
  const groups = new Map<string, Placed[]>();
  for (const home of homes) {
    const key = actionKey(home.action) ?? `${home.entry.path}\u0000${home.action.text}`;
    groups.set(key, [...(groups.get(key) ?? []), home]);
  }
  return [...groups].flatMap(([identity, group]) => {
    const copies = records.copiesOf(group[0]!.action).filter(({ entry }) => entry.path !== meeting.path && (entry.kind !== 'meeting' || (entry.date ?? '') <= meeting.date));
    // What was done and is open again in a later document is another one by the same name.
    const lastOpen = group.filter(({ action }) => !isNamedDone(action)).map(({ entry }) => entry.date ?? '').sort().at(-1) ?? '';
    const standing = group.filter(({ entry, action }) => !isNamedDone(action) || (entry.date ?? '') >= lastOpen);
    const first = standing.reduce((one, other) => (isBefore(other.entry, one.entry) ? other : one)).entry;
    const own = standing.filter(({ entry }) => entry === first);
    const others = own.length === 1 ? standing.filter((one) => one.entry !== first && !isNamedDone(one.action)) : [];
    return own.map(({ entry, action }, index): PriorItem => ({
      entry, action, others,
      key: keyOf([first.path, identity, index || ''].join('\u0000')),
      carried: copies.filter((copy) => copy.entry !== entry && copy.entry.kind === 'meeting' && !isNamedDone(copy.action)).length,
      late: action.due === null ? 0 : Math.max(0, daysBetween(action.due, meeting.date) ?? 0),
      age: entry.date === null ? undefined : daysBetween(entry.date, meeting.date),
      isDone: isNamedDone(action) || copies.some((copy) => copy.entry !== entry && isNamedDone(copy.action) && isSince(copy.entry, lastOpen)),
    }));
  });
}

function isSince({ date, kind }: Entry, day: string): boolean {
  return date === null ? kind !== 'meeting' : date >= day;
}

// A postmortem keeps its own items, whatever minutes carry over.
function isBefore(one: Entry, other: Entry): boolean {
  const isMeeting = (entry: Entry): number => (entry.kind === 'meeting' ? 1 : 0);
  return (isMeeting(one) - isMeeting(other) || (one.date ?? '9').localeCompare(other.date ?? '9') || one.path.localeCompare(other.path)) < 0;
}

/** One who is to do something, with all that waits for them; nobody where `owner` is undefined. */
export interface OwnerGroup {
  readonly owner: string | undefined;
  readonly items: readonly PriorItem[];
}

/** The items by their first owner; who is late with something comes first, and in a group what is late longest. */
export function byOwner(items: readonly PriorItem[], people: readonly string[]): OwnerGroup[] {
  const groups = new Map<string, PriorItem[]>();
  for (const item of items) {
    const key = ownerName(item.action, people) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const sorted = [...groups].map(([key, own]) => ({ owner: key === '' ? undefined : key, items: own.sort(compare) }));
  return sorted.sort((one, other) => compare(one.items[0]!, other.items[0]!) || (one.owner ?? '').localeCompare(other.owner ?? ''));
}

function compare(one: PriorItem, other: PriorItem): number {
  return other.late - one.late || (one.action.due ?? '9').localeCompare(other.action.due ?? '9') || (one.entry.date ?? '9').localeCompare(other.entry.date ?? '9') || one.entry.path.localeCompare(other.entry.path) || one.action.range.start - other.action.range.start;
}

/** Who is to do it: of people with this handle or first name the one that is meant, otherwise as it is written; undefined for nobody. */
export function ownerName({ owners: [owner = ''] }: Action, people: readonly string[]): string | undefined {
  const name = owner.replace(/^@/, '').trim();
  if (name === '') return undefined;
  const handle = name.toLowerCase();
  const meant = people.filter((one) => handlesOf(one).includes(handle));
  return meant.length === 1 ? meant[0]! : name;
}

function handlesOf(name: string): string[] {
  const parts = name.toLowerCase().split(/[ .]+/);
  return [name.toLowerCase(), parts[0]!, parts.join(''), parts.join('.'), parts.join('-'), `${parts[0]![0]}${parts.at(-1)}`];
}
