import { say, type Text } from '../../core/language.ts';
import type { Progress, Workspace } from '../../core/workspace.ts';
import { takeAsked } from '../asked.ts';
import { BrokenCache } from '../cache/parts.ts';
import { cachePlace } from '../cache/place.ts';
import type { Io } from '../io.ts';
import { baselinesOf } from '../linting/baselines.ts';
import { explainRule, listRules } from '../linting/explain-rule.ts';
import { checkFixOptions, fixAsked } from '../linting/fix.ts';
import { ruleSettings } from '../linting/rule-settings.ts';
import { lintTargets } from '../linting/targets.ts';
import { foundIn, tell, TELLING } from '../linting/telling.ts';
import { levelsOf } from '../linting/tally.ts';
import { mostWarnings, verdictOf } from '../linting/verdict.ts';
import type { lintReporters } from '../reporters/lint/index.ts';
import { PATHS, type Args, type Command, type ExitCode } from './command.ts';

const MORE: Text = {
  en: 'Files and folders that cannot be read, and mistakes in .docket.yaml, are reported too.\nErrors and warnings end with 1; with --max-warnings N errors and more than N warnings do, also those that --quiet hides.\n\nExamples:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --changed origin/main --format github\n  docket lint --rule required-sections=error --max-warnings 10\n  docket lint --fix --dry-run\n  docket lint --stdin --stdin-filename docs/decisions/0007-a.md < draft.md',
  ko: '읽을 수 없는 파일과 폴더, .docket.yaml의 잘못도 알려 줍니다.\n오류나 경고가 있으면 1로 끝납니다. --max-warnings N을 쓰면 오류가 있거나 경고가 N개를 넘을 때만 1로 끝나며, --quiet이 감춘 경고도 셉니다.\n\n예:\n  docket lint\n  docket lint docs/decisions README.md\n  docket lint --changed origin/main --format github\n  docket lint --rule required-sections=error --max-warnings 10\n  docket lint --fix --dry-run\n  docket lint --stdin --stdin-filename docs/decisions/0007-a.md < draft.md',
};

const RECORDED: Text = { en: 'Findings accepted for now: {count}.', ko: '지금은 받아들인 발견 사항: {count}개.' };

/** `docket lint`: the problems of documents. */
export const lint: Command = {
  name: 'lint',
  summary: { en: 'show the problems of documents', ko: '문서의 문제를 보여 줍니다' },
  operands: [PATHS],
  options: [
    TELLING.format,
    { flags: '--out <file>', text: { en: 'write what was found into a file, and print only how much it is', ko: '찾은 것을 파일에 쓰고, 개수만 출력합니다' } },
    { flags: '--changed [ref]', text: { en: 'only documents that changed since the last commit shared with a branch, tag or commit (default: the default branch)', ko: '브랜치나 태그, 커밋과 공통된 마지막 커밋 이후에 바뀐 문서만(기본값: 기본 브랜치)' }, conflicts: ['staged', 'stdin'] },
    { flags: '--staged', text: { en: 'only documents that are staged, with the text that is', ko: '스테이지된 문서만, 스테이지된 내용으로' }, conflicts: ['stdin'] },
    { flags: '--stdin', text: { en: 'the text on standard input, as if it lay in the file of --stdin-filename', ko: '표준 입력의 글을 --stdin-filename 파일에 있는 것처럼 검사합니다' } },
    { flags: '--stdin-filename <name>', text: { en: 'the file that the text on standard input belongs to; it need not exist', ko: '표준 입력의 글이 속한 파일(없어도 됩니다)' } },
    { flags: '--rule <id=severity>', text: { en: 'how much a rule weighs: off, hint, info, warning or error; goes before .docket.yaml, and can be repeated', ko: '규칙의 심각도(off, hint, info, warning, error). .docket.yaml보다 우선하며 여러 번 쓸 수 있습니다' }, repeats: true },
    TELLING.quiet,
    TELLING.maxWarnings,
    TELLING.baseline,
    { flags: '--update-baseline', text: { en: 'accept what is found in the file of --baseline or .docket.yaml, and forget there what is mended', ko: '발견된 것을 --baseline이나 .docket.yaml의 파일에 기록해 받아들이고, 고친 것은 지웁니다' } },
    { flags: '--fix', text: { en: 'make the fixes of errors and warnings that need no choice, also where one changes another document, and show what is left', ko: '오류와 경고 가운데 고를 것이 없는 수정을 적용하고(다른 문서도 바꿀 수 있습니다) 남은 것을 보여 줍니다' }, conflicts: ['updateBaseline'] },
    { flags: '--dry-run', text: { en: 'with --fix: print what would change as a diff, and write nothing', ko: '--fix와 함께: 아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' } },
    { flags: '--shard <which/all>', text: { en: 'check one of several shares of the documents, such as 3/8, and write what was found into the file of --out, for docket merge', ko: '문서를 여럿으로 나눈 몫 가운데 하나만(예: 3/8) 검사하고, docket merge에 쓸 결과를 --out 파일에 씁니다' }, conflicts: ['staged', 'stdin', 'fix', 'updateBaseline', 'dryRun'] },
    { flags: '--cache-dir <folder>', text: { en: "where to remember what was read and found, so that files that have not changed need not be read again (default: the user's folder for caches)", ko: '바뀌지 않은 파일을 다시 읽지 않도록 읽은 내용과 찾은 것을 기억해 둘 폴더(기본값: 사용자의 캐시 폴더)' } },
    { flags: '--no-cache', text: { en: 'remember nothing, and use nothing that is remembered', ko: '아무것도 기억하지 않고, 기억해 둔 것도 쓰지 않습니다' } },
    { flags: '--explain [rule]', text: { en: 'what a rule asks for and why, with examples; without a rule, the list of all', ko: '규칙이 요구하는 것과 그 까닭, 예. 규칙을 쓰지 않으면 모든 규칙의 목록' } },
  ],
  more: (language) => say(MORE, language),
  async run(args, io) {
    try {
      return await lintOnce(args, io);
    } catch (error) {
      if (!(error instanceof BrokenCache)) throw error;
      return lintOnce({ ...args, options: { ...args.options, cache: false } }, io);
    }
  },
};

async function lintOnce(args: Args, io: Io): Promise<ExitCode> {
  const language = args.lang ?? args.userLanguage;
  const asked = optionsOf(args);
  if (asked.explain !== undefined) {
    io.out(asked.explain === true ? listRules(language) : await explainRule(asked.explain, io, language));
    return 0;
  }
  checkFixOptions(asked, language);
  if (asked.shard !== undefined) {
    const { lintShard, shardOf } = await import('../shards/lint-shard.ts');
    return lintShard(shardOf(asked.shard, language), args, io);
  }
  const most = mostWarnings(asked.maxWarnings, language);
  const rules = ruleSettings(asked.rule ?? [], language);
  const isUpdate = asked.updateBaseline === true;
  const baselines = await baselinesOf(asked.baseline, { cwd: io.cwd, isUpdate, language });
  const { taken, ...style } = await takeAsked(args, io, async (one, checking) => {
    checking();
    if (isUpdate) await baselines.accept(one);
    return foundIn(one, baselines);
  }, { targets: await lintTargets(args, io), rules, makesBaseline: isUpdate, ...(asked.fix ? {} : { checks: true, cache: cachePlace(asked, io.cwd, io.cacheFolder), ahead: (workspace: Workspace, names: readonly string[], told: (progress: Progress) => void) => workspace.lintAhead(names, told) }) });
  const fixed = asked.fix ? await fixAsked(taken.map((one) => one.asked), { baselines, isDry: asked.dryRun === true, io, language: style.language }) : undefined;
  if (isUpdate) {
    io.out(`${say(RECORDED, style.language, { count: await baselines.write() })}\n`);
    return 0;
  }
  if (fixed && asked.dryRun) return verdictOf(levelsOf(fixed.left.flatMap(({ findings }) => findings)), { most, isQuiet: asked.quiet === true, language: style.language }).fails || fixed.count ? 1 : 0;
  const left = fixed?.left.map(({ asked: one, findings }) => ({ asked: one, findings: () => Promise.resolve(findings) }));
  return tell({ taken: left ?? taken, ...style }, { ...asked, most, accepted: () => baselines.held(), language, io });
}

interface LintOptions {
  readonly format: keyof typeof lintReporters;
  readonly out?: string;
  readonly rule?: readonly string[];
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly explain?: string | true;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly shard?: string;
  readonly cacheDir?: string;
  readonly cache?: boolean;
}

const optionsOf = ({ options }: Args): LintOptions => options as unknown as LintOptions;
