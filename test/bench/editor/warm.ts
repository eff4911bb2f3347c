import { measureEdits } from './edits.ts';
import { measureOpening } from './opening.ts';

/** A later window on the folder, in which a document is edited. */
export const run = (): Promise<void> => measureOpening(async () => ({ edits: await measureEdits() }));
