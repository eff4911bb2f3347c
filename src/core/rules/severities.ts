import type { Severity } from '../finding.ts';
import type { StatusGroup } from '../status-group.ts';

/** How much a rule weighs, by how far the document has come. */
export type Severities = Readonly<Record<StatusGroup, Severity | 'off'>>;

/** Of what an unfinished document lacks: a hint while it is written, an error once it counts. */
export const UNFINISHED: Severities = { draft: 'hint', open: 'warning', accepted: 'error', closed: 'hint' };

/** Of what somebody should look at, whatever the document's status, and that no longer matters in a closed one. */
export const ADVICE: Severities = { draft: 'hint', open: 'warning', accepted: 'warning', closed: 'hint' };

/** The same in every status. */
export function always(severity: Severity | 'off'): Severities {
  return { draft: severity, open: severity, accepted: severity, closed: severity };
}
