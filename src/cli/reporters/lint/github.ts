import { printable } from '../../display.ts';
import { levelOf } from '../found.ts';
import { placeOf } from '../place.ts';
import type { LintReport } from '../reporter.ts';

const COMMANDS = { info: 'notice', warning: 'warning', error: 'error' } as const;

/** Workflow commands of GitHub Actions, which show each finding beside its line in a pull request. */
export async function* github({ files }: LintReport): AsyncGenerator<string> {
  for await (const { pathFromTop, findings } of files) {
    yield findings.map((finding) => {
      const { line, column, endLine, endColumn } = placeOf(finding);
      // GitHub takes columns only where both are on one line.
      const columns = line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : [];
      const about = [`file=${property(pathFromTop)}`, `line=${line}`, `endLine=${endLine}`, ...columns, `title=${property(`docket: ${finding.ruleId}`)}`];
      return `::${COMMANDS[levelOf(finding)]} ${about.join(',')}::${data(printable(finding.reason))}\n`;
    }).join('');
  }
}

// What would end the command or begin another one; a file's name can hold a line break.
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

// A file's name can also hold what would drive the terminal; its blanks are part of it.
const property = (text: string): string => data(text).split(' ').map(printable).join(' ').replaceAll(':', '%3A').replaceAll(',', '%2C');
