/** What begins a line that the window's console hands to the bench. */
export const TOLD = 'docket-bench ';

/** What a window tells in which a document is edited: the milliseconds from each edit to its diagnostics. */
export interface Edits {
  readonly edits: readonly number[];
}

/** What a window without Docket tells. */
export interface Bare extends Edits, Pick<Told, 'block'> {}

/** What the extension host tells, each once, times in milliseconds: of a clock, or how long something took. */
export interface Told extends Partial<Edits> {
  /** When the view was asked for. */
  readonly focused: number;
  /** When the server had read all documents. */
  readonly complete: number;
  /** From VS Code's table: how long the extension's code took to load, and its activation to return. */
  readonly activation: number;
  /** The longest time in which the extension host's thread did nothing else. */
  readonly block: number;
}
