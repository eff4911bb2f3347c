import type { Linked } from './around.ts';
import type { Committed } from './committed.ts';
import type { Link } from './links.ts';

/** What a rule wants to know of a document beyond the index. */
export interface Needs {
  /** What was committed of it. */
  readonly committed?: boolean;
  /** Whether a commit has touched it on this day, YYYY-MM-DD, or later. */
  readonly changedSince?: string;
  /** What the document's links lead to. */
  readonly links?: boolean;
}

/** What lies around a document beyond the index, gathered before its rules run, so that these need not wait. */
export interface Surroundings {
  /** YYYY-MM-DD, where the user is. */
  readonly today: string;
  /** The document as it was committed; undefined where it is still the same, Git cannot be asked, or no rule needs it. */
  readonly committed?: Committed | undefined;
  /** Undefined where Git cannot be asked, or no rule needs it. */
  readonly hasChanged?: boolean | undefined;
  /** What the document's links lead to, without those that lead out of the folder; left out where no rule needs it. */
  readonly links?: ReadonlyMap<Link, Linked>;
}
