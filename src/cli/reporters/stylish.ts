import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { say, type Text } from '../../core/language.ts';
import { paintFor, printable } from '../display.ts';
import { nothingLine, type LintReport } from './reporter.ts';

const CLEAN: Text = { en: '{files} Markdown files read, no problems found.', ko: 'Markdown 파일 {files}개를 읽었고 문제가 없습니다.' };
const CLEAN_ONE: Text = { en: '1 Markdown file read, no problems found.', ko: 'Markdown 파일 1개를 읽었고 문제가 없습니다.' };
const SUMMARY: Text = { en: '{counts} in {files} of {all} Markdown files', ko: 'Markdown 파일 {all}개 중 {files}개에서 {counts}' };
const ONE_FILE: Text = { en: '{counts} in 1 Markdown file', ko: 'Markdown 파일 1개에서 {counts}' };
const COUNTS = {
  error: { one: { en: '1 error', ko: '오류 1개' }, many: { en: '{count} errors', ko: '오류 {count}개' } },
  warning: { one: { en: '1 warning', ko: '경고 1개' }, many: { en: '{count} warnings', ko: '경고 {count}개' } },
  info: { one: { en: '1 note', ko: '알림 1개' }, many: { en: '{count} notes', ko: '알림 {count}개' } },
} satisfies Record<string, { one: Text; many: Text }>;

/** Findings by file for people, with a summary at the end. */
export function stylish({ files, language, color, nothing }: LintReport): string {
  if (nothing) return nothingLine(nothing, language);
  const found = files.filter(({ findings }) => findings.length);
  if (!found.length) return `${say(files.length === 1 ? CLEAN_ONE : CLEAN, language, { files: files.length })}\n`;
  const paint = paintFor(color);
  const report = reporter(found.map(({ pathFromCwd, findings }) => {
    const file = new VFile({ path: printable(pathFromCwd) });
    for (const finding of findings) {
      const message = file.message(printable(finding.reason), { ...(finding.place ? { place: finding.place } : {}), ruleId: finding.ruleId });
      message.fatal = finding.fatal;
    }
    return file;
  }), { color });
  const all = found.flatMap(({ findings }) => findings.map(({ severity }) => (severity === 'hint' ? 'info' : severity)));
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = all.filter((one) => one === severity).length;
    if (!count) return [];
    const words = say(count === 1 ? COUNTS[severity].one : COUNTS[severity].many, language, { count });
    return [severity === 'error' ? `${paint('✖', 'red')} ${words}` : severity === 'warning' ? `${paint('⚠', 'yellow')} ${words}` : words];
  }).join(', ');
  const summary = say(files.length === 1 ? ONE_FILE : SUMMARY, language, { counts, files: found.length, all: files.length });
  // vfile-reporter ends with a count of its own, in English and without the files.
  return `${all.some((severity) => severity !== 'info') ? report.slice(0, report.lastIndexOf('\n\n')) : report}\n\n${summary}\n`;
}
