import { curveBasis, line } from 'd3-shape';
import type { Element, Properties } from 'hast';
import { s } from 'hastscript';
import { say, type Language } from '../../language.ts';
import { NO_STATUS, STATUS_WORDS } from '../../trees/status-words.ts';
import { nameOf, type Spot } from '../counted.ts';
import { RELATIONS, type RecordGraph } from '../record-graph.ts';
import { RELATION_WORDS, WORDS } from '../words.ts';
import { NODE, placeGraph, type PlacedGraph, type Point } from './layout.ts';
import { legend, LEGEND_HEIGHT } from './legend.ts';
import { linesOf } from './text.ts';

/** What makes an element lead somewhere. */
export type Links = (spot: Spot) => Properties;

/** Pixels of a row of what belongs together. */
const WIDTH = 1040;

/** The records and how they stand to each other, newer ones to the right; each leads to its document. */
export function graphChart(graph: RecordGraph, links: Links, language: Language): { readonly svg: Element; readonly drawn: number } {
  const placed = placeGraph(graph, WIDTH);
  const names = new Map(placed.nodes.map((node) => [node.at, nameOf(node)]));
  const width = Math.max(placed.width, 420);
  const height = placed.height + LEGEND_HEIGHT;
  const used = RELATIONS.filter((relation) => graph.edges.some((edge) => edge.relation === relation));
  const svg = s('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', ariaLabel: say(WORDS.relations, language), className: ['chart', 'graph'] }, [
    s('defs', used.map((relation) => s('marker', { id: `arrow-${relation}`, viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' }, [s('path', { className: ['arrow', `arrow-${relation}`], d: 'M0 0 L8 4 L0 8 z' })]))),
    legend(used.map((relation) => ({ swatch: s('path', { className: ['edge', `edge-${relation}`], d: 'M0 7 H14' }), label: say(RELATION_WORDS[relation], language) })), 8),
    s('g', { transform: `translate(0 ${LEGEND_HEIGHT})` }, [...placed.edges.map((edge) => edgeOf(edge, (at) => names.get(at)!, language)), ...placed.nodes.map((node) => nodeOf(node, links, language))]),
  ]);
  return { svg, drawn: placed.nodes.length };
}

function edgeOf({ from, to, relation, points }: PlacedGraph['edges'][number], nameAt: (at: string) => string, language: Language): Element {
  const d = line<Point>().digits(1).x(({ x }) => x).y(({ y }) => y).curve(curveBasis)(points) ?? '';
  return s('path', { className: ['edge', `edge-${relation}`], d, markerEnd: `url(#arrow-${relation})`, ariaHidden: 'true' }, [s('title', `${nameAt(from)} — ${say(RELATION_WORDS[relation], language)} — ${nameAt(to)}`)]);
}

function nodeOf(node: PlacedGraph['nodes'][number], links: Links, language: Language): Element {
  const { id, title, status, at, x, y } = node;
  const word = say((status ? STATUS_WORDS[status] : NO_STATUS).label, language);
  const lines = id === null ? linesOf(title, NODE.width - 26, 12, 2) : [...linesOf(`${id} · ${word}`, NODE.width - 26, 11, 1), ...linesOf(title, NODE.width - 26, 12, 1)];
  return s('a', { ...links({ at, line: 1 }), className: ['node', `status-${status ?? 'none'}`], transform: `translate(${x - NODE.width / 2} ${y - NODE.height / 2})`, ariaLabel: `${nameOf(node)}, ${word}` }, [
    s('title', `${nameOf(node)} (${word})`),
    s('rect', { className: ['box'], width: NODE.width, height: NODE.height, rx: 5 }),
    s('rect', { className: ['mark'], x: 1, y: 1, width: 4, height: NODE.height - 2, rx: 2 }),
    ...lines.map((text, index) => s('text', { className: [index === 0 && id !== null ? 'small' : 'name'], x: 15, y: lines.length === 1 ? NODE.height / 2 : 20 + index * 17, ...(lines.length === 1 && { dy: '0.35em' }) }, text)),
  ]);
}
