import { SEVERITIES } from '../../core/finding.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { rules } from '../../core/rules/index.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { STATUS_GROUPS, type StatusGroup } from '../../core/status-group.ts';
import { KIND_WORDS } from '../../core/trees/words.ts';
import { paintFor, type Paint } from '../display.ts';
import type { Io } from '../io.ts';
import { knownRule } from './rule-settings.ts';

const TEXTS = {
  severity: { en: 'Severity', ko: '심각도' },
  fixable: { en: 'Has a fix', ko: '자동 수정' },
  yes: { en: 'yes', ko: '있음' },
  no: { en: 'no', ko: '없음' },
  kinds: { en: 'Documents', ko: '문서 종류' },
  says: { en: 'Says', ko: '알리는 말' },
  mends: { en: 'Fix', ko: '고치는 방법' },
  // Everything above it is in the user's language.
  page: { en: '', ko: '자세한 설명과 예는 영어로만 있습니다.\n\n' },
} satisfies Record<string, Text>;

const GROUPS: Readonly<Record<StatusGroup, Text>> = {
  draft: { en: 'draft', ko: '초안' },
  open: { en: 'open', ko: '열림' },
  accepted: { en: 'accepted', ko: '승인됨' },
  closed: { en: 'closed', ko: '닫힘' },
};

const LEVELS: Readonly<Record<(typeof SEVERITIES)[number] | 'off', Text>> = {
  off: { en: 'off', ko: '끔' },
  hint: { en: 'hint', ko: '힌트' },
  info: { en: 'information', ko: '정보' },
  warning: { en: 'warning', ko: '경고' },
  error: { en: 'error', ko: '오류' },
};

// The parts that a page has, by their headings and leading lines.
const PARTS: Readonly<Record<string, Text>> = {
  '## Why': { en: 'Why', ko: '이유' },
  '## Options': { en: 'Options', ko: '옵션' },
  '## Fix': { en: 'Fix', ko: '고치는 방법' },
  '## Wrong': { en: 'Wrong', ko: '잘못된 예' },
  '## Right': { en: 'Right', ko: '올바른 예' },
  'The fix gives:': { en: 'The fix gives:', ko: '고치면 이렇게 됩니다.' },
  'In Korean:': { en: 'In Korean:', ko: '한국어 문서의 예입니다.' },
};

/** What a rule is in the user's language, and then its page, for a terminal. Throws a Failure where there is no such rule. */
export async function explainRule(given: string, io: Io, language: Language): Promise<string> {
  const id = given === 'configuration' ? given : knownRule(given, language);
  const paint = paintFor(io.color);
  const rule = rules.find((one) => one.id === id);
  const page = laidOut((await io.rulePageText(id)).replace(/^# .*\n+/, ''), paint, language);
  return `${paint(id, 'bold')}\n${rule ? `${headOf(rule, language)}\n` : ''}\n${say(TEXTS.page, language)}${page}`;
}

/** Every rule with what it asks for, a line each. */
export function listRules(language: Language): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, meta }) => `${id.padEnd(width)}  ${say(meta.title, language)}\n`).join('');
}

function headOf({ meta }: Rule, language: Language): string {
  const weights = STATUS_GROUPS.map((group) => [say(GROUPS[group], language), say(LEVELS[meta.severity[group]], language)] as const);
  const isSame = new Set(weights.map(([, level]) => level)).size === 1;
  const lines: [Text, string][] = [
    [TEXTS.severity, isSame ? weights[0]![1] : weights.map(([group, level]) => `${group}: ${level}`).join(', ')],
    [TEXTS.fixable, say(meta.fixable ? TEXTS.yes : TEXTS.no, language)],
    ...(meta.kinds ? [[TEXTS.kinds, meta.kinds.map((kind) => say(KIND_WORDS[kind]?.many ?? { en: kind, ko: kind }, language)).join(', ')] as [Text, string]] : []),
    ...Object.values(meta.messages).map((message): [Text, string] => [TEXTS.says, say(message, language)]),
    ...[...new Set(Object.values(meta.fixes ?? {}).flatMap((title) => (title ? [say(title, language)] : [])))].map((title): [Text, string] => [TEXTS.mends, title]),
  ];
  return [say(meta.title, language), '', ...lines.map(([label, text]) => `${say(label, language)}: ${text}`)].join('\n');
}

// Headings stand out, and an example is indented below the path of its file.
function laidOut(page: string, paint: Paint, language: Language): string {
  let fence = '';
  return page.split('\n').flatMap((line) => {
    const [, ticks, , path = ''] = /^(`{3,})(\w*) ?(.*)$/.exec(line) ?? [];
    if (fence !== '') {
      if (line === fence) fence = '';
      return fence === '' ? [] : [line === '' ? '' : `    ${line}`];
    }
    if (ticks) {
      fence = ticks;
      return path === '' ? [] : [paint(`  ${path}`, 'dim')];
    }
    const part = PARTS[line];
    const said = part ? say(part, language) : line.replace(/^#+ /, '');
    return [/^#{1,6} /.test(line) ? paint(said, 'bold') : said];
  }).join('\n');
}
