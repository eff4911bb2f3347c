import type { RuleSettings } from '../../core/config.ts';
import { LEVELS } from '../../core/config/schema.ts';
import type { Language, Text } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import { rules } from '../../core/rules/index.ts';
import { failure } from '../failure.ts';

const TEXTS = {
  shape: { en: '"--rule {given}" has to be a rule and its severity, such as "--rule required-sections=error"', ko: '"--rule {given}"은(는) "--rule required-sections=error"처럼 규칙과 심각도로 써야 합니다' },
  severity: { en: '"{severity}" in "--rule {given}" is no severity; use one of {known}', ko: '"--rule {given}"의 "{severity}"은(는) 심각도가 아닙니다. {known} 중 하나를 쓰세요' },
  unknown: { en: 'there is no rule "{rule}"; "docket lint --explain" lists those that there are', ko: '"{rule}" 규칙은 없습니다. "docket lint --explain"으로 규칙 목록을 볼 수 있습니다' },
  similar: { en: 'there is no rule "{rule}"; did you mean "{similar}"?', ko: '"{rule}" 규칙은 없습니다. "{similar}"을(를) 뜻하셨나요?' },
} satisfies Record<string, Text>;

/** What `--rule ID=SEVERITY` says, the later before the earlier. Throws a Failure where it says nothing. */
export function ruleSettings(given: readonly string[], language: Language): RuleSettings {
  return Object.fromEntries(given.map((one) => {
    const at = one.indexOf('=');
    if (at <= 0) throw failure(TEXTS.shape, language, { given: one });
    const severity = LEVELS.find((level) => level === one.slice(at + 1));
    const id = knownRule(one.slice(0, at), language);
    if (!severity) throw failure(TEXTS.severity, language, { given: one, severity: one.slice(at + 1), known: LEVELS.join(', ') });
    return [id, severity];
  }));
}

/** The id of a rule that somebody wrote. Throws a Failure where there is none. */
export function knownRule(id: string, language: Language): string {
  const known = rules.map((rule) => rule.id);
  if (known.includes(id)) return id;
  const similar = nearest(id, known);
  throw similar ? failure(TEXTS.similar, language, { rule: id, similar }) : failure(TEXTS.unknown, language, { rule: id });
}
