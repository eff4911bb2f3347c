import type { Entry } from '../entry.ts';
import { fullestNames } from '../people.ts';

const known = new WeakMap<readonly Entry[], ReadonlyMap<string, string>>();

/** How an owner is called whose name documents write in several ways: by the fullest of them, without `@`. Remembered for as long as the entries are the same. */
export function calledIn(entries: readonly Entry[]): (owner: string) => string {
  const names = known.get(entries) ?? fullestNames(entries.flatMap(({ owners, actions }) => [...owners, ...actions.flatMap((action) => action.owners)]).map(withoutSign));
  known.set(entries, names);
  return (owner) => names.get(withoutSign(owner)) ?? withoutSign(owner);
}

const withoutSign = (owner: string): string => owner.replace(/^@/, '').trim();
