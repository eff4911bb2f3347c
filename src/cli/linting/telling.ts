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
import { nothingLine, type LintedFile, type OtherFile } from '../reporters/reporter.ts';
import type { Baselines } from './baselines.ts';
import { fromTop, othersOf } from './for-services.ts';
import { Tally } from './tally.ts';
import { verdictOf } from './verdict.ts';

const NOT_WRITTEN: Text = { en: 'cannot write "{path}": {reason}', ko: '"{path}"을(를) 쓸 수 없습니다. {reason}' };

/** A document that was asked for, and what was found in it: made when it is asked for, for thousands take much room. */
export interface Found {
  readonly asked: Asked;
  readonly findings: () => Promise<readonly Finding[]>;
}

/** What was found in a document beyond what is accepted for now. */
export const foundIn = (asked: Asked, baselines: Baselines): Found => ({ asked, findings: async () => baselines.beyond(asked, await asked.workspace.lintFully(asked.name)) });

/** How findings are judged and told, as the options say it. */
export interface Telling {
  readonly format: keyof typeof lintReporters;
  readonly out?: string;
  readonly quiet?: boolean;
  /** How many warnings pass; undefined where nothing was said. */
  readonly most: number | undefined;
  /** How many of the findings that have been asked for are accepted for now, and not told. */
  readonly accepted: () => number;
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
const needsText = ({ format }: Pick<Telling, 'format'>): boolean => format === 'sarif' || format === 'gitlab';

/** Prints or writes what was found, and returns the exit code. Throws a Failure where it cannot be written. */
export async function tell({ taken, ...style }: Taken<Found>, telling: Telling): Promise<ExitCode> {
  const { format, out, language, io } = telling;
  const tally = new Tally(telling);
  const report = lintReporters[format]({
    files: filesOf(taken, tally, telling), counts: () => tally.counts(), now: io.now(), rulePage: (id) => io.rulePageText(id).catch(() => ''),
    ...style, ...(out === undefined ? {} : { color: false, columns: undefined }),
  });
  if (out === undefined) for await (const some of gathered(report)) io.out(some);
  else {
    // The file may be a document that is told of, and stays as it is where the report cannot be made.
    const pieces: string[] = [];
    for await (const some of gathered(report)) pieces.push(some);
    await writeOut(out, pieces, { language, io });
    io.out(style.nothing ? nothingLine(style.nothing, style.language) : `${countsLines(tally.counts(), style.language).join('\n')}\n`);
  }
  const { fails, because } = verdictOf(tally.levels, { ...telling, isQuiet: telling.quiet === true, language: style.language });
  if (because) complain(io, `docket: ${because}`);
  return fails ? 1 : 0;
}

async function* filesOf(taken: readonly Found[], tally: Tally, { format, io }: Telling): AsyncGenerator<LintedFile> {
  const shownFromTop = await fromTop(io.cwd);
  for (const [index, { asked: one, findings: find }] of taken.entries()) {
    const found = await find();
    const findings = tally.add(found);
    const text = found.length && needsText({ format }) ? (await one.workspace.document(one.name)).text : '';
    const review = format === 'report' ? await one.workspace.review(one.name, { findings: found, shownAs: one.pathFromCwd, labels: taken.length > 1 ? `${index + 1}-` : '' }) : '';
    const others = format === 'sarif' ? await othersOf(findings, one, shownFromTop) : NO_OTHERS;
    yield { path: one.path, pathFromCwd: one.pathFromCwd, pathFromTop: shownFromTop(one, one.name), findings, text, review, others };
  }
}

const NO_OTHERS: ReadonlyMap<string, OtherFile> = new Map();

// Ten thousand small writes would take longer than what they write.
async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let some = '';
  for await (const piece of pieces) {
    some += piece;
    if (some.length < GATHERED) continue;
    yield some;
    some = '';
  }
  yield some;
}

/** UTF-16 units that are written at once. */
const GATHERED = 1 << 16;

/** Writes a file that an option names, piece by piece. Throws a Failure where it cannot. */
export async function writeOut(out: string, text: string | readonly string[], { language, io }: Pick<Telling, 'language' | 'io'>): Promise<void> {
  await writeFile(path.resolve(io.cwd, out), text).catch((error: unknown) => { throw failure(NOT_WRITTEN, language, { path: out, reason: fileProblem(error, language) }); });
}
