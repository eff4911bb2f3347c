import type { Finding } from '../../core/finding.ts';
import type { LintedFile } from './reporter.ts';
import { placeOf } from './place.ts';

/** A finding as the contract of the JSON formats has it. */
export function foundJson({ path }: LintedFile, finding: Finding): object {
  return {
    path,
    ...placeOf(finding),
    rule: finding.ruleId,
    severity: levelOf(finding),
    message: finding.reason,
    data: finding.data,
    fixable: finding.fixes.length > 0,
  };
}

/** How much a finding weighs outside of the editor, which alone tells a hint from information. */
export function levelOf({ severity }: Pick<Finding, 'severity'>): 'info' | 'warning' | 'error' {
  return severity === 'hint' ? 'info' : severity;
}
