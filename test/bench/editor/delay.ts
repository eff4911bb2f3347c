import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** How often the thread's delay is looked at, in milliseconds. */
const RESOLUTION = 2;

/** From now on watches for how long the thread does one thing. */
export function watchDelay(): IntervalHistogram {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  return delay;
}

/** The longest time, in milliseconds, in which the thread did nothing else. */
export const longestOf = ({ max }: IntervalHistogram): number => max / 1e6 - RESOLUTION;
