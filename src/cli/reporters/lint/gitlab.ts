import { fingerprintsOf, hashOf } from '../fingerprint.ts';
import { levelOf } from '../found.ts';
import { jsonList } from '../json-list.ts';
import { placeOf } from '../place.ts';
import type { LintReport } from '../reporter.ts';

const SEVERITIES = { info: 'info', warning: 'minor', error: 'major' } as const;

/** GitLab's Code Quality report, which its merge requests show. */
export async function* gitlab({ files }: LintReport): AsyncGenerator<string> {
  yield* jsonList(files, (file) => {
    const fingerprints = fingerprintsOf(file);
    return file.findings.map((finding, index) => {
      const { line, endLine } = placeOf(finding);
      return {
        description: finding.reason,
        check_name: finding.ruleId,
        fingerprint: hashOf(`${file.pathFromTop}\n${fingerprints[index]}`, 40),
        severity: SEVERITIES[levelOf(finding)],
        location: { path: file.pathFromTop, lines: { begin: line, end: endLine } },
      };
    });
  });
  yield '\n';
}
