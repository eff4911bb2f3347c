import { printableJson } from '../../display.ts';
import { foundJson } from '../found.ts';
import type { LintReport } from '../reporter.ts';

/** All findings as one array. */
export function json({ files }: LintReport): string {
  return `${printableJson(files.flatMap((file) => file.findings.map((finding) => foundJson(file, finding))), 2)}\n`;
}
