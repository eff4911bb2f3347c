import { daysBetween } from '../calendar.ts';
import type { Kind, Status } from '../entry.ts';
import type { Counted, Counts, Spot } from './counted.ts';

/** A decision or a design about which somebody still has to decide. */
export interface OpenDecision extends Spot {
  readonly id: string | null;
  readonly title: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly owners: readonly string[];
  /** YYYY-MM-DD */
  readonly date: string | null;
  /** Days since its date; null where it has none, or one that is still to come. */
  readonly age: number | null;
  /** YYYY-MM-DD */
  readonly decideBy: string | null;
  /** Days since the date by which it was to be taken; null where there is none, or one that is not past. */
  readonly late: number | null;
}

/** The decisions that are still to be taken, what has waited longest first. */
export function openDecisions(documents: readonly Counted[], today: string): OpenDecision[] {
  const open = documents.flatMap(({ entry, at }) => {
    const { kind, status, evidence } = entry;
    if ((kind !== 'decision' && kind !== 'design') || entry.open !== true || status === null) return [];
    const said = evidence.status;
    const { id, title, owners, date, decideBy } = entry;
    const late = decideBy === null ? null : since(decideBy, today);
    return [{ at, line: said && said.path === undefined && said.line > 0 ? said.line : 1, id, title, kind, status, owners, date, age: date === null ? null : since(date, today), decideBy, late: late === 0 ? null : late }];
  });
  return open.sort((a, b) => (b.late ?? -1) - (a.late ?? -1) || (b.age ?? -1) - (a.age ?? -1) || (a.at < b.at ? -1 : 1));
}

function since(day: string, today: string): number | null {
  const days = daysBetween(day, today);
  return days === undefined || days < 0 ? null : days;
}

/** How long a decision has been open, and the most days of each age. */
const MOST = { week: 7, month: 31, quarter: 92, year: 366, older: Infinity } as const;

export type Age = keyof typeof MOST | 'none';

const AGES = [...(Object.keys(MOST) as (keyof typeof MOST)[]), 'none'] as const;

/** How many decisions of each age have each status; ages that nothing has are rows, too, but for "no date". */
export function decisionAges(decisions: readonly OpenDecision[]): Counts<Age, Status> {
  const parts = (['proposed', 'draft'] as const).filter((status) => decisions.some((one) => one.status === status));
  const rows = AGES.map((of) => ({ of, counts: parts.map((status) => decisions.filter((one) => one.status === status && ageOf(one.age) === of).length) }));
  return { parts, rows: rows.filter(({ of, counts }) => of !== 'none' || counts.some(Boolean)) };
}

const ageOf = (days: number | null): Age => (days === null ? 'none' : AGES.find((age) => age !== 'none' && days <= MOST[age])!);
