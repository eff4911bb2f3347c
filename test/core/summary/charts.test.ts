import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { bars } from '../../../src/core/summary/charts/bars.ts';
import { burnDownChart } from '../../../src/core/summary/charts/burn-down.ts';
import { graphChart } from '../../../src/core/summary/charts/graph.ts';
import { MOST_NODES, NODE, placeGraph, type PlacedGraph } from '../../../src/core/summary/charts/layout.ts';
import { linesOf, textWidth } from '../../../src/core/summary/charts/text.ts';
import type { RecordGraph } from '../../../src/core/summary/record-graph.ts';

const widths = (chart: Element, part: string): number[] => selectAll(`.part-${part}[height="18"]`, chart).map((rect) => Number(rect.properties['width']));

describe('a chart of bars', () => {
  const chart = bars({ parts: ['overdue', 'later'], rows: [{ of: 'ann', counts: [3, 1] }, { of: 'bob', counts: [0, 2] }] }, { title: 'T', row: (row) => row, part: (part) => part });

  it('draws each count as long as it is large, and nothing for 0', () => {
    const [long, none] = widths(chart, 'overdue') as [number, number];
    const [short, middle] = widths(chart, 'later') as [number, number];
    expect(Math.round((long + 1) / (short + 1))).toBe(3);
    expect(Math.round((middle + 1) / (short + 1))).toBe(2);
    expect(none).toBe(0);
  });

  it('writes its numbers, says each of them where one points, and has a name', () => {
    expect(selectAll('.sum', chart).map(toString)).toEqual(['4', '2']);
    expect(selectAll('rect title', chart).map(toString)).toEqual(['overdue: 3', 'later: 1', 'overdue: 0', 'later: 2']);
    expect(chart.properties).toMatchObject({ role: 'img', ariaLabel: 'T' });
  });

  it('cuts a name that has no room, and shows all of it where one points', () => {
    const name = 'a name that is far too long for the side of a chart';
    const long = bars({ parts: ['later'], rows: [{ of: name, counts: [1] }] }, { title: 'T', row: (row) => row, part: (part) => part });
    expect(toString(select('.label', long)!)).toMatch(/^a name that is.*…a name that is far too long for the side of a chart$/);
  });

  it('shows one beside a thousand', () => {
    const chart = bars({ parts: ['later'], rows: [{ of: 'ann', counts: [1] }, { of: 'bob', counts: [1000] }] }, { title: 'T', row: (row) => row, part: (part) => part });
    expect(widths(chart, 'later')[0]).toBe(2);
  });

  it('holds where every count is 0', () => {
    expect(JSON.stringify(bars({ parts: ['later'], rows: [{ of: 'ann', counts: [0] }] }, { title: 'T', row: (row) => row, part: (part) => part }))).not.toMatch(/NaN|Infinity/);
  });
});

describe('the chart of the burn-down', () => {
  it('has a point for each day, its numbers where one points, and whole numbers at its side', () => {
    const points = [{ day: '2026-01-05', open: 1, overdue: 0 }, { day: '2026-01-19', open: 3, overdue: 1 }, { day: '2026-02-02', open: 2, overdue: 2 }];
    const chart = burnDownChart(points, 'en');
    expect(selectAll('.point title', chart).map(toString)).toEqual(['2026-01-05: Open 1, Overdue 0', '2026-01-19: Open 3, Overdue 1', '2026-02-02: Open 2, Overdue 2']);
    expect(selectAll('.tick[text-anchor=end]', chart).map(toString)).toEqual(['0', '1', '2', '3']);
    const xs = selectAll('.point', chart).map((point) => Number(point.properties['cx']));
    expect(xs[1]! - xs[0]!).toBeCloseTo(xs[2]! - xs[1]!);
  });

  it('begins right before the first action', () => {
    const points = [0, 0, 0, 2, 1].map((open, index) => ({ day: `2026-0${index + 1}-05`, open, overdue: 0 }));
    expect(selectAll('.point title', burnDownChart(points, 'en')).map((title) => toString(title).slice(0, 10))).toEqual(['2026-03-05', '2026-04-05', '2026-05-05']);
  });

  it('holds where nothing was ever open, and for a year of thousands', () => {
    for (const open of [0, 4000]) expect(JSON.stringify(burnDownChart([{ day: '2025-03-02', open, overdue: 0 }, { day: '2026-03-02', open, overdue: open }], 'ko'))).not.toMatch(/NaN|Infinity/);
  });
});

const node = (index: number) => ({ at: `n${index}`, id: `ADR-${index}`, title: `Title ${index}`, kind: 'decision' as const, status: 'accepted' as const });

function graphOf(count: number, edges: readonly (readonly [number, number])[]): RecordGraph {
  return { nodes: Array.from({ length: count }, (_, index) => node(index)), edges: edges.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, relation: 'requires' as const })), alone: 0 };
}

function overlaps({ nodes, width, height }: PlacedGraph): string[] {
  const found = nodes.flatMap((one, index) => nodes.slice(index + 1).filter((other) => Math.abs(one.x - other.x) < NODE.width && Math.abs(one.y - other.y) < NODE.height).map((other) => `${one.at} ${other.at}`));
  const outside = nodes.filter(({ x, y }) => x < NODE.width / 2 || y < NODE.height / 2 || x > width - NODE.width / 2 || y > height - NODE.height / 2);
  return [...found, ...outside.map(({ at }) => at)];
}

const times = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));

describe('the layout of the graph', () => {
  it('places a newer record to the right of what it leads to', () => {
    const { nodes } = placeGraph(graphOf(3, [[1, 0], [2, 1]]), 1000);
    expect(nodes.map(({ at }) => at)).toEqual(['n0', 'n1', 'n2']);
    expect(nodes[0]!.x).toBeLessThan(nodes[1]!.x);
  });

  it.each([
    ['one relation', graphOf(2, [[1, 0]])],
    ['two records that supersede each other', graphOf(2, [[1, 0], [0, 1]])],
    ['many small groups', graphOf(100, times(50, (index) => [2 * index + 1, 2 * index]))],
    ['a record that sixty others require', graphOf(61, times(60, (index) => [index + 1, 0]))],
    ['a chain of 500', graphOf(500, times(499, (index) => [index + 1, index]))],
    ['a tree of 500', graphOf(500, times(499, (index) => [index + 1, index >> 1]))],
    ['500 records in a ring', graphOf(500, times(500, (index) => [index, (index + 1) % 500]))],
    ['500 records with 2000 relations', graphOf(500, times(2000, (index) => [index % 500, (index * 7 + (index % 13) * 31 + 1) % 500]))],
  ])('lets no record lie on another one or outside: %s', (_, graph) => {
    const placed = placeGraph(graph, 1000);
    expect(overlaps(placed)).toEqual([]);
    expect([placed.nodes.length, placed.edges.length]).toEqual([graph.nodes.length, graph.edges.length]);
  });

  it('draws a part of more records than anybody can look at', () => {
    const placed = placeGraph(graphOf(MOST_NODES + 4, times((MOST_NODES + 4) / 2, (index) => [2 * index + 1, 2 * index])), 1000);
    expect(placed.nodes).toHaveLength(MOST_NODES);
  });
});

describe('the picture of the graph', () => {
  it('has a link with a spoken name for each record, and names each relation where one points', () => {
    const { svg } = graphChart({ ...graphOf(2, []), edges: [{ from: 'n1', to: 'n0', relation: 'supersedes' }] }, ({ at }) => ({ href: at }), 'en');
    expect(selectAll('a', svg).map(({ properties }) => [properties['href'], properties['ariaLabel']])).toEqual([['n0', 'ADR-0 Title 0, Accepted'], ['n1', 'ADR-1 Title 1, Accepted']]);
    expect(toString(select('.edge title', svg)!)).toBe('ADR-1 Title 1 — supersedes — ADR-0 Title 0');
  });
});

describe('the width of a text', () => {
  it('is larger for Korean than for Latin letters', () => {
    expect(textWidth('한국어', 12)).toBeGreaterThan(textWidth('abc', 12));
  });

  it('breaks a text into lines at blanks, in a word only where there is none, and never in a character', () => {
    expect(linesOf('Keep every scan of every parcel', 120, 12, 2)).toEqual(['Keep every scan', 'of every parcel']);
    expect(linesOf('Keep every scan of every parcel', 120, 12, 1)).toEqual(['Keep every scan…']);
    expect(linesOf('👩‍💻'.repeat(40), 60, 12, 1)[0]).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(linesOf('', 120, 12, 2)).toEqual([]);
  });
});
