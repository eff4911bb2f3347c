import { readdir, stat, lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Language, Text } from '../core/language.ts';
import { isMarkdownPath } from '../core/paths.ts';
import { isConfigPath } from '../core/workspace.ts';
import { failure, fileProblem } from './failure.ts';

/** One folder to read, for a PATH that names it or for all PATHs that name files in it. */
export interface Target {
  /** The folder, absolute. */
  readonly root: string;
  /** The files that are asked for, by their path below the root, and each as the user wrote it; undefined: all. */
  readonly only: ReadonlyMap<string, string> | undefined;
  /** Is the folder read with all that lies below it? Left out: where all of it is asked for. */
  readonly deep?: boolean;
  /** Of what is asked for, only these are taken, by their paths below the root; `ref` is what they differ from, where that is not the last commit. */
  readonly among?: { readonly paths: ReadonlySet<string>; readonly ref?: string };
  /** The commit whose texts count as committed; left out: `HEAD`. */
  readonly revision?: string;
  /** Texts that stand in the place of those on disk, by their paths below the root. */
  readonly texts?: ReadonlyMap<string, string>;
}

const UNREADABLE: Text = { en: 'cannot read "{path}": {reason}', ko: '"{path}"을(를) 읽을 수 없습니다. {reason}' };
const EMPTY: Text = { en: 'a path is empty; write "." for the current folder', ko: '빈 경로가 있습니다. 현재 폴더는 "."으로 쓰세요' };
const NOT_MARKDOWN: Text = { en: '"{path}" is neither a folder nor a Markdown file (.md, .markdown)', ko: '"{path}"은(는) 폴더도 Markdown 파일(.md, .markdown)도 아닙니다' };

/** What the PATHs of a command name; the current folder where there are none. Throws a Failure where one cannot be read. */
export async function targetsOf(paths: readonly string[], cwd: string, language: Language): Promise<Target[]> {
  const targets = new Map<string, { root: string; only: Map<string, string> | undefined }>();
  for (const given of paths.length ? paths : ['.']) {
    if (given === '') throw failure(EMPTY, language);
    const absolute = path.resolve(cwd, given);
    const isFolder = await isReadableFolder(absolute, given, language);
    if (isFolder) {
      targets.set(`${absolute}/`, { root: absolute, only: undefined });
      continue;
    }
    const name = path.basename(absolute);
    if (!isMarkdownPath(name) && !isConfigPath(name)) throw failure(NOT_MARKDOWN, language, { path: given });
    const root = path.dirname(absolute);
    const target = targets.get(root) ?? { root, only: new Map<string, string>() };
    target.only?.set(name, asGiven(given));
    targets.set(root, target);
  }
  return [...targets.values()];
}

/** The path that stands in machine-readable output: below the folder that was given, or the file as it was given. */
export function shownPath(target: Target, relative: string): string {
  return target.only?.get(relative) ?? relative;
}

/** The path that a person at the prompt would write; what lies above a folder that is reached through a link lies above where the link leads. */
export function pathFromCwd(target: Target, relative: string, cwd: string): string {
  return target.root === cwd && !relative.startsWith('../') ? relative : slashes(path.relative(cwd, path.join(target.root, ...relative.split('/'))));
}

/** A path with `/`, whatever the platform writes. */
export const slashes = (native: string): string => (path.sep === '/' ? native : native.replaceAll(path.sep, '/'));

const asGiven = (given: string): string => slashes(path.normalize(given));

async function isReadableFolder(absolute: string, given: string, language: Language): Promise<boolean> {
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    if (isFolder) await readdir(absolute);
    return isFolder;
  } catch (error) {
    // A link that leads nowhere is a file that cannot be read: a finding.
    if (isMarkdownPath(absolute) && (await isLink(absolute))) return false;
    throw failure(UNREADABLE, language, { path: given, reason: fileProblem(error, language) });
  }
}

const isLink = (file: string): Promise<boolean> => lstat(file).then((stats) => stats.isSymbolicLink(), () => false);

/** Does the target ask for the document at `name`? */
export const isAskedFor = ({ only, among }: Target, name: string): boolean => (only?.has(name) ?? true) && (among?.paths.has(name) ?? true);
