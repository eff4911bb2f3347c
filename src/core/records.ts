import type { Entry } from './entry.ts';

/** The entries of one folder, found by what rules ask for; made once for all documents that are checked with them. */
export interface Records {
  readonly all: readonly Entry[];
  at(path: string): Entry | undefined;
}

/** Finds entries among `all`. */
export function recordsOf(all: readonly Entry[], at: (path: string) => Entry | undefined): Records {
  return { all, at };
}
