import type { Entry } from '../entry.ts';
import type { RelationProperty } from '../relations-settle.ts';

/** The other side of each relation. */
export const TURNED: Readonly<Record<RelationProperty, RelationProperty>> = { supersedes: 'supersededBy', supersededBy: 'supersedes', amends: 'amendedBy', amendedBy: 'amends', requires: 'requiredBy', requiredBy: 'requires' };

export const RELATIONS = Object.keys(TURNED) as readonly RelationProperty[];

/** The documents here that stand in a relation to the record at an address, each with how the record stands to it. */
export function relatedTo(address: string, entries: readonly Entry[]): readonly (readonly [RelationProperty, Entry])[] {
  return entries.flatMap((entry) => RELATIONS.flatMap((relation) => (entry[relation].includes(address) ? [[TURNED[relation], entry] as const] : [])));
}
