/** A file or folder on a branch that may not be the one checked out. */
export interface BranchFile {
  /** As people write it: `main`, `origin/retries`. */
  readonly branch: string;
  /** Without its folder. */
  readonly name: string;
}
