import { dayOf } from '../../core/calendar.ts';
import { languageOf, say, type Language, type Text } from '../../core/language.ts';
import { nodeFiles } from '../../files/node.ts';
import { takeAsked } from '../asked.ts';
import { digestOfText } from '../cache/answers.ts';
import { failure } from '../failure.ts';
import { baselinesOf } from '../linting/baselines.ts';
import { ruleSettings } from '../linting/rule-settings.ts';
import { lintTargets } from '../linting/targets.ts';
import { foundIn, tell, TELLING } from '../linting/telling.ts';
import { mostWarnings } from '../linting/verdict.ts';
import type { lintReporters } from '../reporters/lint/index.ts';
import { stateOf } from '../shards/folder-state.ts';
import { Merging } from '../shards/merging.ts';
import { partsOf, type NamedPart } from '../shards/together.ts';
import type { Target } from '../targets.ts';
import type { Command } from './command.ts';

const MORE: Text = {
  en: 'Run it in the same folder and on the same commit as the shards: what they could not know of each other is checked here. It shows, and judges, what one run of docket lint would find.\nErrors and warnings end with 1; with --max-warnings N errors and more than N warnings do. A shard that is missing or does not fit ends with 2.\n\nExamples:\n  docket lint --shard 1/2 --out part-1.json\n  docket lint --shard 2/2 --out part-2.json\n  docket merge part-1.json part-2.json\n  docket merge parts --format sarif --out docket.sarif',
  ko: '몫을 검사한 것과 같은 폴더, 같은 커밋에서 실행하세요. 몫끼리 서로 알 수 없던 것은 여기서 검사합니다. docket lint를 한 번에 실행할 때와 같은 결과를 보여 주고 판정합니다.\n오류나 경고가 있으면 1로 끝납니다. --max-warnings N을 쓰면 오류가 있거나 경고가 N개를 넘을 때만 1로 끝납니다. 몫이 빠졌거나 맞지 않으면 2로 끝납니다.\n\n예:\n  docket lint --shard 1/2 --out part-1.json\n  docket lint --shard 2/2 --out part-2.json\n  docket merge part-1.json part-2.json\n  docket merge parts --format sarif --out docket.sarif',
};

const TEXTS = {
  elsewhere: { en: 'the documents here are not those that "{path}" was made of; run docket merge on the same commit and in the same folder as the shards', ko: '여기 있는 문서는 "{path}"을(를) 만든 문서와 다릅니다. docket merge를 몫과 같은 커밋, 같은 폴더에서 실행하세요' },
  changed: { en: '"{document}" is not what it was when "{path}" was written; run docket merge on the same commit as the shards', ko: '"{document}"이(가) "{path}"을(를) 쓸 때와 다릅니다. docket merge를 몫과 같은 커밋에서 실행하세요' },
} satisfies Record<string, Text>;

/** `docket merge`: what the shards of one run have found, together. */
export const merge: Command = {
  name: 'merge',
  summary: { en: 'show what the shards of docket lint found, as one', ko: '나누어 검사한 docket lint의 결과를 하나로 보여 줍니다' },
  operands: [{ flags: '<part...>', text: { en: 'the files that "docket lint --shard" wrote, or a folder with them', ko: '"docket lint --shard"가 쓴 파일, 또는 그 파일이 든 폴더' } }],
  options: [
    TELLING.format,
    { flags: '--out <file>', text: { en: 'write what was found into a file, and print only how much it is', ko: '찾은 것을 파일에 쓰고, 개수만 출력합니다' } },
    TELLING.quiet,
    TELLING.maxWarnings,
    TELLING.baseline,
  ],
  more: (language) => say(MORE, language),
  async run(args, io) {
    const language = args.lang ?? args.userLanguage;
    const asked = args.options as unknown as MergeOptions;
    const most = mostWarnings(asked.maxWarnings, language);
    const baselines = await baselinesOf(asked.baseline, { cwd: io.cwd, isUpdate: false, language });
    const parts = await partsOf(args.operands, { cwd: io.cwd, release: io.release, language });
    const { asked: { paths, rules }, said } = parts[0]!.part;
    const spoken = args.lang === undefined ? { lang: said.alwaysLanguage === null ? undefined : languageOf(said.alwaysLanguage), userLanguage: languageOf(said.language) } : { lang: args.lang, userLanguage: args.userLanguage };
    const here = { ...spoken, operands: paths, options: {} };
    const targets = await targetsOfParts(parts, await lintTargets(here, io), language);
    const day = dayOf(io.now());
    const isUsable = ({ part }: NamedPart): boolean => part.said.today === day && part.said.language === spoken.userLanguage && part.said.alwaysLanguage === (spoken.lang ?? null);
    const merging = new Merging((target) => parts.map((one) => ({ folder: one.part.folders[targets.indexOf(target)]!, isUsable: isUsable(one) })), (id) => io.rulePage(id));
    const taken = await takeAsked(here, io, async (one, checking) => {
      checking();
      return foundIn(one, baselines);
    }, { targets, rules: ruleSettings(rules, language), sharing: merging, ahead: (workspace, names, told) => workspace.lintAhead(names, told) });
    return tell(taken, { ...asked, most, accepted: () => baselines.held(), language, io });
  },
};

interface MergeOptions {
  readonly format: keyof typeof lintReporters;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly baseline?: string;
}

// The folders of the shards, as they lie here. Throws a Failure where they are not the same.
async function targetsOfParts(parts: readonly NamedPart[], targets: readonly Target[], language: Language): Promise<Target[]> {
  const [first] = parts;
  const { folders } = first!.part;
  if (targets.length !== folders.length) throw failure(TEXTS.elsewhere, language, { path: first!.name });
  return Promise.all(targets.map(async (one, at) => {
    const target: Target = folders[at]!.ref === null ? one : { ...one, deep: true };
    const files = nodeFiles(target.root, { deep: target.deep ?? target.only === undefined });
    const { above, files: listed, configuration } = await stateOf(target, files);
    const folder = folders[at]!;
    if (above !== folder.above || listed !== folder.files || configuration !== folder.configuration) throw failure(TEXTS.elsewhere, language, { path: first!.name });
    for (const { name, part } of parts) {
      const { documents, others } = part.folders[at]!;
      for (const [one, digest] of [...documents.map((document) => [document.path, document.digest] as const), ...Object.entries(others)]) {
        if (digestOfText(await files.read(one)) !== digest) throw failure(TEXTS.changed, language, { document: one, path: name });
      }
    }
    if (folder.ref === null) return target;
    const checked = parts.flatMap(({ part }) => part.folders[at]!.documents.flatMap((one) => (one.checked ? [one.path] : [])));
    return { ...target, ...(folder.revision === null ? {} : { revision: folder.revision }), among: { paths: new Set(checked), ref: folder.ref } };
  }));
}
