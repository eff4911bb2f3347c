import { nothingLine, type LintReport } from '../reporter.ts';

/** What a reviewer wants to know of each document, as the editor shows it: Markdown to paste into a pull request. */
export async function* report({ files, language, nothing }: LintReport): AsyncGenerator<string> {
  if (nothing) yield nothingLine(nothing, language);
  let isFirst = true;
  for await (const { review } of files) {
    yield isFirst ? review : `\n${review}`;
    isFirst = false;
  }
}
