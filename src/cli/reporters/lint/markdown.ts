import { say, type Language, type Text } from '../../../core/language.ts';
import { asCode, asText } from '../../../core/report/escape.ts';
import { countsLines } from '../counts.ts';
import { levelOf } from '../found.ts';
import { placeOf } from '../place.ts';
import { nothingLine, type LintedFile, type LintReport } from '../reporter.ts';

const TEXTS = {
  line: { en: 'Line', ko: '줄' },
  level: { en: 'Level', ko: '수준' },
  message: { en: 'Problem', ko: '문제' },
  rule: { en: 'Rule', ko: '규칙' },
  error: { en: 'error', ko: '오류' },
  warning: { en: 'warning', ko: '경고' },
  info: { en: 'note', ko: '알림' },
  more: { en: 'The problems of {files} more files do not fit here.', ko: '다른 파일 {files}개의 문제는 여기에 다 담지 못했습니다.' },
} satisfies Record<string, Text>;

/** UTF-16 units; GitHub takes no comment with more than 65,536 characters. */
const MOST = 60_000;

/** Markdown for a comment on a pull request: a table for each document. The first line lets a job find its comment again. */
export async function* markdown({ files, counts, language, nothing }: LintReport): AsyncGenerator<string> {
  const blocks: string[] = [];
  let length = 0;
  for await (const file of files) {
    if (length > MOST || !file.findings.length) continue;
    const block = blockOf(file, language);
    blocks.push(block);
    length += block.length;
  }
  const [summary, ...held] = nothing ? [nothingLine(nothing, language).trim()] : countsLines(counts(), language, (level) => (level === 'error' ? '❌ ' : level === 'warning' ? '⚠️ ' : ''));
  const head = `<!-- docket -->\n${[`**Docket**: ${summary}`, ...held].join('\n\n')}\n\n`;
  length = head.length;
  const shown = blocks.filter((block) => (length += block.length) <= MOST);
  const rest = counts().found - shown.length;
  yield `${head}${shown.join('')}${rest ? `${say(TEXTS.more, language, { files: rest })}\n` : ''}`;
}

function blockOf({ pathFromCwd, findings }: LintedFile, language: Language): string {
  return [
    `#### ${asCode(pathFromCwd)}`,
    '',
    `| ${[TEXTS.line, TEXTS.level, TEXTS.message, TEXTS.rule].map((text) => say(text, language)).join(' | ')} |`,
    '|---:|---|---|---|',
    ...findings.map((finding) => `| ${placeOf(finding).line} | ${say(TEXTS[levelOf(finding)], language)} | ${asText(finding.reason)} | ${asCode(finding.ruleId)} |`),
    '',
    '',
  ].join('\n');
}
