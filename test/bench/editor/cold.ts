import { measureOpening } from './opening.ts';

/** The first window on a folder. */
export const run = (): Promise<void> => measureOpening(() => Promise.resolve({}));
