import { say, type Language, type Text } from '../../core/language.ts';
import { levelOf } from './found.ts';
import type { LintedFile } from './reporter.ts';

const CLEAN: Text = { en: '{files} Markdown files read, no problems found.', ko: 'Markdown 파일 {files}개를 읽었고 문제가 없습니다.' };
const CLEAN_ONE: Text = { en: '1 Markdown file read, no problems found.', ko: 'Markdown 파일 1개를 읽었고 문제가 없습니다.' };
const SUMMARY: Text = { en: '{counts} in {files} of {all} Markdown files', ko: 'Markdown 파일 {all}개 중 {files}개에서 {counts}' };
const ONE_FILE: Text = { en: '{counts} in 1 Markdown file', ko: 'Markdown 파일 1개에서 {counts}' };
const COUNTS = {
  error: { one: { en: '1 error', ko: '오류 1개' }, many: { en: '{count} errors', ko: '오류 {count}개' } },
  warning: { one: { en: '1 warning', ko: '경고 1개' }, many: { en: '{count} warnings', ko: '경고 {count}개' } },
  info: { one: { en: '1 note', ko: '알림 1개' }, many: { en: '{count} notes', ko: '알림 {count}개' } },
} satisfies Record<string, { one: Text; many: Text }>;

type Level = keyof typeof COUNTS;

/** How much was found in how many documents, in one sentence; `mark` stands in front of the count of its level. */
export function countsLine(files: readonly LintedFile[], language: Language, mark: (level: Level) => string = () => ''): string {
  const found = files.filter(({ findings }) => findings.length);
  if (!found.length) return say(files.length === 1 ? CLEAN_ONE : CLEAN, language, { files: files.length });
  const all = found.flatMap(({ findings }) => findings.map(levelOf));
  const counts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const count = all.filter((one) => one === level).length;
    return count ? [`${mark(level)}${say(count === 1 ? COUNTS[level].one : COUNTS[level].many, language, { count })}`] : [];
  }).join(', ');
  return say(files.length === 1 ? ONE_FILE : SUMMARY, language, { counts, files: found.length, all: files.length });
}
