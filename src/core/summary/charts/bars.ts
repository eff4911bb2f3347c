import { stack } from 'd3-shape';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Counts } from '../counted.ts';
import { legend, LEGEND_HEIGHT, square } from './legend.ts';
import { linesOf, textWidth } from './text.ts';

/** How the rows and parts of a chart are called. */
export interface BarWords<Row, Part> {
  readonly title: string;
  readonly row: (row: Row) => string;
  readonly part: (part: Part) => string;
}

const ROW = 28;
const BAR = 18;
const SIZE = 12;
/** What is there can be seen, however much more there is of something else. */
const LEAST = 2;
/** The width of the number at the end of a bar. */
const SUM = 34;

/** Bars that lie on each other's ends, one row below the other: how many of each part a row has; `width` in pixels. */
export function bars<Row extends string, Part extends string>({ parts, rows }: Counts<Row, Part>, words: BarWords<Row, Part>, width = 560): Element {
  const sums = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const labels = rows.map(({ of }) => words.row(of));
  const left = Math.min(190, Math.ceil(Math.max(...labels.map((label) => textWidth(label, SIZE)))) + 14);
  const scale = (width - left - SUM) / Math.max(1, ...sums);
  const series = stack<{ readonly counts: readonly number[] }, number>().keys(parts.map((_, index) => index)).value(({ counts }, index) => counts[index]!)([...rows]);
  const height = LEGEND_HEIGHT + rows.length * ROW;
  return s('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', ariaLabel: words.title, className: ['chart'] }, [
    legend(parts.map((part) => ({ swatch: square(part), label: words.part(part) })), left),
    ...rows.map(({ counts }, row) => {
      const y = LEGEND_HEIGHT + row * ROW;
      return s('g', { transform: `translate(0 ${y})` }, [
        s('text', { className: ['label'], x: left - 10, y: ROW / 2, dy: '0.35em', textAnchor: 'end' }, [linesOf(labels[row]!, left - 14, SIZE, 1)[0] ?? '', s('title', labels[row]!)]),
        s('line', { className: ['axis'], x1: left, x2: left, y1: 0, y2: ROW }),
        ...series.map((own, index) => segment(left + own[row]![0] * scale, counts[index]! * scale, counts[index]!, parts[index]!, words.part(parts[index]!))),
        s('text', { className: ['sum'], x: left + sums[row]! * scale + 8, y: ROW / 2, dy: '0.35em' }, String(sums[row])),
      ]);
    }),
  ]);
}

function segment(x: number, width: number, count: number, part: string, label: string): Element {
  const number = String(count);
  return s('g', [
    s('rect', { className: ['part', `part-${part}`], x: tenth(x + 1), y: (ROW - BAR) / 2, width: tenth(Math.max(count ? LEAST : 0, width - 1)), height: BAR }, [s('title', `${label}: ${number}`)]),
    ...(count && width > textWidth(number, SIZE) + 8 ? [s('text', { className: ['count', `on-${part}`], x: tenth(x + width / 2), y: ROW / 2, dy: '0.35em', textAnchor: 'middle' }, number)] : []),
  ]);
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
