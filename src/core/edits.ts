export { invertEdits } from './edits/invert.ts';
export { isRefusal, REFUSALS, type EditResult, type Refusal, type RefusalId } from './edits/refusal.ts';
export { setDue } from './edits/set-due.ts';
export { setOwner } from './edits/set-owner.ts';
export { tickAction, untickAction } from './edits/tick.ts';
