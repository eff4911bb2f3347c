import type { Spot } from './counted.ts';
import type { Summary } from './summary.ts';

/** The number of the shape: it grows when something of it goes or gets another meaning. */
export const VERSION = 1;

/** The summary as programs read it; what it has and means is written in docs/report.md. */
export function summaryJson(summary: Summary): object {
  const { today, totals, decisions, actions, decisionAges, actionOwners, burnDown, graph } = summary;
  return {
    docket: 'report',
    version: VERSION,
    today,
    totals,
    decisions: decisions.map(({ at, line, ...decision }) => ({ path: at, line, ...decision })),
    decisionAges: countsOf(decisionAges),
    actions: actions.map(({ at, line, text, owners, due, group, late, since, age, priority, document, carried, others }) => ({ path: at, line, text, owners, due, group, late, since, age, priority, document, carried, others: others.map(placeOf) })),
    actionOwners: countsOf(actionOwners),
    burnDown: 'points' in burnDown ? burnDown.points : null,
    graph: {
      nodes: graph.nodes.map(({ at, ...node }) => ({ path: at, ...node })),
      edges: graph.edges,
      alone: graph.alone,
    },
  };
}

const placeOf = ({ at, line }: Spot): object => ({ path: at, line });

const countsOf = ({ parts, rows }: Summary['decisionAges'] | Summary['actionOwners']): object[] => rows.map(({ of, counts }) => ({ of, ...Object.fromEntries(parts.map((part, index) => [part, counts[index]])) }));
