/** A file on a branch that may not be the one checked out. */
export interface BranchFile {
  /** As people write it: `main`, `origin/retries`. */
  readonly branch: string;
  /** Without its folder. */
  readonly name: string;
}

/** The files that lie directly in a folder, on every branch that is known; empty where branches cannot be read. */
export type BranchFiles = (folder: string) => Promise<readonly BranchFile[]>;
