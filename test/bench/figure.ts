import { max, mean, median, min, quantile } from 'd3-array';

/** What a value is: a ratio, seconds, milliseconds, megabytes, kilobytes (1000 bytes). */
export type Unit = '×' | 's' | 'ms' | 'MB' | 'kB';

/** One line of the table: what was measured in each run, and the most that it is to be. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly goal?: number;
}

/** Is what was measured as it is to be? Undefined where nothing is asked for. */
export function isReached({ values, goal }: Figure): boolean | undefined {
  return goal === undefined ? undefined : middle(values) <= goal;
}

/** The median; NaN of nothing. */
export const middle = (values: readonly number[]): number => median(values) ?? NaN;

/** The least and the greatest value. */
export const spread = (values: readonly number[]): readonly [least: number, most: number] => [min(values) ?? NaN, max(values) ?? NaN];

/** The value that so large a part of all does not exceed: 0.95 for the 95th percentile. */
export const percentile = (values: readonly number[], part: number): number => quantile(values, part) ?? NaN;

/** The arithmetic mean; NaN of nothing. */
export const average = (values: readonly number[]): number => mean(values) ?? NaN;

/** Each value divided by the one of the same run. */
export const ratios = (values: readonly number[], by: readonly number[]): number[] => values.map((value, run) => value / (by[run] ?? NaN));

/** A value as it is shown: three digits that count, and its unit where it is given. */
export function shown(value: number, unit: Unit | '' = ''): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  return unit ? `${digits} ${unit}` : String(digits);
}
