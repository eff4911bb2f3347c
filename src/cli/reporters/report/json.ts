import { summaryJson } from '../../../core/summary/json.ts';
import { printableJson } from '../../display.ts';
import type { SummaryReport } from '../reporter.ts';

/** One JSON object for programs. */
export function json({ summary }: SummaryReport): string {
  return `${printableJson(summaryJson(summary), 2)}\n`;
}
