import { LEVELS } from '../core/config/schema.ts';
import { LANGUAGES, say, type Language, type MessageData, type Text } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { rules } from '../core/rules/index.ts';

const TEXTS = {
  shape: { en: 'The options of remark-docket have to be an object with {known}.', ko: 'remark-docket의 옵션은 {known}이(가) 있는 객체여야 합니다.' },
  option: { en: 'remark-docket has no option "{key}"; use one of {known}.', ko: 'remark-docket에는 "{key}" 옵션이 없습니다. {known} 중 하나를 쓰세요.' },
  language: { en: 'The option "language" of remark-docket has to be one of {known}.', ko: 'remark-docket의 옵션 "language"에는 {known} 중 하나를 써야 합니다.' },
  rules: { en: 'The option "rules" of remark-docket has to hold rules and their severities, such as {example}.', ko: 'remark-docket의 옵션 "rules"에는 {example}처럼 규칙과 심각도를 써야 합니다.' },
  severity: { en: 'The severity of "{rule}" in the options of remark-docket has to be one of {known}.', ko: 'remark-docket의 옵션에서 "{rule}"의 심각도는 {known} 중 하나여야 합니다.' },
  similar: { en: 'There is no rule "{rule}", which the options of remark-docket name; did you mean "{similar}"?', ko: 'remark-docket의 옵션에 쓴 "{rule}" 규칙은 없습니다. "{similar}"을(를) 뜻하셨나요?' },
  unknown: { en: 'There is no rule "{rule}", which the options of remark-docket name; docket lint --explain lists those that there are.', ko: 'remark-docket의 옵션에 쓴 "{rule}" 규칙은 없습니다. docket lint --explain으로 규칙 목록을 볼 수 있습니다.' },
} satisfies Record<string, Text>;

const KNOWN = ['language', 'rules'];

/** What is wrong with what somebody wrote as the plugin's options, one sentence each. */
export function optionMistakes(options: unknown, language: Language): string[] {
  const told = (text: Text, data: MessageData = {}): string => say(text, language, data);
  if (!isRecord(options)) return [told(TEXTS.shape, { known: KNOWN.join(', ') })];
  const others = Object.keys(options).filter((key) => !KNOWN.includes(key));
  const { language: wanted, rules: settings } = options;
  return [
    ...others.map((key) => told(TEXTS.option, { key, known: KNOWN.join(', ') })),
    ...(wanted === undefined || LANGUAGES.some((one) => one === wanted) ? [] : [told(TEXTS.language, { known: LANGUAGES.join(', ') })]),
    ...(settings === undefined ? [] : isRecord(settings) ? Object.entries(settings).flatMap(([rule, severity]) => mistakeOf(rule, severity, told)) : [told(TEXTS.rules, { example: '{"required-sections": "error"}' })]),
  ];
}

function mistakeOf(rule: string, severity: unknown, told: (text: Text, data: MessageData) => string): string[] {
  const known = rules.map(({ id }) => id);
  if (!known.includes(rule)) {
    const similar = nearest(rule, known);
    return [similar === undefined ? told(TEXTS.unknown, { rule }) : told(TEXTS.similar, { rule, similar })];
  }
  return LEVELS.some((level) => level === severity) ? [] : [told(TEXTS.severity, { rule, known: LEVELS.join(', ') })];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
