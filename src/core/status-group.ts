import type { Status } from './entry.ts';

/** How far a document has come in its life; rules weigh more the further it is. */
export const STATUS_GROUPS = ['draft', 'open', 'accepted', 'closed'] as const;

export type StatusGroup = (typeof STATUS_GROUPS)[number];

const GROUPS: Readonly<Record<Status, StatusGroup>> = {
  draft: 'draft',
  proposed: 'open',
  deferred: 'open',
  accepted: 'accepted',
  implemented: 'accepted',
  rejected: 'closed',
  withdrawn: 'closed',
  deprecated: 'closed',
  superseded: 'closed',
};

/** The group of a status; a document without one is open. */
export function statusGroupOf(status: Status | null | undefined): StatusGroup {
  return status ? GROUPS[status] : 'open';
}
