import { say, type Text } from '../../core/language.ts';
import { takeAsked } from '../asked.ts';
import { lintReporters } from '../reporters/index.ts';
import { PATHS, type Command } from './command.ts';

const MORE: Text = {
  en: 'Files and folders that cannot be read, and mistakes in .docket.yaml, are reported too.\n\nExamples:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
  ko: '읽을 수 없는 파일과 폴더, .docket.yaml의 잘못도 알려 줍니다.\n\n예:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --format json docs > findings.json',
};

/** `docket lint`: the problems of documents. */
export const lint: Command = {
  name: 'lint',
  summary: { en: 'show the problems of documents', ko: '문서의 문제를 보여 줍니다' },
  operands: [PATHS],
  options: [{ flags: '--format <format>', text: { en: 'how to print what was found', ko: '찾은 것을 출력하는 형식' }, choices: Object.keys(lintReporters), default: 'stylish' }],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const { taken: files, ...style } = await takeAsked(args, io, async ({ workspace, name, path, pathFromCwd }, checking) => {
      checking();
      return { path, pathFromCwd, findings: await workspace.lint(name) };
    });
    const report = lintReporters[args.options['format'] as keyof typeof lintReporters];
    io.out(report({ files, ...style }));
    return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning')) ? 1 : 0;
  },
};
