import { ticks } from 'd3-array';
import { area, line } from 'd3-shape';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { daysBetween } from '../../calendar.ts';
import { say, type Language } from '../../language.ts';
import type { BurnDownPoint } from '../burn-down.ts';
import { WORDS } from '../words.ts';
import { legend, LEGEND_HEIGHT, square } from './legend.ts';

const WIDTH = 560;
const HEIGHT = 238;
const LEFT = 38;
const RIGHT = 34;
const BOTTOM = 26;
const TOP = LEGEND_HEIGHT + 10;

/** How many actions were open, from before the first of them on, and how many of them overdue. */
export function burnDownChart(all: readonly BurnDownPoint[], language: Language): Element {
  const points = all.slice(Math.max(0, Math.min(all.findIndex(({ open }) => open > 0) - 1, all.length - 2)));
  const first = points[0]!.day;
  const last = points.at(-1)!;
  const span = Math.max(1, daysBetween(first, last.day) ?? 1);
  const x = (day: string): number => LEFT + ((daysBetween(first, day) ?? 0) / span) * (WIDTH - LEFT - RIGHT);
  const most = Math.max(1, ...points.map(({ open }) => open));
  const marks = ticks(0, most, 4).filter(Number.isInteger);
  const top = Math.max(most, marks.at(-1) ?? 0);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / top) * (HEIGHT - BOTTOM - TOP);
  const shape = (of: (point: BurnDownPoint) => number) => area<BurnDownPoint>().digits(1).x(({ day }) => x(day)).y0(y(0)).y1((point) => y(of(point)))(points) ?? '';
  const stroke = (of: (point: BurnDownPoint) => number) => line<BurnDownPoint>().digits(1).x(({ day }) => x(day)).y((point) => y(of(point)))(points) ?? '';
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', ariaLabel: say(WORDS.burnDown, language), className: ['chart'] }, [
    legend([{ swatch: square('open'), label: say(WORDS.open, language) }, { swatch: square('overdue'), label: say(WORDS.overdue, language) }], LEFT),
    ...marks.flatMap((count) => [
      s('line', { className: [count === 0 ? 'axis' : 'grid'], x1: LEFT, x2: WIDTH - RIGHT, y1: tenth(y(count)), y2: tenth(y(count)) }),
      s('text', { className: ['tick'], x: LEFT - 8, y: tenth(y(count)), dy: '0.35em', textAnchor: 'end' }, String(count)),
    ]),
    ...monthsIn(first, last.day, x).map(({ day, at }) => s('text', { className: ['tick'], x: tenth(at), y: HEIGHT - 8, textAnchor: 'middle' }, day)),
    s('path', { className: ['area', 'area-open'], d: shape(({ open }) => open) }),
    s('path', { className: ['area', 'area-overdue'], d: shape(({ overdue }) => overdue) }),
    s('path', { className: ['line', 'line-overdue'], d: stroke(({ overdue }) => overdue) }),
    s('path', { className: ['line', 'line-open'], d: stroke(({ open }) => open) }),
    ...points.map((point) => s('circle', { className: ['point'], cx: tenth(x(point.day)), cy: tenth(y(point.open)), r: point === last ? 3.5 : 2 }, [s('title', titleOf(point, language))])),
    s('text', { className: ['sum'], x: WIDTH - RIGHT + 8, y: tenth(y(last.open)), dy: '0.35em' }, String(last.open)),
  ]);
}

const titleOf = ({ day, open, overdue }: BurnDownPoint, language: Language): string => `${day}: ${say(WORDS.open, language)} ${open}, ${say(WORDS.overdue, language)} ${overdue}`;

/** Pixels that the name of a month takes. */
const ROOM = 62;

// The first days of months, so many that their names have room.
function monthsIn(first: string, last: string, x: (day: string) => number): { readonly day: string; readonly at: number }[] {
  const found: { day: string; at: number }[] = [];
  for (let [year, month] = first.split('-').map(Number) as [number, number]; ; ) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > last) break;
    const at = x(day);
    if (day >= first && at - (found.at(-1)?.at ?? -ROOM) >= ROOM && at > LEFT + 12 && at < WIDTH - RIGHT + 4) found.push({ day: day.slice(0, 7), at });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return found.length ? found : [{ day: first, at: x(first) + 30 }];
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
