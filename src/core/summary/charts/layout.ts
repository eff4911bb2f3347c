import { graphlib, layout } from '@dagrejs/dagre';
import type { GraphEdge, GraphNode, RecordGraph } from '../record-graph.ts';
import { placeInLayers } from './layers.ts';

/** Pixels. */
export const NODE = { width: 214, height: 48 } as const;

/** A graph of more records is drawn in part: what belongs to the most others first. */
export const MOST_NODES = 1000;

/** Records and relations together of what dagre can lay out while somebody waits. */
const MOST_FOR_DAGRE = 160;

export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  /** With the places of their middles, in the order in which one reads them. */
  readonly nodes: readonly (GraphNode & Point)[];
  readonly edges: readonly (GraphEdge & { readonly points: readonly Point[] })[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const GAP = 28;
const MARGIN = 8;

/** Places records so that newer ones stand to the right of what they replace; what belongs together stays together, in rows of about `width` pixels. */
export function placeGraph({ nodes, edges }: RecordGraph, width: number): PlacedGraph {
  const parts = componentsOf(nodes, edges);
  let room = MOST_NODES;
  const drawn = parts.filter((part) => (room -= part.nodes.length) >= 0).map(placePart);
  let x = MARGIN;
  let y = MARGIN;
  let row = 0;
  let widest = 0;
  const moved = drawn.map((part) => {
    if (x > MARGIN && x + part.width > width) {
      x = MARGIN;
      y += row + GAP;
      row = 0;
    }
    const by = (point: Point): Point => ({ x: Math.round(point.x + x), y: Math.round(point.y + y) });
    const own = { nodes: part.nodes.map((node) => ({ ...node, ...by(node) })), edges: part.edges.map((edge) => ({ ...edge, points: edge.points.map(by) })) };
    x += part.width + GAP;
    row = Math.max(row, part.height);
    widest = Math.max(widest, x - GAP);
    return own;
  });
  return { width: Math.ceil(widest) + MARGIN, height: Math.ceil(y + row) + MARGIN, nodes: moved.flatMap((part) => part.nodes), edges: moved.flatMap((part) => part.edges) };
}

/** Records that all stand to each other, directly or over others. */
export interface Part {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

// The largest first.
function componentsOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Part[] {
  const beside = new Map<string, string[]>(nodes.map(({ at }) => [at, []]));
  for (const { from, to } of edges) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const part = new Map<string, number>();
  let count = 0;
  for (const { at } of nodes) {
    if (part.has(at)) continue;
    const waiting = [at];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (part.has(next)) continue;
      part.set(next, count);
      waiting.push(...beside.get(next)!);
    }
    count++;
  }
  const parts = Array.from({ length: count }, () => ({ nodes: [] as GraphNode[], edges: [] as GraphEdge[] }));
  for (const node of nodes) parts[part.get(node.at)!]!.nodes.push(node);
  for (const edge of edges) parts[part.get(edge.from)!]!.edges.push(edge);
  return parts.sort((a, b) => b.nodes.length - a.nodes.length);
}

function placePart(part: Part): PlacedGraph {
  const { nodes, edges } = part;
  if (nodes.length + edges.length > MOST_FOR_DAGRE) return placeInLayers(part, NODE);
  const graph = new graphlib.Graph({ multigraph: true }).setGraph({ rankdir: 'RL', nodesep: 16, ranksep: 56, marginx: 0, marginy: 0 });
  for (const { at } of nodes) graph.setNode(at, { ...NODE });
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edge.relation);
  layout(graph);
  const { width = NODE.width, height = NODE.height } = graph.graph();
  const placed = nodes.map((node) => ({ ...node, ...pointOf(graph.node(node.at)) }));
  return {
    width, height,
    nodes: placed.sort((a, b) => a.x - b.x || a.y - b.y),
    edges: edges.map((edge) => ({ ...edge, points: (graph.edge(edge.from, edge.to, edge.relation).points ?? []).map(pointOf) })),
  };
}

const pointOf = ({ x, y }: { readonly x?: number; readonly y?: number }): Point => ({ x: x ?? 0, y: y ?? 0 });
