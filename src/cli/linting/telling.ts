import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../../core/finding.ts';
import type { Language, Text } from '../../core/language.ts';
import type { Asked, Taken } from '../asked.ts';
import type { ExitCode, Option } from '../commands/command.ts';
import { complain, failure, fileProblem } from '../failure.ts';
import type { Io } from '../io.ts';
import { countsLines } from '../reporters/counts.ts';
import { lintReporters } from '../reporters/lint/index.ts';
import { nothingLine } from '../reporters/reporter.ts';
import { fromTop, othersOf, pagesOf } from './for-services.ts';
import { verdictOf } from './verdict.ts';

const NOT_WRITTEN: Text = { en: 'cannot write "{path}": {reason}', ko: '"{path}"을(를) 쓸 수 없습니다. {reason}' };

/** A document that was asked for, with what was found in it and the text in which it lies. */
export interface Found {
  readonly asked: Asked;
  readonly findings: readonly Finding[];
  readonly text: string;
}

/** How findings are judged and told, as the options say it. */
export interface Telling {
  readonly format: keyof typeof lintReporters;
  readonly out?: string;
  readonly quiet?: boolean;
  /** How many warnings pass; undefined where nothing was said. */
  readonly most: number | undefined;
  /** How many findings are accepted for now, and not among those that are told. */
  readonly accepted: number;
  /** The user's language, for what cannot be told. */
  readonly language: Language;
  readonly io: Io;
}

/** The options that judge and tell findings, of every command that has some. */
export const TELLING = {
  format: { flags: '--format <format>', text: { en: 'how to print what was found', ko: '찾은 것을 출력하는 형식' }, choices: Object.keys(lintReporters), default: 'stylish' },
  quiet: { flags: '--quiet', text: { en: 'only errors', ko: '오류만' } },
  maxWarnings: { flags: '--max-warnings <count>', text: { en: 'how many warnings still pass; -1 for any number', ko: '통과로 볼 경고 수(-1은 제한 없음)' } },
  baseline: { flags: '--baseline <file>', text: { en: 'a file with findings that are accepted for now, instead of the one in .docket.yaml', ko: '.docket.yaml의 것 대신 쓸, 지금은 받아들인 발견 사항의 파일' } },
} as const satisfies Record<string, Option>;

/** The fingerprints of these formats have words of the text, and SARIF tells by its lines where something is to be replaced. */
export const needsText = ({ format }: Pick<Telling, 'format'>): boolean => format === 'sarif' || format === 'gitlab';

/** Prints or writes what was found, and returns the exit code. Throws a Failure where it cannot be written. */
export async function tell({ taken, ...style }: Taken<Found>, { format, out, quiet: isQuiet = false, most, accepted, language, io }: Telling): Promise<ExitCode> {
  const shownFromTop = await fromTop(io.cwd);
  const files = await Promise.all(taken.map(async ({ asked: one, findings, text }, index) => {
    const review = format === 'report' ? await one.workspace.review(one.name, { findings, shownAs: one.pathFromCwd, labels: taken.length > 1 ? `${index + 1}-` : '' }) : '';
    const others = format === 'sarif' ? await othersOf(findings, one, shownFromTop) : new Map<string, never>();
    return { path: one.path, pathFromCwd: one.pathFromCwd, pathFromTop: shownFromTop(one, one.name), findings, text, review, others };
  }));
  const { fails, because } = verdictOf(files.flatMap(({ findings }) => findings), { most, isQuiet, language: style.language });
  const shown = isQuiet ? files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') })) : files;
  const unshown = { accepted, quiet: countOf(files) - countOf(shown) };
  const report = lintReporters[format]({ files: shown, unshown, ...style, ...(out === undefined ? {} : { color: false, columns: undefined }), now: io.now(), rulePages: format === 'sarif' ? await pagesOf(shown, io) : new Map() });
  if (out === undefined) io.out(report);
  else {
    await writeOut(out, report, { language, io });
    io.out(style.nothing ? nothingLine(style.nothing, style.language) : `${countsLines({ files: shown, unshown, language: style.language }).join('\n')}\n`);
  }
  if (because) complain(io, `docket: ${because}`);
  return fails ? 1 : 0;
}

const countOf = (files: readonly { readonly findings: readonly Finding[] }[]): number => files.reduce((sum, { findings }) => sum + findings.length, 0);

/** Writes a file that an option names. Throws a Failure where it cannot. */
export async function writeOut(out: string, text: string, { language, io }: Pick<Telling, 'language' | 'io'>): Promise<void> {
  await writeFile(path.resolve(io.cwd, out), text).catch((error: unknown) => { throw failure(NOT_WRITTEN, language, { path: out, reason: fileProblem(error, language) }); });
}
