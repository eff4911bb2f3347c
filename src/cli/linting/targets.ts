import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../core/files.ts';
import { CONFIG_FILE } from '../../core/config.ts';
import type { Language, Text } from '../../core/language.ts';
import { isMarkdownPath } from '../../core/paths.ts';
import { isConfigPath, isWanted } from '../../core/workspace.ts';
import { changedSince, staged, type GitChanges, type GitRefusal, type GitStaged } from '../../files/git-changes.ts';
import type { Args } from '../commands/command.ts';
import { failure } from '../failure.ts';
import { leadsOut } from '../inside.ts';
import type { Io } from '../io.ts';
import { slashes, targetsOf, type Target } from '../targets.ts';

const REFUSED: Readonly<Record<GitRefusal['refused'] | 'path-as-ref', Text>> = {
  'no-git': { en: '"{option}" needs the program git, which cannot be started', ko: '"{option}"에는 git 프로그램이 필요한데 실행할 수 없습니다' },
  'no-repository': { en: '"{path}" lies in no Git repository, and "{option}" needs one', ko: '"{path}"은(는) Git 저장소 안에 있지 않은데 "{option}"에는 저장소가 필요합니다' },
  'closed-repository': { en: 'Git does not read the repository of "{path}"; run "git status" there to see why', ko: 'Git이 "{path}"의 저장소를 읽지 못합니다. 그 폴더에서 "git status"로 까닭을 확인하세요' },
  'unknown-ref': { en: 'Git knows no "{ref}" here; write a branch, a tag or a commit behind "{option}", or fetch it first', ko: 'Git이 "{ref}"을(를) 모릅니다. "{option}" 뒤에 브랜치나 태그, 커밋을 쓰거나 먼저 가져오세요(fetch)' },
  'path-as-ref': { en: 'Git knows no "{ref}" here, but it is a path; write paths in front of "{option}"', ko: '"{ref}"은(는) Git이 아는 이름이 아니라 경로입니다. 경로는 "{option}" 앞에 쓰세요' },
  'no-commit': { en: 'the branch in "{path}" has no commit yet with which "{option}" could compare; leave the option out', ko: '"{path}"의 브랜치에는 "{option}"(으)로 비교할 커밋이 아직 없습니다. 옵션을 빼세요' },
  'no-default': { en: 'Git knows no default branch here; write a branch, a tag or a commit behind "{option}"', ko: 'Git이 기본 브랜치를 모릅니다. "{option}" 뒤에 브랜치나 태그, 커밋을 쓰세요' },
  'no-common-commit': { en: 'Git knows no commit that HEAD and "{ref}" have in common; fetch more of the history (git fetch --unshallow)', ko: 'HEAD와 "{ref}"에 공통된 커밋을 Git이 모릅니다. 이력을 더 가져오세요(git fetch --unshallow)' },
};

const TEXTS = {
  'no-name': { en: '"--stdin" needs "--stdin-filename NAME", the file that the text belongs to', ko: '"--stdin"에는 그 글이 어느 파일의 것인지 알리는 "--stdin-filename 이름"이 필요합니다' },
  'no-stdin': { en: '"--stdin-filename" says whose text "--stdin" brings; write both', ko: '"--stdin-filename"은 "--stdin"으로 읽는 글의 파일 이름입니다. 둘 다 쓰세요' },
  'no-paths': { en: '"--stdin" checks one text; leave the paths out', ko: '"--stdin"은 글 하나만 검사합니다. 경로를 빼세요' },
  'not-markdown': { en: '"{path}" is not the name of a Markdown file (.md, .markdown)', ko: '"{path}"은(는) Markdown 파일(.md, .markdown) 이름이 아닙니다' },
  'not-utf8': { en: 'the text on standard input is not UTF-8 or too long', ko: '표준 입력의 글이 UTF-8이 아니거나 너무 깁니다' },
} satisfies Record<string, Text>;

/** What `docket lint` is asked for, by its paths and by `--changed`, `--staged` and `--stdin`. Throws a Failure where it cannot tell. */
export async function lintTargets({ operands, options, lang, userLanguage }: Args, io: Io): Promise<Target[]> {
  const language = lang ?? userLanguage;
  const changed = options['changed'];
  if (options['stdin'] || options['stdinFilename'] !== undefined) return [await stdinTarget(options['stdin'] === true, options['stdinFilename'], operands, io, language)];
  const targets = await Promise.all((await targetsOf(operands, io.cwd, language)).map((target) => seenFromHere(target, io.cwd)));
  if (changed === undefined && !options['staged']) return targets;
  return Promise.all(targets.map(async (target) => {
    const option = options['staged'] ? '--staged' : '--changed';
    const found = options['staged'] ? await staged(target.root, isWanted) : await changedSince(target.root, changed === true ? undefined : String(changed));
    if ('refused' in found) throw failure(REFUSED[found.refused === 'unknown-ref' && found.ref && (await exists(path.resolve(io.cwd, found.ref))) ? 'path-as-ref' : found.refused], language, { option, ref: found.ref, path: slashes(path.relative(io.cwd, target.root)) || '.' });
    return { ...target, deep: true, ...(found.base === undefined ? {} : { revision: found.base }), among: { paths: found.changed, ...(options['staged'] ? {} : { ref: found.ref }) }, ...(isStaged(found) ? { texts: new Map([...found.texts].flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]))) } : {}) };
  }));
}

async function stdinTarget(isGiven: boolean, name: unknown, operands: readonly string[], io: Io, language: Language): Promise<Target> {
  if (typeof name !== 'string' || name === '') throw failure(TEXTS['no-name'], language);
  if (!isGiven) throw failure(TEXTS['no-stdin'], language);
  if (operands.length) throw failure(TEXTS['no-paths'], language);
  const absolute = path.resolve(io.cwd, name);
  const base = path.basename(absolute);
  if (!isMarkdownPath(base) && !isConfigPath(base)) throw failure(TEXTS['not-markdown'], language, { path: name });
  const read = decodeText(await io.stdin());
  if (!('text' in read)) throw failure(TEXTS['not-utf8'], language);
  const target = await seenFromHere({ root: path.dirname(absolute), only: new Map([[base, slashes(path.normalize(name))]]) }, io.cwd);
  return { ...target, texts: new Map([...target.only!.keys()].map((one) => [one, read.text])) };
}

/**
 * A file in the current folder is read with all that lies in the folder, where that is a workspace, so that what documents say of each other is the
 * same whether one of them is named or all; elsewhere with what lies beside it.
 */
async function seenFromHere(target: Target, cwd: string): Promise<Target> {
  const down = path.relative(cwd, target.root);
  if (!target.only || leadsOut(down) || !(await isWorkspace(cwd))) return target;
  const between = down === '' ? [] : down.split(path.sep).map((_, index, parts) => path.join(cwd, ...parts.slice(0, index + 1)));
  for (const folder of between) if (await exists(path.join(folder, '.git'))) return target;
  const real = await realpath(target.root).catch(() => target.root);
  if (real !== path.join(await realpath(cwd), down)) return target;
  return { ...target, root: cwd, deep: true, only: new Map([...target.only].map(([name, given]) => [slashes(path.join(down, name)), given])) };
}

// A folder that is neither a repository's nor has a configuration could be anything, such as somebody's whole disk.
async function isWorkspace(folder: string): Promise<boolean> {
  if ((await exists(path.join(folder, '.git'))) || (await exists(path.join(folder, CONFIG_FILE)))) return true;
  const above = path.dirname(folder);
  return above !== folder && isWorkspace(above);
}

const isStaged = (found: GitChanges): found is GitStaged => 'texts' in found;

const exists = (file: string): Promise<boolean> => lstat(file).then(() => true, () => false);
