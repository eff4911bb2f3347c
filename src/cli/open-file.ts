import path from 'node:path';
import type { Language, Text } from '../core/language.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Args } from './commands/command.ts';
import { failure } from './failure.ts';
import { leadsOut } from './inside.ts';
import type { Io } from './io.ts';
import { progressLine } from './progress.ts';
import { slashes, targetsOf } from './targets.ts';
import { openWorkspace } from './workspaces.ts';

const TEXTS = {
  outside: { en: '"{path}" lies outside of the current folder; go to the folder that holds it and its neighbours', ko: '"{path}"은(는) 현재 폴더 밖에 있습니다. 그 문서가 있는 폴더로 이동해서 실행하세요' },
  folder: { en: '"{path}" is a folder; name one document', ko: '"{path}"은(는) 폴더입니다. 문서 하나를 지정하세요' },
} satisfies Record<string, Text>;

/** A document that a command is about, with everything below the current folder read. */
export interface OpenedFile {
  readonly workspace: Workspace;
  /** Its path in the workspace. */
  readonly file: string;
  readonly language: Language;
}

/** Reads the current folder for a command about the one document that the user named. Throws a Failure where it cannot. */
export async function openFile(given: string, args: Args, io: Io): Promise<OpenedFile> {
  const userLanguage = args.lang ?? args.userLanguage;
  const file = slashes(path.relative(io.cwd, path.resolve(io.cwd, given)));
  if (leadsOut(file)) throw failure(TEXTS.outside, userLanguage, { path: given });
  const [target] = await targetsOf([given], io.cwd, userLanguage);
  if (!target?.only) throw failure(TEXTS.folder, userLanguage, { path: given });
  const progress = progressLine(io, userLanguage);
  const workspace = await openWorkspace({ root: io.cwd, only: undefined }, args, io, progress);
  progress.end();
  return { workspace, file, language: args.lang ?? workspace.languageOf(file) };
}
