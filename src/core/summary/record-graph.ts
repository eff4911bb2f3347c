import type { Entry, Kind, Status } from '../entry.ts';
import type { Counted } from './counted.ts';

/** How one record stands to another, read from `from` to `to`. */
export const RELATIONS = ['supersedes', 'amends', 'requires'] as const;

export type RelationName = (typeof RELATIONS)[number];

export interface GraphNode {
  readonly at: string;
  readonly id: string | null;
  readonly title: string;
  readonly kind: Kind;
  readonly status: Status | null;
}

export interface GraphEdge {
  /** The `at` of the newer record, or of the one that needs the other. */
  readonly from: string;
  readonly to: string;
  readonly relation: RelationName;
}

/** The records that stand to each other in some way. */
export interface RecordGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many decisions and designs stand to no other one. */
  readonly alone: number;
}

/** Each relation once, whichever of the two records states it; what leads to no document that is counted is left out. */
export function recordGraph(documents: readonly Counted[]): RecordGraph {
  const byAt = new Map(documents.map((document) => [document.at, document]));
  const edges = new Map<string, GraphEdge>();
  const add = (from: string, to: string, relation: RelationName): void => {
    if (from !== to && byAt.has(from) && byAt.has(to)) edges.set(`${relation} ${from}\n${to}`, { from, to, relation });
  };
  for (const { entry, at, atOf } of documents) {
    for (const relation of RELATIONS) {
      for (const other of entry[relation]) add(at, atOf(other), relation);
      for (const other of entry[INVERSE[relation]]) add(atOf(other), at, relation);
    }
  }
  const related = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  return {
    nodes: documents.filter(({ at }) => related.has(at)).map(({ entry, at }) => ({ at, id: entry.id, title: entry.title, kind: entry.kind, status: entry.status })),
    edges: [...edges.values()],
    alone: documents.filter(({ entry, at }) => (entry.kind === 'decision' || entry.kind === 'design') && !related.has(at)).length,
  };
}

const INVERSE = { supersedes: 'supersededBy', amends: 'amendedBy', requires: 'requiredBy' } as const satisfies Record<RelationName, keyof Entry>;
