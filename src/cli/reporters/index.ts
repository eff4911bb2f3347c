import { explain } from './explain.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import type { LintReport, ListReport, Reporter } from './reporter.ts';
import { stylish } from './stylish.ts';
import { table } from './table.ts';

/** The formats of `docket lint`, the default first. A name is what `--format` takes and the source's name. */
export const lintReporters = { stylish, json } as const satisfies Record<string, Reporter<LintReport>>;

/** The formats of `docket list`, the default first. */
export const listReporters = { table, ndjson, explain } as const satisfies Record<string, Reporter<ListReport>>;
