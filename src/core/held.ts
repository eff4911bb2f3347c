import type { Anchors } from './anchors.ts';
import type { Linked } from './around.ts';
import type { DocTypeMatch } from './doc-type.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import type { Records } from './records.ts';
import type { LintInput } from './rules/rule.ts';
import type { Surroundings } from './surroundings.ts';
import { isAlike, isAnsweredAlike, type Answered } from './watching.ts';

/** What was found in a document, and all that this went by. */
export interface Held {
  readonly input: Omit<LintInput, 'records' | 'watch'>;
  /** What its rules asked of the records. */
  readonly answered: readonly Answered[];
  readonly findings: readonly Finding[];
}

/** Is the same found in a document of which this is known now, among these records? */
export function holds({ input: before, answered }: Held, now: Held['input'], records: Records): boolean {
  return areSameText(before.document, now.document) && before.entry === now.entry && areSameType(before.type, now.type)
    && before.config === now.config && before.vocabulary === now.vocabulary && before.repositories === now.repositories && before.language === now.language
    && areSameAround(before.surroundings, now.surroundings) && answered.every((one) => isAnsweredAlike(records, one));
}

const areSameText = (before: Document, now: Document): boolean => before === now || (before.path === now.path && before.text === now.text && isAlike(before.problems, now.problems));

const areSameType = (before: DocTypeMatch | undefined, now: DocTypeMatch | undefined): boolean =>
  before?.type === now?.type && before?.template === now?.template && before?.why === now?.why && before?.isGuess === now?.isGuess;

// Who is there cannot be compared, and is not the same each time that it is asked for.
function areSameAround(before: Surroundings, now: Surroundings): boolean {
  return before.today === now.today && before.hasChanged === now.hasChanged && before.people === now.people && before.committed?.document.text === now.committed?.document.text
    && isAlike(before.beside, now.beside) && areAllAlike(before.others, now.others, areSameText) && areAllAlike(before.links, now.links, areSameLinked);
}

const areSameLinked = (before: Linked, now: Linked): boolean => isAlike(before.target, now.target) && isAlike(before.place, now.place) && areSameAnchors(before.anchors, now.anchors);

function areSameAnchors(before: Anchors | undefined, now: Anchors | undefined): boolean {
  return before === now || (before !== undefined && now !== undefined && before.all.size === now.all.size && [...before.all].every((anchor) => now.all.has(anchor)));
}

// In the same order: that of the text, or in which they were asked for.
function areAllAlike<Thing>(before: ReadonlyMap<unknown, Thing> | undefined, now: ReadonlyMap<unknown, Thing> | undefined, areAlike: (one: Thing, other: Thing) => boolean): boolean {
  if (!before || !now) return before === now;
  const others = [...now.values()];
  return before.size === now.size && [...before.values()].every((one, at) => areAlike(one, others[at]!));
}
