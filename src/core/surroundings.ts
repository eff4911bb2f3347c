import type { Linked } from './around.ts';
import type { Committed } from './committed.ts';
import type { Document } from './document.ts';
import type { Link } from './links.ts';
import type { People } from './people.ts';

/** What a rule wants to know of a document beyond the index. */
export interface Needs {
  /** What was committed of it. */
  readonly committed?: boolean;
  /** Whether a commit has touched it on this day, YYYY-MM-DD, or later. */
  readonly changedSince?: string;
  /** What the document's links lead to. */
  readonly links?: boolean;
  /** Who is there: the people of commits since a day, YYYY-MM-DD, of CODEOWNERS, and of a file of the team's own, relative to the root. */
  readonly people?: { readonly since: string; readonly file: string | undefined };
  /** The paths of others, documents or side-cars, whose text it wants. */
  readonly others?: readonly string[];
  /** What lies beside it. */
  readonly beside?: boolean;
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
  /** Undefined where neither Git nor a file says who is there, or no rule needs it. */
  readonly people?: People | undefined;
  /** Other documents by path: those that rules asked for. */
  readonly others?: ReadonlyMap<string, Document>;
  /** The names of all that lies in the document's folder, or in the one above where the document introduces its own. */
  readonly beside?: readonly string[];
}
