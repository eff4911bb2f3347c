import { dayOf } from '../../core/calendar.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { takeAsked } from '../asked.ts';
import type { Args, ExitCode } from '../commands/command.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { ruleSettings } from '../linting/rule-settings.ts';
import { lintTargets } from '../linting/targets.ts';
import { writeOut } from '../linting/telling.ts';
import type { Part } from './part.ts';
import type { Shard } from './share.ts';
import { ShardWriting } from './writing.ts';

const TEXTS = {
  shape: { en: '"--shard {given}" has to be the number of the shard and how many there are, such as "--shard 3/8"', ko: '"--shard {given}"은(는) "--shard 3/8"처럼 몇 번째 몫인지와 모두 몇 개인지로 써야 합니다' },
  beyond: { en: '"--shard {given}" is not there; with {of} shards write "1/{of}" to "{of}/{of}"', ko: '"--shard {given}"은(는) 없는 몫입니다. 몫이 {of}개면 "1/{of}"부터 "{of}/{of}"까지 쓸 수 있습니다' },
  'no-out': { en: '"--shard" needs "--out FILE", the file that docket merge reads', ko: '"--shard"에는 docket merge가 읽을 파일을 알리는 "--out 파일"이 필요합니다' },
  judging: { en: '"{option}" is about what all shards find; write it behind "docket merge"', ko: '"{option}"은(는) 모든 몫의 결과에 대한 옵션입니다. "docket merge" 뒤에 쓰세요' },
  written: { en: 'Shard {index} of {of}: Markdown files read here: {count}. docket merge shows what was found.', ko: '몫 {of}개 중 {index}번째: 여기서 읽은 Markdown 파일 {count}개. 찾은 것은 docket merge가 보여 줍니다.' },
} satisfies Record<string, Text>;

/** No run is cut into more shards. */
const MOST = 10_000;

/** The shard that `--shard` names. Throws a Failure where there is no such shard. */
export function shardOf(given: string, language: Language): Shard {
  const found = /^(\d{1,9})\/(\d{1,9})$/.exec(given);
  const [index, of] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || of < 1 || of > MOST) throw failure(TEXTS.shape, language, { given });
  if (index < 1 || index > of) throw failure(TEXTS.beyond, language, { given, of });
  return { index, of };
}

/** Checks one share of what is asked for, and writes it for `docket merge`, which judges it. Throws a Failure where it cannot. */
export async function lintShard(shard: Shard, args: Args, io: Io): Promise<ExitCode> {
  const language = args.lang ?? args.userLanguage;
  const { out, rule = [], changed } = args.options as { readonly out?: string; readonly rule?: readonly string[]; readonly changed?: string | true };
  const judging = Object.entries(JUDGING).find(([name, usual]) => args.options[name] !== usual)?.[0];
  if (judging) throw failure(TEXTS.judging, language, { option: judging === 'maxWarnings' ? '--max-warnings' : `--${judging}` });
  if (out === undefined) throw failure(TEXTS['no-out'], language);
  const writing = new ShardWriting(shard);
  const { language: shown } = await takeAsked(args, io, () => Promise.resolve(), {
    targets: await lintTargets(args, io), rules: ruleSettings(rule, language), sharing: writing,
    ahead: (workspace, names, told) => workspace.lintAhead(names, told),
  });
  const part: Part = {
    docket: 'part', version: 1, engine: io.release, shard,
    asked: { paths: [...args.operands], rules: [...rule], changed: changed ?? null },
    said: { language: args.userLanguage, alwaysLanguage: args.lang ?? null, today: dayOf(io.now()) },
    folders: [...writing.folders()],
  };
  await writeOut(out, JSON.stringify(part), { language, io });
  io.out(`${say(TEXTS.written, shown, { ...shard, count: part.folders.reduce((sum, { documents }) => sum + documents.length, 0) })}\n`);
  return 0;
}

/** The options that say how all findings are told and judged, with what they are where nobody wrote them. */
const JUDGING = { format: 'stylish', quiet: undefined, maxWarnings: undefined, baseline: undefined };
