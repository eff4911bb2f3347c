import type { Reporter, SummaryReport } from '../reporter.ts';

/** The formats of `docket report`, the default first; each is loaded when it is asked for. A name is what `--format` takes and the source's name. */
export const summaryReporters = {
  markdown: () => import('./markdown.ts').then((source) => source.markdown),
  html: () => import('./html.ts').then((source) => source.html),
  csv: () => import('./csv.ts').then((source) => source.csv),
  ics: () => import('./ics.ts').then((source) => source.ics),
  json: () => import('./json.ts').then((source) => source.json),
} as const satisfies Record<string, () => Promise<Reporter<SummaryReport>>>;
