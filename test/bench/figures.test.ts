import { describe, expect, it } from 'vitest';
import { chartOf } from './chart.ts';
import { percentile, ratios, type Figure } from './figure.ts';
import { tableOf } from './table.ts';

const FIGURES: readonly Figure[] = [
  { name: 'a folder, cold', unit: 's', values: [3, 2, 12.345] },
  { name: 'a folder, cold ÷ `another`', unit: '×', values: [0.04, 0.0512, 0.06], goal: 0.05 },
  { name: 'peak memory', unit: 'MB', values: [349.6], goal: 350 },
];

describe('the table of the bench', () => {
  it('says of each figure the median, how far the runs are apart, and whether it is as low as it is to be', () => {
    expect(tableOf(FIGURES)).toBe([
      '|  | median | least–most | runs | goal | reached |',
      '| --- | ---: | ---: | ---: | ---: | --- |',
      '| a folder, cold | 3 s | 2–12.3 | 3 |  |  |',
      '| a folder, cold ÷ `another` | 0.0512 × | 0.04–0.06 | 3 | ≤ 0.05 × | no |',
      '| peak memory | 350 MB |  | 1 | ≤ 350 MB | yes |',
      '',
    ].join('\n'));
  });

  it('takes a ratio of what was measured in the same round', () => {
    expect(ratios([2, 9], [4, 3])).toEqual([0.5, 3]);
  });

  it('takes a percentile of all that was measured', () => {
    expect(percentile(Array.from({ length: 101 }, (_, index) => index), 0.95)).toBe(95);
  });
});

describe('the chart of the bench', () => {
  const chart = chartOf(FIGURES);

  it('draws the figures that have a goal, in the colours of whether they reach it', () => {
    expect([...chart.matchAll(/<rect class="(\w+)"/g)].map((found) => found[1])).toEqual(['no', 'yes']);
    expect(chart).toContain('peak memory');
    expect(chart).not.toContain('a folder, cold<');
  });
});
