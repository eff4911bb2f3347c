import { LANGUAGES } from '../../../core/language.ts';
import { MARK } from '../../../core/summary/markdown.ts';
import { GENERATOR } from '../../../core/summary/page/document.ts';
import { headerOf } from './csv.ts';
import { PRODUCT } from './ics.ts';
import type { summaryReporters } from './index.ts';

/** Is the text a report that Docket wrote in this format? Only such a one may be replaced. */
export function isReport(text: string, format: keyof typeof summaryReporters): boolean {
  const head = text.replace(/^\uFEFF/, '').slice(0, 2000);
  return IS[format](head);
}

const IS: Readonly<Record<keyof typeof summaryReporters, (head: string) => boolean>> = {
  markdown: (head) => head.startsWith(MARK),
  html: (head) => head.startsWith('<!doctype html>') && head.includes(`content="${GENERATOR}"`),
  csv: (head) => LANGUAGES.some((language) => head.startsWith(headerOf(language).join(','))),
  ics: (head) => head.startsWith('BEGIN:VCALENDAR') && head.includes(PRODUCT),
  json: (head) => /^\s*\{\s*"docket":\s*"report"/.test(head),
};
