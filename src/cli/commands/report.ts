import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../../core/calendar.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { addBurnDowns, burnDownOf, type BurnDown } from '../../core/summary/burn-down.ts';
import { summaryOf } from '../../core/summary/summary.ts';
import type { Workspace } from '../../core/workspace.ts';
import { takeAsked } from '../asked.ts';
import { complain, errorCode, failure, fileProblem } from '../failure.ts';
import type { Io } from '../io.ts';
import { progressLine } from '../progress.ts';
import { nothingLine } from '../reporters/reporter.ts';
import { summaryReporters } from '../reporters/report/index.ts';
import { pathFromCwd, slashes } from '../targets.ts';
import { PATHS, type Command } from './command.ts';

const TEXTS = {
  more: {
    en: 'markdown is to be pasted, html one web page with its pictures; csv is for a spreadsheet, ics a calendar\nof due dates, json for programs: docs/report.md says what it holds.\n\nExamples:\n  docket report\n  docket report --format html --out open.html\n  docket report docs --format ics --out due.ics',
    ko: 'markdown은 붙여 넣기, html은 그림이 든 웹 페이지 하나, csv는 스프레드시트, ics는 기한 달력, json은 프로그램용입니다.\njson에 들어 있는 것은 docs/report.md에 있습니다.\n\n예:\n  docket report\n  docket report --format html --out open.html\n  docket report docs --format ics --out due.ics',
  },
  exists: { en: '"{path}" exists already and is no report of Docket in this format; name another file', ko: '"{path}" 파일이 이미 있고 Docket이 이 형식으로 쓴 보고서가 아닙니다. 다른 파일을 지정하세요' },
  notWritten: { en: 'cannot write "{path}": {reason}', ko: '"{path}"을(를) 쓸 수 없습니다. {reason}' },
  written: { en: 'Written: {path}', ko: '쓴 파일: {path}' },
} satisfies Record<string, Text>;

type Format = keyof typeof summaryReporters;

/** `docket report`: what is open, for whom and since when. */
export const report: Command = {
  name: 'report',
  summary: { en: 'report what is open, for whom and since when', ko: '무엇이 누구에게서 언제부터 열려 있는지 보고서로 씁니다' },
  operands: [PATHS],
  options: [
    { flags: '--format <format>', text: { en: 'how to write the report', ko: '보고서를 쓰는 형식' }, choices: Object.keys(summaryReporters), default: 'markdown' },
    { flags: '--out <file>', text: { en: 'write it to a file; an earlier report there is replaced', ko: '파일에 씁니다. 그 자리에 있던 보고서는 새것으로 바뀝니다' } },
  ],
  more: (language) => say(TEXTS.more, language),
  async run(args, io) {
    const asked = new Map<Workspace, Set<string>>();
    const { taken, nothing, language } = await takeAsked(args, io, async ({ workspace, root, name, pathFromCwd: at }) => {
      const names = asked.get(workspace) ?? new Set<string>();
      asked.set(workspace, names.add(name));
      const entry = workspace.entry(name);
      return entry ? [{ entry, at, atOf: (other: string) => (workspace.has(other) ? pathFromCwd({ root, only: undefined }, other, io.cwd) : other) }] : [];
    });
    const format = args.options['format'] as Format;
    const out = args.options['out'] as string | undefined;
    if (nothing) complain(io, nothingLine(nothing, language));
    const today = dayOf(io.now());
    const summary = summaryOf(taken.flat(), today, await historyOf(asked, today, io, language));
    const folder = out === undefined ? '' : slashes(path.relative(path.dirname(path.resolve(io.cwd, out)), io.cwd));
    const write = await summaryReporters[format]();
    const text = write({
      summary, language, name: path.basename(path.resolve(io.cwd, args.operands[0] ?? '.')),
      wayTo: (at) => (folder === '' ? at : path.posix.join(folder, at)),
    });
    if (out === undefined) io.out(text);
    else await writeReport(out, format, text, io, language);
    return 0;
  },
};

// What else lies in a folder counts only where all of it was asked for.
async function historyOf(asked: ReadonlyMap<Workspace, ReadonlySet<string>>, today: string, io: Io, language: Language): Promise<BurnDown> {
  const progress = progressLine(io, language);
  const all: BurnDown[] = [];
  for (const [workspace, names] of asked) {
    const isWhole = workspace.paths().every((name) => names.has(name));
    all.push(await burnDownOf(workspace, today, { progress: (one) => progress.reading(one), ...(isWhole ? {} : { among: names }) }));
  }
  progress.end();
  return addBurnDowns(all);
}

async function writeReport(out: string, format: Format, text: string, io: Io, language: Language): Promise<void> {
  const file = path.resolve(io.cwd, out);
  try {
    const before = await readFile(file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    const { isReport } = await import('../reporters/report/is-report.ts');
    if (before !== undefined && before !== '' && !isReport(before, format)) throw failure(TEXTS.exists, language, { path: out });
    await writeFile(file, text);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw failure(TEXTS.notWritten, language, { path: out, reason: fileProblem(error, language) });
  }
  complain(io, say(TEXTS.written, language, { path: out }));
}
