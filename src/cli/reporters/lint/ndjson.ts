import { printableJson } from '../../display.ts';
import { foundJson } from '../found.ts';
import type { LintReport } from '../reporter.ts';

/** One JSON object a line: each finding as in `json`. */
export function ndjson({ files }: LintReport): string {
  return files.flatMap((file) => file.findings.map((finding) => `${printableJson(foundJson(file, finding))}\n`)).join('');
}
