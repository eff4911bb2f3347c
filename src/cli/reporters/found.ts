import type { Finding } from '../../core/finding.ts';
import { isMended } from '../../core/fix-all.ts';
import type { LintedFile } from './reporter.ts';
import { placeOf } from './place.ts';

/** A finding as the contract of the JSON formats has it: `fixable` is what `--fix` mends. */
export function foundJson({ pathFromCwd }: LintedFile, finding: Finding): object {
  return {
    path: pathFromCwd,
    ...placeOf(finding),
    rule: finding.ruleId,
    severity: levelOf(finding),
    message: finding.reason,
    data: finding.data,
    fixable: isMended(finding),
  };
}

export type Level = 'info' | 'warning' | 'error';

/** How much a finding weighs outside of the editor, which alone tells a hint from information. */
export function levelOf({ severity }: Pick<Finding, 'severity'>): Level {
  return severity === 'hint' ? 'info' : severity;
}
