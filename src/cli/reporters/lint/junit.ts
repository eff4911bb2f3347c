import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { printable } from '../../display.ts';
import { levelOf } from '../found.ts';
import { placeOf } from '../place.ts';
import type { LintedFile, LintReport } from '../reporter.ts';

/** JUnit XML: a document is a suite, and each warning or error in it a test that failed; what only informs is the suite's output. */
export async function* junit({ files, now }: LintReport): AsyncGenerator<string> {
  yield `${toXml({ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' })}\n<testsuites>`;
  let id = 0;
  for await (const file of files) yield `\n  ${toXml(suiteOf(file, id++, now))}`;
  yield `${id ? '\n' : ''}</testsuites>\n`;
}

function suiteOf({ pathFromCwd, findings }: LintedFile, id: number, now: Date) {
  const path = plain(pathFromCwd);
  const failures = findings.filter((finding) => levelOf(finding) !== 'info').map((finding) => {
    const { line, column } = placeOf(finding);
    const message = plain(finding.reason);
    return x('testcase', { name: `${finding.ruleId} ${line}:${column}`, classname: path, time: '0' }, [
      x('failure', { type: levelOf(finding), message }, `${path}:${line}:${column}: ${message} (${finding.ruleId})`),
    ]);
  });
  const notes = findings.filter((finding) => levelOf(finding) === 'info').map((finding) => {
    const { line, column } = placeOf(finding);
    return `${path}:${line}:${column}: ${plain(finding.reason)} (${finding.ruleId})`;
  });
  const tests = failures.length ? failures : [x('testcase', { name: 'docket', classname: path, time: '0' })];
  const counts = { tests: String(tests.length), failures: String(failures.length), errors: '0' };
  return x('testsuite', { name: path, package: 'docket', id: String(id), timestamp: isoSeconds(now), hostname: 'localhost', ...counts, time: '0' }, indented([
    x('properties', [x('property', { name: 'tool', value: `docket ${process.env['DOCKET_VERSION'] ?? '0.0.0'}` })]), ...tests, x('system-out', notes.join('\n')), x('system-err'),
  ], 1));
}

// XML 1.0 has no form for control characters and for halves of surrogate pairs.
const plain = (text: string): string => printable(text).replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD');

/** The time in UTC, to the second and without its zone, as JUnit's schema wants it. */
const isoSeconds = (time: Date): string => time.toISOString().slice(0, 19);

function indented<One>(elements: readonly One[], depth: number): (One | string)[] {
  return elements.length ? [...elements.flatMap((one) => [`\n${'  '.repeat(depth + 1)}`, one]), `\n${'  '.repeat(depth)}`] : [];
}
