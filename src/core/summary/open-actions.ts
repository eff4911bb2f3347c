import { daysBetween } from '../calendar.ts';
import { fullestNames } from '../people.ts';
import { carriedIn, timesCarried } from '../trees/carried.ts';
import { dueGroupOf, type DueGroup } from '../trees/groups.ts';
import { nameOf, type Counted, type Counts, type Spot } from './counted.ts';

/** When an action is due, seen from today. */
export const DUES = ['overdue', 'week', 'later', 'none'] as const satisfies readonly DueGroup[];

/** An action item that somebody still has to do, once, in however many documents it stands. */
export interface OpenAction extends Spot {
  readonly text: string;
  readonly owners: readonly string[];
  /** YYYY-MM-DD */
  readonly due: string | null;
  readonly group: DueGroup;
  /** Days since it was due; null where it is not overdue. */
  readonly late: number | null;
  /** YYYY-MM-DD, of the first document that has it. */
  readonly since: string | null;
  /** Days since then; null where nobody knows, or that day is still to come. */
  readonly age: number | null;
  readonly priority: string | null;
  /** The document in which it lives, as people call it. */
  readonly document: string;
  /** How many meetings and documents have carried it over. */
  readonly carried: number;
  /** Where it stands, too: minutes carry it from one meeting to the next. */
  readonly others: readonly Spot[];
}

/** The action items that are not done, by when they are due. */
export function openActions(documents: readonly Counted[], today: string): OpenAction[] {
  const counted = new Map(documents.map((document) => [document.entry, document]));
  const open = carriedIn(documents.map(({ entry }) => entry)).filter(({ isDone }) => !isDone).map(({ home, places, since, owners, due }): OpenAction => {
    const { entry, action } = home;
    const { at } = counted.get(entry)!;
    const late = due === null ? 0 : (daysBetween(due, today) ?? 0);
    const age = since === null ? -1 : (daysBetween(since, today) ?? -1);
    return {
      at, line: action.line, text: action.text, owners, due, group: dueGroupOf(due, today), late: late > 0 ? late : null, since, age: age < 0 ? null : age, priority: action.priority,
      document: nameOf(entry), carried: timesCarried({ home, places }, today),
      others: places.filter((place) => place.action !== action).map((place) => ({ at: counted.get(place.entry)!.at, line: place.action.line })),
    };
  });
  return open.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
}

/** A row for each owner of most actions, then the others together, then what nobody has. */
export type OwnerRow = `@${string}` | 'others' | 'nobody';

/** How many actions of each owner, by the fullest name that actions have for them, are due when; an action of two owners counts for each. */
export function actionOwners(actions: readonly OpenAction[]): Counts<OwnerRow, DueGroup> {
  const byOwner = new Map<OwnerRow, number[]>();
  const names = fullestNames(actions.flatMap(({ owners }) => owners.map(withoutSign)));
  for (const { owners, group } of actions) {
    for (const of of owners.length ? new Set(owners.map((owner): OwnerRow => `@${names.get(withoutSign(owner))!}`)) : (['nobody'] as const)) {
      const counts = byOwner.get(of) ?? DUES.map(() => 0);
      counts[DUES.indexOf(group)]!++;
      byOwner.set(of, counts);
    }
  }
  const nobody = byOwner.get('nobody');
  byOwner.delete('nobody');
  const rows = [...byOwner].map(([of, counts]) => ({ of, counts })).sort((a, b) => sum(b.counts) - sum(a.counts) || b.counts[0]! - a.counts[0]! || (a.of < b.of ? -1 : 1));
  const rest = rows.length > MOST ? rows.splice(MOST - 1) : [];
  return {
    parts: DUES,
    rows: [
      ...rows,
      ...(rest.length ? [{ of: 'others' as const, counts: DUES.map((_, index) => sum(rest.map(({ counts }) => counts[index]!))) }] : []),
      ...(nobody ? [{ of: 'nobody' as const, counts: nobody }] : []),
    ],
  };
}

const withoutSign = (owner: string): string => owner.replace(/^@/, '').trim();

/** Rows of people, that of the others among them. */
const MOST = 12;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
