import path from 'node:path';
import { say, type Text } from '../../core/language.ts';
import { progressLine } from '../progress.ts';
import { lintReporters } from '../reporters/index.ts';
import type { LintReport } from '../reporters/reporter.ts';
import { pathFromCwd, shownPath, targetsOf } from '../targets.ts';
import { languageOfOutput, openWorkspace } from '../workspaces.ts';
import { PATHS, type Command } from './command.ts';

const MORE: Text = {
  en: 'Files that cannot be read, and mistakes in .docket.yaml, are reported too.\n\nExamples:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
  ko: '읽을 수 없는 파일과 .docket.yaml의 잘못도 알려 줍니다.\n\n예:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
};
const LEFT_OUT: Text = { en: '"{path}" is excluded by .docket.yaml and was not checked', ko: '"{path}"은(는) .docket.yaml에서 제외되어 검사하지 않았습니다' };

/** `docket lint`: the problems of documents. */
export const lint: Command = {
  name: 'lint',
  summary: { en: 'show the problems of documents', ko: '문서의 문제를 보여 줍니다' },
  operands: [PATHS],
  options: [{ flags: '--format <format>', text: { en: 'how to print what was found', ko: '찾은 것을 출력하는 형식' }, choices: Object.keys(lintReporters), default: 'stylish' }],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const files: LintReport['files'][number][] = [];
    const seen = new Set<string>();
    let language = args.lang;
    const progress = progressLine(io, args.lang ?? args.userLanguage);
    for (const target of await targetsOf(args.operands, io.cwd, args.lang ?? args.userLanguage)) {
      const workspace = await openWorkspace(target, args, io, progress);
      language ??= languageOfOutput(workspace, args);
      const known = workspace.paths();
      const wanted = target.only ? known.filter((one) => target.only!.has(one)) : known;
      for (const [one, given] of target.only ?? []) {
        if (!wanted.includes(one) && workspace.configurationOf(one).excludes(one)) io.err(`docket: ${say(LEFT_OUT, language, { path: given })}\n`);
      }
      for (const [done, one] of wanted.entries()) {
        progress.checking({ done, total: wanted.length });
        const absolute = path.join(target.root, one);
        if (seen.has(absolute)) continue;
        seen.add(absolute);
        files.push({ path: shownPath(target, one), pathFromCwd: pathFromCwd(target, one, io.cwd), findings: await workspace.lint(one) });
      }
    }
    progress.end();
    const report = lintReporters[args.options['format'] as keyof typeof lintReporters];
    io.out(report({ files, language: language ?? args.userLanguage, color: io.color, columns: io.columns }));
    return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning')) ? 1 : 0;
  },
};
