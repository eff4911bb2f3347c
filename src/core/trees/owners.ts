import { isNamedDone } from '../actions/over.ts';
import { RECORD_KINDS, type Entry } from '../entry.ts';

/** Who owns a document or an action item that is open, those with most of them first. */
export function ownersIn(entries: readonly Entry[]): string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const entry of entries) {
    if (!RECORD_KINDS.includes(entry.kind)) continue;
    const owners = [...(entry.open === false ? [] : entry.owners), ...entry.actions.flatMap((action) => (isNamedDone(action) ? [] : action.owners))];
    for (const owner of owners) {
      const name = owner.replace(/^@/, '').trim();
      const known = counts.get(name.toLowerCase());
      if (known) known.count++;
      else if (name) counts.set(name.toLowerCase(), { name, count: 1 });
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || one.name.localeCompare(other.name)).map(({ name }) => name);
}
