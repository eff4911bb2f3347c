import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { isReached, middle, shown, spread, type Figure } from './figure.ts';

type Goal = Figure & { readonly goal: number };

const ROW = 26;
const BAR = 14;
const LEFT = 420;
const RIGHT = 160;
const WIDTH = 960;
const TOP = 40;
/** The ticks of the axis: how many times the goal. */
const TICKS = [1 / 16, 1 / 4, 1, 4, 16, 64];
const STYLE = 'svg{background:#fff;color:#1f2328;font:13px system-ui,sans-serif}text{fill:currentColor}.muted{fill:#59636e}.yes{fill:#2a7f62}.no{fill:#c2571a}.axis{stroke:#d1d9e0}.goal{stroke:#1f2328;stroke-width:2}.spread{stroke:#1f2328}@media(prefers-color-scheme:dark){svg{background:#0d1117;color:#f0f6fc}.muted{fill:#9198a1}.axis{stroke:#3d444d}.goal,.spread{stroke:#f0f6fc}.yes{fill:#3fb68b}.no{fill:#e8793a}}';

/** The figures that have a goal as an SVG file: how many times its goal each is, with its spread; the axis is logarithmic. */
export function chartOf(figures: readonly Figure[]): string {
  const rows = figures.filter((figure): figure is Goal => figure.goal !== undefined && Number.isFinite(middle(figure.values)));
  const height = TOP + rows.length * ROW + 10;
  const chart = s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: 'img', ariaLabel: 'How many times its goal each figure is' }, [
    s('style', STYLE),
    ...TICKS.map((times) => s('g', [
      s('text', { className: ['muted'], x: placeOf(times), y: 20, textAnchor: 'middle' }, times === 1 ? 'goal' : times < 1 ? `1/${1 / times}` : `${times} ×`),
      s('line', { className: [times === 1 ? 'goal' : 'axis'], x1: placeOf(times), x2: placeOf(times), y1: TOP - 12, y2: height - 10 }),
    ])),
    ...rows.map((row, index) => s('g', { transform: `translate(0 ${TOP + index * ROW})` }, rowOf(row))),
  ]);
  return `${toHtml(chart, { space: 'svg', closeEmptyElements: true })}\n`;
}

function rowOf(figure: Goal): Element[] {
  const { name, unit, values, goal } = figure;
  const [least, most] = spread(values).map((value) => placeOf(value / goal)) as [number, number];
  const [start, end] = [placeOf(TICKS[0]!), placeOf(middle(values) / goal)];
  return [
    s('text', { x: LEFT - 12, y: ROW / 2, dy: '0.35em', textAnchor: 'end' }, name.replaceAll('`', '')),
    s('rect', { className: [isReached(figure) ? 'yes' : 'no'], x: start, y: (ROW - BAR) / 2, width: Math.max(2, end - start), height: BAR, rx: 2 }),
    s('line', { className: ['spread'], x1: least, x2: most, y1: ROW / 2, y2: ROW / 2 }),
    s('text', { className: ['muted'], x: WIDTH - RIGHT + 12, y: ROW / 2, dy: '0.35em' }, `${shown(middle(values), unit)} of ${shown(goal, unit)}`),
  ];
}

function placeOf(times: number): number {
  const [first, last] = [Math.log2(TICKS[0]!), Math.log2(TICKS.at(-1)!)];
  const part = (Math.log2(times) - first) / (last - first);
  return Math.round((LEFT + Math.min(1, Math.max(0, part)) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
}
