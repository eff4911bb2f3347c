import type { Finding } from '../../core/finding.ts';
import { levelOf, type Level } from '../reporters/found.ts';
import type { Counts } from '../reporters/reporter.ts';

/** How many findings weigh how much. */
export type Levels = Record<Level, number>;

/** Counts findings while they go by, document by document. */
export class Tally {
  /** Of all findings, also of those that are not shown. */
  readonly levels: Levels = { error: 0, warning: 0, info: 0 };
  readonly #isQuiet: boolean;
  readonly #accepted: () => number;
  #documents = 0;
  #found = 0;

  /** `quiet`: only errors are shown; `accepted` counts the findings that are accepted for now. */
  constructor({ quiet = false, accepted }: { readonly quiet?: boolean; readonly accepted: () => number }) {
    this.#isQuiet = quiet;
    this.#accepted = accepted;
  }

  /** Counts the findings of one document, and returns those that are shown. */
  add(findings: readonly Finding[]): readonly Finding[] {
    for (const finding of findings) this.levels[levelOf(finding)]++;
    const shown = this.#isQuiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    this.#documents++;
    if (shown.length) this.#found++;
    return shown;
  }

  counts(): Counts {
    const { error, warning, info } = this.levels;
    const shown = this.#isQuiet ? { error, warning: 0, info: 0 } : { error, warning, info };
    return { documents: this.#documents, found: this.#found, shown, unshown: { accepted: this.#accepted(), quiet: this.#isQuiet ? warning + info : 0 } };
  }
}

/** The findings of each level. */
export function levelsOf(findings: readonly Finding[]): Levels {
  const tally = new Tally({ accepted: () => 0 });
  tally.add(findings);
  return tally.levels;
}
