import { RECORD_KINDS, type Status } from '../entry.ts';
import type { BurnDown } from './burn-down.ts';
import type { Counted, Counts } from './counted.ts';
import { actionOwners, openActions, type OpenAction, type OwnerRow } from './open-actions.ts';
import { decisionAges, openDecisions, type Age, type OpenDecision } from './open-decisions.ts';
import { recordGraph, type RecordGraph } from './record-graph.ts';
import type { DueGroup } from '../trees/groups.ts';

/** What is open, for whom and since when, as plain data: the dashboard and every format of `docket report` are made of it. */
export interface Summary {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly totals: Totals;
  readonly decisions: readonly OpenDecision[];
  readonly decisionAges: Counts<Age, Status>;
  readonly actions: readonly OpenAction[];
  readonly actionOwners: Counts<OwnerRow, DueGroup>;
  readonly burnDown: BurnDown;
  readonly graph: RecordGraph;
}

export interface Totals {
  /** Design docs, decision records, postmortems and minutes. */
  readonly documents: number;
  readonly openDecisions: number;
  /** Of these, how many are past the date by which they were to be taken. */
  readonly lateDecisions: number;
  readonly openActions: number;
  readonly overdueActions: number;
  readonly actionsWithoutOwner: number;
  readonly actionsWithoutDate: number;
}

/** Counts what documents say, on a day, YYYY-MM-DD. */
export function summaryOf(documents: readonly Counted[], today: string, burnDown: BurnDown): Summary {
  const records = documents.filter(({ entry }) => RECORD_KINDS.includes(entry.kind));
  const decisions = openDecisions(records, today);
  const actions = openActions(records, today);
  const count = <One>(all: readonly One[], is: (one: One) => boolean): number => all.filter(is).length;
  return {
    today,
    totals: {
      documents: records.length,
      openDecisions: decisions.length,
      lateDecisions: count(decisions, ({ late }) => late !== null),
      openActions: actions.length,
      overdueActions: count(actions, ({ group }) => group === 'overdue'),
      actionsWithoutOwner: count(actions, ({ owners }) => owners.length === 0),
      actionsWithoutDate: count(actions, ({ due }) => due === null),
    },
    decisions,
    decisionAges: decisionAges(decisions),
    actions,
    actionOwners: actionOwners(actions),
    burnDown,
    graph: recordGraph(records),
  };
}
