import type { Reporter, SummaryReport } from '../reporter.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** The formats of `docket report`, the default first. A name is what `--format` takes and the source's name. */
export const summaryReporters = { markdown, html, csv, ics, json } as const satisfies Record<string, Reporter<SummaryReport>>;
