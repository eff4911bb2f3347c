import { createHash } from 'node:crypto';
import { PAGE_STYLE, summaryHtml } from '../../../core/summary/page/document.ts';
import type { SummaryReport } from '../reporter.ts';

/** One self-contained web page. */
export function html({ summary, ...shown }: SummaryReport): string {
  return summaryHtml(summary, shown, createHash('sha256').update(PAGE_STYLE).digest('base64'));
}
