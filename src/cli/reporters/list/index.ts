import type { ListReport, Reporter } from '../reporter.ts';
import { explain } from './explain.ts';
import { ndjson } from './ndjson.ts';
import { table } from './table.ts';

/** The formats of `docket list`, the default first. A name is what `--format` takes and the source's name. */
export const listReporters = { table, ndjson, explain } as const satisfies Record<string, Reporter<ListReport>>;
