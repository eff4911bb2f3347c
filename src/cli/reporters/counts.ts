import { say, type Language, type Text } from '../../core/language.ts';
import type { Level } from './found.ts';
import type { Counts, Unshown } from './reporter.ts';

const CLEAN: Text = { en: '{files} Markdown files read, no problems found.', ko: 'Markdown 파일 {files}개를 읽었고 문제가 없습니다.' };
const CLEAN_ONE: Text = { en: '1 Markdown file read, no problems found.', ko: 'Markdown 파일 1개를 읽었고 문제가 없습니다.' };
const QUIET: Text = { en: '{files} Markdown files read, no errors found.', ko: 'Markdown 파일 {files}개를 읽었고 오류가 없습니다.' };
const QUIET_ONE: Text = { en: '1 Markdown file read, no errors found.', ko: 'Markdown 파일 1개를 읽었고 오류가 없습니다.' };
const UNSHOWN = {
  quiet: { one: { en: '1 warning or note is not shown.', ko: '경고나 알림 1개는 표시하지 않았습니다.' }, many: { en: '{count} warnings and notes are not shown.', ko: '경고와 알림 {count}개는 표시하지 않았습니다.' } },
  accepted: { one: { en: '1 problem is accepted for now by the baseline.', ko: '문제 1개는 베이스라인에서 지금은 받아들였습니다.' }, many: { en: '{count} problems are accepted for now by the baseline.', ko: '문제 {count}개는 베이스라인에서 지금은 받아들였습니다.' } },
} satisfies Record<keyof Unshown, { one: Text; many: Text }>;
const SUMMARY: Text = { en: '{counts} in {files} of {all} Markdown files', ko: 'Markdown 파일 {all}개 중 {files}개에서 {counts}' };
const ONE_FILE: Text = { en: '{counts} in 1 Markdown file', ko: 'Markdown 파일 1개에서 {counts}' };
const COUNTS = {
  error: { one: { en: '1 error', ko: '오류 1개' }, many: { en: '{count} errors', ko: '오류 {count}개' } },
  warning: { one: { en: '1 warning', ko: '경고 1개' }, many: { en: '{count} warnings', ko: '경고 {count}개' } },
  info: { one: { en: '1 note', ko: '알림 1개' }, many: { en: '{count} notes', ko: '알림 {count}개' } },
} satisfies Record<Level, { one: Text; many: Text }>;

/** How much was found in how many documents, and on lines of their own what is not shown of it; `mark` stands in front of the count of its level. */
export function countsLines(counts: Counts, language: Language, mark: (level: Level) => string = () => ''): string[] {
  const { unshown } = counts;
  const held = (['quiet', 'accepted'] as const).flatMap((why) => (unshown[why] ? [say(UNSHOWN[why][unshown[why] === 1 ? 'one' : 'many'], language, { count: unshown[why] })] : []));
  return [countsLine(counts, language, mark), ...held];
}

function countsLine({ documents, found, shown, unshown: { quiet } }: Counts, language: Language, mark: (level: Level) => string): string {
  if (!found && quiet) return say(documents === 1 ? QUIET_ONE : QUIET, language, { files: documents });
  if (!found) return say(documents === 1 ? CLEAN_ONE : CLEAN, language, { files: documents });
  const counts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const count = shown[level];
    return count ? [`${mark(level)}${say(count === 1 ? COUNTS[level].one : COUNTS[level].many, language, { count })}`] : [];
  }).join(', ');
  return say(documents === 1 ? ONE_FILE : SUMMARY, language, { counts, files: found, all: documents });
}
