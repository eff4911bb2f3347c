import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Language, Text } from '../../core/language.ts';
import { failure, fileProblem } from '../failure.ts';
import { readPart, type Part } from './part.ts';

const TEXTS = {
  unreadable: { en: 'cannot read "{path}": {reason}', ko: '"{path}"을(를) 읽을 수 없습니다. {reason}' },
  none: { en: 'there is no part in the folder "{path}"; a part is a .json file that "docket lint --shard" has written', ko: '"{path}" 폴더에 몫이 없습니다. 몫은 "docket lint --shard"가 쓴 .json 파일입니다' },
  foreign: { en: '"{path}" is not what "docket lint --shard" writes; leave it out, or run that shard again', ko: '"{path}"은(는) "docket lint --shard"가 쓴 파일이 아닙니다. 빼거나 그 몫을 다시 실행하세요' },
  engine: { en: '"{path}" was written by another version of Docket; use one version for the shards and for docket merge', ko: '"{path}"은(는) 다른 버전의 Docket이 쓴 파일입니다. 몫과 docket merge에 같은 버전을 쓰세요' },
  count: { en: '"{path}" is one of {of} shards, and "{other}" one of {others}; name the parts of one run', ko: '"{path}"은(는) 몫 {of}개 중 하나이고 "{other}"은(는) {others}개 중 하나입니다. 한 번에 실행한 몫만 지정하세요' },
  twice: { en: 'shard {index} is there twice, in "{other}" and in "{path}"; leave one of them out', ko: '{index}번째 몫이 "{other}"와(과) "{path}"에 두 번 있습니다. 하나를 빼세요' },
  missing: { en: 'of {of} shards these are missing: {missing}; wait until they are written, or run them again', ko: '몫 {of}개 중 {missing}번째가 없습니다. 다 쓰일 때까지 기다리거나 다시 실행하세요' },
  asked: { en: '"{path}" and "{other}" come from different calls of docket lint; give every shard the same paths and options', ko: '"{path}"와(과) "{other}"은(는) 서로 다르게 실행한 docket lint의 결과입니다. 모든 몫에 같은 경로와 옵션을 쓰세요' },
  configuration: { en: '"{path}" and "{other}" were made with different configurations; run every shard on the same commit', ko: '"{path}"와(과) "{other}"은(는) 서로 다른 설정으로 만들었습니다. 모든 몫을 같은 커밋에서 실행하세요' },
  files: { en: '"{path}" and "{other}" were made of different documents; run every shard on the same commit', ko: '"{path}"와(과) "{other}"은(는) 서로 다른 문서로 만들었습니다. 모든 몫을 같은 커밋에서 실행하세요' },
} satisfies Record<string, Text>;

/** A part with the file that it was read from, as the user names it. */
export interface NamedPart {
  readonly name: string;
  readonly part: Part;
}

/** The parts of one run, in the order of their numbers. Throws a Failure where they are not all of it, or do not belong together. */
export async function partsOf(given: readonly string[], { cwd, release, language }: { readonly cwd: string; readonly release: string; readonly language: Language }): Promise<readonly NamedPart[]> {
  const names = (await Promise.all(given.map((one) => filesIn(one, cwd, language)))).flat();
  const parts: NamedPart[] = [];
  for (const name of new Set(names)) {
    const text = await readFile(path.resolve(cwd, name), 'utf8').catch((error: unknown) => { throw failure(TEXTS.unreadable, language, { path: name, reason: fileProblem(error, language) }); });
    const part = readPart(text);
    if (!part) throw failure(TEXTS.foreign, language, { path: name });
    if (part.engine !== release) throw failure(TEXTS.engine, language, { path: name });
    parts.push({ name, part });
  }
  const [first] = parts;
  const { of } = first!.part.shard;
  const byIndex = new Map<number, NamedPart>();
  for (const one of parts) {
    const { index } = one.part.shard;
    const shown = { path: one.name, other: first!.name };
    if (one.part.shard.of !== of) throw failure(TEXTS.count, language, { ...shown, of: one.part.shard.of, others: of });
    const twin = byIndex.get(index);
    if (twin) throw failure(TEXTS.twice, language, { index, path: one.name, other: twin.name });
    byIndex.set(index, one);
    const difference = differenceOf(first!.part, one.part);
    if (difference) throw failure(TEXTS[difference], language, shown);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length) throw failure(TEXTS.missing, language, { of, missing: missing.length > MOST_NAMED ? `${missing.slice(0, MOST_NAMED).join(', ')}, …` : missing.join(', ') });
  return parts.sort((a, b) => a.part.shard.index - b.part.shard.index);
}

const MOST_NAMED = 20;

function differenceOf(one: Part, other: Part): 'asked' | 'configuration' | 'files' | undefined {
  const differs = (of: (part: Part) => unknown): boolean => JSON.stringify(of(one)) !== JSON.stringify(of(other));
  if (differs(({ asked, folders }) => [asked, folders.map(({ ref, revision }) => [ref, revision])])) return 'asked';
  if (differs(({ folders }) => folders.map(({ configuration }) => configuration))) return 'configuration';
  return differs(({ folders }) => folders.map(({ above, files }) => [above, files])) ? 'files' : undefined;
}

// A folder stands for the parts in it, as a pipeline puts them there.
async function filesIn(given: string, cwd: string, language: Language): Promise<readonly string[]> {
  const absolute = path.resolve(cwd, given);
  const isFolder = await stat(absolute).then((info) => info.isDirectory(), (error: unknown) => { throw failure(TEXTS.unreadable, language, { path: given, reason: fileProblem(error, language) }); });
  if (!isFolder) return [given];
  const found = (await readdir(absolute, { recursive: true })).filter((one) => one.endsWith('.json')).sort();
  if (!found.length) throw failure(TEXTS.none, language, { path: given });
  return found.map((one) => path.join(given, one));
}
