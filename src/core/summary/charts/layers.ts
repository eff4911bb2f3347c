import type { GraphNode } from '../record-graph.ts';
import type { Part, PlacedGraph, Point } from './layout.ts';

/** Pixels between columns and between rows. */
const GAP = { x: 56, y: 14 };

/** A layer of more records than this takes several columns. */
const ROWS = 24;

/** Places records in columns, each to the right of all that it leads to, in a time that grows no faster than their relations. */
export function placeInLayers({ nodes, edges }: Part, size: { readonly width: number; readonly height: number }): PlacedGraph {
  const targets = new Map<string, string[]>(nodes.map(({ at }) => [at, []]));
  for (const { from, to } of edges) targets.get(from)!.push(to);
  const layers: GraphNode[][] = [];
  const depths = depthsOf(nodes, targets);
  for (const node of nodes) (layers[depths.get(node.at)!] ??= []).push(node);

  const places = new Map<string, Point>();
  let column = 0;
  for (const layer of layers) {
    const wanted = new Map(layer.map(({ at }) => [at, mean(targets.get(at)!.flatMap((to) => places.get(to)?.y ?? []))]));
    const ordered = [...layer].sort((a, b) => wanted.get(a.at)! - wanted.get(b.at)!);
    const rows = Math.ceil(ordered.length / Math.ceil(ordered.length / ROWS));
    ordered.forEach(({ at }, index) => places.set(at, { x: (column + Math.floor(index / rows)) * (size.width + GAP.x) + size.width / 2, y: (index % rows) * (size.height + GAP.y) + size.height / 2 }));
    column += Math.ceil(ordered.length / rows);
  }
  const placed = nodes.map((node) => ({ ...node, ...places.get(node.at)! }));
  return {
    width: column * (size.width + GAP.x) - GAP.x,
    height: Math.max(...placed.map(({ y }) => y)) + size.height / 2,
    nodes: placed.sort((a, b) => a.x - b.x || a.y - b.y),
    edges: edges.map((edge) => ({ ...edge, points: curve(places.get(edge.from)!, places.get(edge.to)!, size.width / 2) })),
  };
}

// How many steps lead down from each; what leads back to where it came from is passed over.
function depthsOf(nodes: readonly GraphNode[], targets: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const entered = new Set<string>();
  for (const { at } of nodes) {
    const waiting = [at];
    while (waiting.length) {
      const next = waiting.at(-1)!;
      if (entered.has(next)) {
        waiting.pop();
        if (!depths.has(next)) depths.set(next, Math.max(-1, ...targets.get(next)!.flatMap((to) => depths.get(to) ?? [])) + 1);
        continue;
      }
      entered.add(next);
      for (const to of targets.get(next)!) if (!entered.has(to)) waiting.push(to);
    }
  }
  return depths;
}

// From the left side of one to the right side of the other.
function curve(from: Point, to: Point, half: number): Point[] {
  const [start, end] = [from.x - half, to.x + half];
  return [{ x: start, y: from.y }, { x: start - GAP.x / 2, y: from.y }, { x: end + GAP.x / 2, y: to.y }, { x: end, y: to.y }];
}

const mean = (numbers: readonly number[]): number => (numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : 0);
