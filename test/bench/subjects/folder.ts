import { ratios, type Figure } from '../figure.ts';
import type { Run } from '../run-process.ts';
import type { Probe, Subject } from '../subject.ts';

/** Fewer files need little memory in any case. */
const FULL = 10_000;

/** A large folder: time and memory with and without a cache, and what a second processor brings. */
export const folder: Subject = {
  id: 'folder',
  async measure({ asked: { count }, docket }) {
    const { cold, filling, warm, oneProcessor, twoProcessors } = docket;
    const files = `${count.toLocaleString('en')} files`;
    const others = [oneProcessor, twoProcessors].filter((one) => one !== undefined);
    return {
      probes: [cold, filling, warm, ...others],
      figures: (samples) => {
        const of = (probe: Probe<Run>, what: keyof Run): number[] => samples(probe).map((run) => run[what]);
        const runs = ([['cold, no cache', cold], ['cold, filling the cache', filling], ['warm', warm]] as const).flatMap(([name, probe]): Figure[] => [
          { name: `${files}, ${name}`, unit: 's', values: of(probe, 'wall') },
          { name: `${files}, ${name}: time of all processors`, unit: 's', values: of(probe, 'processor') },
          { name: `${files}, ${name}: peak memory`, unit: 'MB', values: of(probe, 'memory'), ...(count < FULL ? {} : { goal: 350 }) },
        ]);
        return [
          ...runs,
          ...(oneProcessor ? [{ name: `${files}, cold on one processor`, unit: 's', values: of(oneProcessor, 'wall') } as const] : []),
          ...(oneProcessor && twoProcessors ? [{ name: `${files}, cold on two processors ÷ on one`, unit: '×', values: ratios(of(twoProcessors, 'wall'), of(oneProcessor, 'wall')) } as const] : []),
        ];
      },
    };
  },
};
