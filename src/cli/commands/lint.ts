import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baselineText, type Baseline } from '../../core/baseline.ts';
import type { Finding } from '../../core/finding.ts';
import { say, type Text } from '../../core/language.ts';
import { takeAsked } from '../asked.ts';
import { failure } from '../failure.ts';
import { lintReporters } from '../reporters/lint/index.ts';
import { PATHS, type Command } from './command.ts';

const MORE: Text = {
  en: 'Files and folders that cannot be read, and mistakes in .docket.yaml, are reported too.\n\nExamples:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
  ko: '읽을 수 없는 파일과 폴더, .docket.yaml의 잘못도 알려 줍니다.\n\n예:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
};

const NO_BASELINE: Text = { en: 'no "baseline" in .docket.yaml holds for "{path}"; docket init --baseline names one', ko: '"{path}"에 적용되는 .docket.yaml에 "baseline"이 없습니다. docket init --baseline으로 만드세요' };
const RECORDED: Text = { en: 'Findings accepted for now: {count}.', ko: '지금은 받아들인 발견 사항: {count}개.' };

interface BaselineUpdate {
  readonly before: Baseline;
  readonly findings: Map<string, readonly Finding[]>;
}

/** `docket lint`: the problems of documents. */
export const lint: Command = {
  name: 'lint',
  summary: { en: 'show the problems of documents', ko: '문서의 문제를 보여 줍니다' },
  operands: [PATHS],
  options: [
    { flags: '--format <format>', text: { en: 'how to print what was found', ko: '찾은 것을 출력하는 형식' }, choices: Object.keys(lintReporters), default: 'stylish' },
    { flags: '--update-baseline', text: { en: 'accept what is found in the file that "baseline" in .docket.yaml names, and forget there what is mended', ko: '발견된 것을 .docket.yaml의 "baseline" 파일에 기록해 받아들이고, 고친 것은 지웁니다' } },
  ],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const isUpdate = args.options['updateBaseline'] === true;
    const baselines = new Map<string, BaselineUpdate>();
    const { taken: files, ...style } = await takeAsked(args, io, async ({ workspace, name, path, pathFromCwd, root }, checking) => {
      checking();
      if (isUpdate) {
        const { baseline } = workspace.configurationOf(name);
        if (!baseline) throw failure(NO_BASELINE, args.lang ?? args.userLanguage, { path: pathFromCwd });
        const file = join(root, ...baseline.file.split('/'));
        const update = baselines.get(file) ?? { before: baseline.documents, findings: new Map() };
        update.findings.set(baseline.nameOf(name), await workspace.lintFully(name));
        baselines.set(file, update);
      }
      const findings = await workspace.lint(name);
      return { path, pathFromCwd, findings, text: findings.length ? (await workspace.document(name)).text : '' };
    });
    for (const [file, { before, findings }] of baselines) await writeFile(file, baselineText(findings, before));
    if (isUpdate) {
      const count = [...baselines.values()].flatMap(({ findings }) => [...findings.values()].flat()).length;
      io.out(`${say(RECORDED, style.language, { count })}\n`);
      return 0;
    }
    const report = lintReporters[args.options['format'] as keyof typeof lintReporters];
    io.out(report({ files, ...style, now: io.now(), rulePage: (id) => io.rulePage(id) }));
    return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning')) ? 1 : 0;
  },
};
