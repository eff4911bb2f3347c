export { invertEdits } from './edits/invert.ts';
export { sidecarDocument, type MetadataOptions } from './edits/metadata.ts';
export { isRefusal, REFUSALS, type EditResult, type Refusal, type RefusalId } from './edits/refusal.ts';
export { setDate } from './edits/set-date.ts';
export { setDue } from './edits/set-due.ts';
export { setOwner } from './edits/set-owner.ts';
export { setStatus } from './edits/set-status.ts';
export { setSupersededBy, type Successor } from './edits/set-superseded-by.ts';
export { tickAction, untickAction } from './edits/tick.ts';
