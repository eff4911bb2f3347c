import { printableJson } from '../display.ts';
import type { LintReport } from './reporter.ts';

/** All findings as one array; lines and columns count from 1, columns in UTF-16 units. */
export function json({ files }: LintReport): string {
  const all = files.flatMap(({ path, findings }) => findings.map((finding) => ({
    path,
    line: finding.place && 'start' in finding.place ? finding.place.start.line : 1,
    column: finding.place && 'start' in finding.place ? finding.place.start.column : 1,
    endLine: finding.place && 'end' in finding.place ? finding.place.end.line : 1,
    endColumn: finding.place && 'end' in finding.place ? finding.place.end.column : 1,
    rule: finding.ruleId,
    severity: finding.severity === 'hint' ? 'info' : finding.severity,
    message: finding.reason,
    data: finding.data,
    fixable: finding.fixes.length > 0,
  })));
  return `${printableJson(all, 2)}\n`;
}
