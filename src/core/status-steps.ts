import type { DocTypeMatch } from './doc-type.ts';
import type { Kind, Status } from './entry.ts';
import { statusGroupOf } from './status-group.ts';
import type { TemplateStatus } from './template/statuses.ts';
import type { Vocabulary } from './vocabulary/index.ts';
import { termOf } from './vocabulary/terms.ts';

/** A status, and how it is written. */
export interface WrittenStatus {
  readonly status: Status;
  readonly text: string;
}

/** What may follow a status: Docket's own word, the team's, or both. */
export interface Step {
  readonly means: Status | undefined;
  readonly name: string | undefined;
}

/*
 * The life of a document where no team says its own, the next step first: what is open can go anywhere, what is decided goes on, or ends.
 * What was decided against or ended can be taken up again, but is not in force by that alone.
 */
const LIFE: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['proposed', 'accepted', 'implemented', 'rejected', 'withdrawn', 'deferred', 'superseded'],
  proposed: ['accepted', 'rejected', 'deferred', 'implemented', 'withdrawn', 'draft', 'superseded'],
  deferred: ['proposed', 'draft', 'accepted', 'implemented', 'rejected', 'withdrawn', 'superseded'],
  accepted: ['implemented', 'superseded', 'deprecated', 'withdrawn', 'deferred'],
  implemented: ['accepted', 'superseded', 'deprecated'],
  rejected: ['draft', 'proposed', 'deferred', 'superseded'],
  withdrawn: ['draft', 'proposed', 'superseded'],
  deprecated: ['accepted', 'superseded'],
  superseded: ['accepted', 'deprecated'],
};

/** The kinds of documents that have this life. */
const DECIDED: ReadonlySet<Kind> = new Set<Kind>(['decision', 'design']);

/** The steps that lead on from a status; undefined where any does. What a template says holds where somebody has chosen it; one that a document is only like does not. */
export function stepsFrom(from: WrittenStatus, kind: Kind, match: DocTypeMatch | undefined): readonly Step[] | undefined {
  const statuses = match && isChosen(match) ? match.template.statuses : [];
  if (!statuses.some(({ next }) => next)) return DECIDED.has(kind) ? LIFE[from.status].map((means) => ({ means, name: undefined })) : undefined;
  const now = statusIn(statuses, from);
  return now?.next?.map((name) => ({ name, means: statuses.find((one) => one.name === name)?.means }));
}

/**
 * Is a status one that may follow `from`? Where no team says its steps, more may than are worth offering: what is not in force
 * stays out of it under another name, and whatever was decided can come into a review again, which nobody writes by mistake.
 */
export function isStep({ status, text }: WrittenStatus, from: WrittenStatus, steps: readonly Step[], vocabulary: Vocabulary): boolean {
  if (steps.some(({ means, name }) => means === status || (name !== undefined && termOf(name) === termOf(text)))) return true;
  if (steps.some(({ name }) => name !== undefined) || !steps.length) return false;
  return (isOver(from.status) && isOver(status)) || (status === 'proposed' && vocabulary.reviews.some((word) => termOf(text).includes(word)));
}

const isOver = (status: Status): boolean => status === 'deferred' || statusGroupOf(status) === 'closed';

/** Has somebody said that a document is of this type, so that what its template says holds? */
export function isChosen({ type, why }: DocTypeMatch): boolean {
  return !type.builtIn || why === 'files' || why === 'field';
}

function statusIn(statuses: readonly TemplateStatus[], { status, text }: WrittenStatus): TemplateStatus | undefined {
  return statuses.find(({ name }) => termOf(name) === termOf(text)) ?? statuses.find(({ means }) => means === status);
}
