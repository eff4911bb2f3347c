import path from 'node:path';
import { ratios } from '../figure.ts';
import type { Subject } from '../subject.ts';

/** It is short, and spreads the more. */
const TIMES = 5;

/** One file from a cold start, beside the least that Node can do. */
export const oneFile: Subject = {
  id: 'one-file',
  async measure({ sets: { single }, docket, release }) {
    const nothing = { ...docket.node('node -e 0', ['-e', '0'], single), times: TIMES };
    const file = { ...docket.node('one file of 20 kB', [path.join(release, 'cli.js'), 'lint', '--no-cache'], single), times: TIMES };
    return {
      probes: [nothing, file],
      figures: (samples) => [
        { name: 'one file of 20 kB, cold start', unit: 'ms', values: samples(file).map((seconds) => seconds * 1000) },
        { name: 'one file of 20 kB, cold start ÷ `node -e 0`', unit: '×', values: ratios(samples(file), samples(nothing)), goal: 2 },
      ],
    };
  },
};
