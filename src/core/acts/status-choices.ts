import type { Entry, Status } from '../entry.ts';
import { isChosen, stepsFrom } from '../status-steps.ts';
import type { Workspace } from '../workspace.ts';

/** A status that a document can be given. */
export interface StatusChoice {
  /** Docket's own word, or the team's. */
  readonly value: Status | (string & {});
  /** What it means, where somebody has said so. */
  readonly means: Status | undefined;
}

export interface StatusChoices {
  /** The present status as it is written; empty where there is none. */
  readonly now: string;
  readonly steps: readonly StatusChoice[];
}

/** In the order of a document's life. What takes a document's place is more than a word: that is the command Supersede. */
const LIFE: readonly Status[] = ['draft', 'proposed', 'accepted', 'implemented', 'deferred', 'rejected', 'withdrawn', 'deprecated'];

/** What may follow a document's status: as its template says, or as decisions usually go on; any where neither tells. */
export async function statusChoicesOf(workspace: Pick<Workspace, 'typeOf'>, { path, kind, status, statusText }: Entry): Promise<StatusChoices> {
  const match = await workspace.typeOf(path);
  const steps = status === null ? undefined : stepsFrom({ status, text: statusText ?? '' }, kind, match);
  if (steps) {
    const choices = steps.map(({ means, name }): StatusChoice => ({ value: name ?? means!, means })).filter(({ value }) => value !== 'superseded');
    return { now: statusText ?? '', steps: choices };
  }
  const named = (match?.template.statuses ?? []).map(({ name, means }): StatusChoice => ({ value: name, means }));
  const all = named.length && match && isChosen(match) ? named : LIFE.map((value): StatusChoice => ({ value, means: value }));
  return { now: statusText ?? '', steps: all.filter(({ value }) => value !== status && value !== statusText && value !== 'superseded') };
}
