import type { LintReporter } from '../reporter.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { report } from './report.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';

/** The formats of `docket lint`, the default first. A name is what `--format` takes and the source's name. */
export const lintReporters = { stylish, json, ndjson, sarif, github, gitlab, junit, markdown, report } as const satisfies Record<string, LintReporter>;
