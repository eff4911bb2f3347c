import type { Action, ActionFlaw, Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { readAssigned } from './assigned.ts';
import { dueAt, readDue } from './due.ts';
import { readMarks } from './marks.ts';
import { blank, readOwners } from './owners.ts';
import type { Source } from './source.ts';

/** What is written about an action beside its text. */
export interface Details {
  readonly owners: readonly string[];
  readonly ownersToken: Token | null;
  readonly due: string | null;
  readonly dueToken: Token | null;
  readonly priority: string | null;
  readonly type: string | null;
  readonly trackers: readonly string[];
  readonly flaws: readonly ActionFlaw[];
  /** What is no part of the action's text. */
  readonly cuts: readonly Range[];
}

/** Farther than this into an item nothing is looked for: an item is a sentence or two. */
const MOST = 4000;

/** Reads owners, dates, priority, type and tracker ids between two offsets; `isListed` where a heading says that these are action items. */
export function readDetails(source: Source, range: Range, isListed: boolean): Details {
  const { start } = range;
  const text = source.visible.slice(start, Math.min(range.end, start + MOST));
  const labelled = readDue(text, isListed);
  const marks = readMarks(text, source, range);
  const assigned = isListed ? readAssigned(blank(text, [...labelled.cuts, ...marks.cuts]), labelled.token, source.people()) : undefined;
  const due = assigned?.date && !labelled.token ? dueAt(text, assigned.date, labelled) : labelled;
  const cuts = [...due.cuts, ...marks.cuts];
  const owners = readOwners(text, cuts, isListed, source.people, assigned?.names ?? null);
  const shift = ({ start: from, end }: Range): Range => ({ start: start + from, end: start + end });
  const token = (found: Token | null): Token | null => found && { value: shift(found.value), whole: shift(found.whole) };
  return {
    owners: owners.names,
    ownersToken: token(owners.token),
    due: due.iso,
    dueToken: token(due.token),
    priority: marks.priority,
    type: marks.type,
    trackers: marks.trackers,
    flaws: due.flaws.map((flaw) => ({ ...flaw, range: shift(flaw.range) })),
    cuts: [...cuts, ...owners.cuts].map(shift).sort((a, b) => a.start - b.start),
  };
}

/** The fields of an action that its details fill. */
export function fieldsOf(details: Details): Pick<Action, 'owners' | 'due' | 'priority' | 'type' | 'trackers' | 'flaws'> {
  const { owners, due, priority, type, trackers, flaws } = details;
  return { owners, due, priority, type, trackers, flaws };
}
