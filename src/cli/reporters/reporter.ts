import type { Entry } from '../../core/entry.ts';
import type { Finding } from '../../core/finding.ts';
import type { Language } from '../../core/language.ts';

/** Makes a text of what a command found; prints nothing itself. */
export type Reporter<Report> = (report: Report) => string;

/** How a report is to be written. */
export interface Style {
  readonly language: Language;
  readonly color: boolean;
  /** The width of the terminal; undefined: nothing is cut. */
  readonly columns: number | undefined;
}

/** A file of the output: by its path below the PATH given, and by the one that a person at the prompt would write. */
export interface Shown {
  readonly path: string;
  readonly pathFromCwd: string;
}

export interface LintReport extends Style {
  readonly files: readonly (Shown & { readonly findings: readonly Finding[] })[];
}

export interface ListReport extends Style {
  readonly documents: readonly (Shown & {
    readonly entry: Entry;
    /** The path, as it is shown, of another document of the same folder; words that are none stay. */
    readonly shown: (path: string) => string;
  })[];
  /** YYYY-MM-DD */
  readonly today: string;
}
