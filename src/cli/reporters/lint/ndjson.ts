import { printableJson } from '../../display.ts';
import { foundJson } from '../found.ts';
import type { LintReport } from '../reporter.ts';

/** One JSON object a line: each finding as in `json`. */
export async function* ndjson({ files }: LintReport): AsyncGenerator<string> {
  for await (const file of files) yield file.findings.map((finding) => `${printableJson(foundJson(file, finding))}\n`).join('');
}
