import type { Action } from '../entry.ts';

/** Is an action said to be done or cancelled, by its mark or in passing? */
export function isNamedDone({ done, state }: Action): boolean {
  return done === true || state === 'done' || state === 'cancelled';
}
