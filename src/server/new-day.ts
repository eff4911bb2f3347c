import { dayOf } from '../core/calendar.ts';

/** Milliseconds after which the day is asked for again: a machine that slept through midnight is late with everything that was to be done then. */
const STEP = 60_000;

/** Calls `listener` soon after another day has begun, until what comes back is called. */
export function onNewDay(listener: () => void): () => void {
  const known = { day: dayOf(new Date()) };
  const timer = setInterval(() => {
    const day = dayOf(new Date());
    if (day === known.day) return;
    known.day = day;
    listener();
  }, STEP);
  return () => clearInterval(timer);
}
