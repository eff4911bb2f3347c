import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { paintFor, printable } from '../../display.ts';
import { countsLines } from '../counts.ts';
import { nothingLine, type LintReport } from '../reporter.ts';

/** Findings by file for people, with a summary at the end. */
export function stylish({ files, unshown, language, color, nothing }: LintReport): string {
  if (nothing) return nothingLine(nothing, language);
  const paint = paintFor(color);
  const summary = countsLines({ files, unshown, language }, (level) => (level === 'error' ? `${paint('✖', 'red')} ` : level === 'warning' ? `${paint('⚠', 'yellow')} ` : '')).join('\n');
  const found = files.filter(({ findings }) => findings.length);
  if (!found.length) return `${summary}\n`;
  const report = reporter(found.map(({ pathFromCwd, findings }) => {
    const file = new VFile({ path: printable(pathFromCwd) });
    for (const finding of findings) {
      const message = file.message(printable(finding.reason), { ...(finding.place ? { place: finding.place } : {}), ruleId: finding.ruleId });
      message.fatal = finding.fatal;
    }
    return file;
  }), { color });
  // vfile-reporter ends with a count of its own, in English and without the files.
  const isCounted = found.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning'));
  return `${isCounted ? report.slice(0, report.lastIndexOf('\n\n')) : report}\n\n${summary}\n`;
}
