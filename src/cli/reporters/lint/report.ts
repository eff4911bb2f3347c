import { nothingLine, type LintReport } from '../reporter.ts';

/** What a reviewer wants to know of each document, as the editor shows it: Markdown to paste into a pull request. */
export function report({ files, language, nothing }: LintReport): string {
  return nothing ? nothingLine(nothing, language) : files.map(({ review }) => review).join('\n');
}
