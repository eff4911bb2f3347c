import { summaryMarkdown } from '../../../core/summary/markdown.ts';
import type { SummaryReport } from '../reporter.ts';

/** Markdown to paste into a wiki or a pull request. */
export function markdown({ summary, ...shown }: SummaryReport): string {
  return summaryMarkdown(summary, shown);
}
