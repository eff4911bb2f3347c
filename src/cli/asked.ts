import path from 'node:path';
import { say, type Text } from '../core/language.ts';
import { isMarkdownPath } from '../core/paths.ts';
import { isConfigPath, type Progress, type Workspace } from '../core/workspace.ts';
import type { Args } from './commands/command.ts';
import { complain } from './failure.ts';
import type { Io } from './io.ts';
import { progressLine } from './progress.ts';
import type { NothingShown, Output, Shown } from './reporters/reporter.ts';
import { isAskedFor, pathFromCwd, shownPath, targetsOf, type Target } from './targets.ts';
import { languageOfOutput, openWorkspace, type Opening } from './workspaces.ts';

const LEFT_OUT: Text = { en: '"{path}" is excluded by .docket.yaml and was not read', ko: '"{path}"은(는) .docket.yaml에서 제외되어 읽지 않았습니다' };

/** A document that the PATHs of a command name, or a folder in them that cannot be looked into. */
export interface Asked extends Shown {
  readonly workspace: Workspace;
  /** The workspace's folder, absolute. */
  readonly root: string;
  /** Its path in the workspace. */
  readonly name: string;
  /** The path, as it is shown, of another document of the workspace. */
  readonly shown: (name: string) => string;
}

/** What a report is made of. */
export interface Taken<One> extends Output {
  readonly taken: One[];
  readonly nothing: NothingShown | undefined;
}

/** How what is asked for is found and read, where it is not by the PATHs alone. */
export interface Asking extends Opening {
  readonly targets?: readonly Target[];
  /** Called before the documents of a workspace are taken, with their paths there. */
  readonly ahead?: (workspace: Workspace, names: readonly string[], checking: (progress: Progress) => void) => Promise<void>;
}

/** Reads what the PATHs of a command name, and calls `take` once for each document. Throws a Failure where it cannot. */
export async function takeAsked<One>(args: Args, io: Io, take: (asked: Asked, checking: () => void) => Promise<One>, asking: Asking = {}): Promise<Taken<One>> {
  const taken: One[] = [];
  const excluded = new Set<string>();
  const seen = new Set<string>();
  let language = args.lang;
  const progress = progressLine(io, args.lang ?? args.userLanguage);
  const targets = asking.targets ?? (await targetsOf(args.operands, io.cwd, args.lang ?? args.userLanguage));
  for (const target of targets) {
    const workspace = await openWorkspace(target, args, io, progress, asking);
    language ??= languageOfOutput(workspace, args);
    for (const path of workspace.excludedPaths()) if (isAskedFor(target, path)) excluded.add(absolute(target, path));
    for (const [path, given] of target.only ?? []) if (isMarkdownPath(path) && workspace.configurationOf(path).excludes(path)) complain(io, `docket: ${say(LEFT_OUT, language, { path: given })}`);
    await takeFrom(workspace, target);
  }
  progress.end();
  const among = targets[0]?.among;
  const nothing: NothingShown | undefined = taken.length ? undefined : excluded.size ? { why: 'excluded', count: excluded.size } : among ? (among.ref === undefined ? { why: 'unstaged' } : { why: 'unchanged', ref: among.ref }) : targets.every(isConfiguration) ? { why: 'configuration' } : { why: 'empty' };
  return { taken, nothing, language: language ?? args.userLanguage, color: io.color, columns: io.columns };

  async function takeFrom(workspace: Workspace, target: Target): Promise<void> {
    const known = workspace.paths();
    const isKnown = new Set(known);
    // Where nothing else is asked for nothing can have been taken before.
    const idOf = (name: string): string => (targets.length > 1 ? absolute(target, name) : name);
    const shown = (other: string): string => (isKnown.has(other) ? shownPath(target, other) : other);
    const wanted = [...known, ...workspace.closedFolders()].filter((name) => isAskedFor(target, name) && !seen.has(idOf(name)));
    await asking.ahead?.(workspace, wanted, (one) => progress.checking(one));
    for (const [done, name] of wanted.entries()) {
      seen.add(idOf(name));
      taken.push(await take({
        workspace, root: target.root, name, path: shownPath(target, name), pathFromCwd: pathFromCwd(target, name, io.cwd), shown,
      }, () => progress.checking({ done, total: wanted.length })));
    }
  }
}

const absolute = (target: Target, name: string): string => path.join(target.root, name);

const isConfiguration = ({ only }: Target): boolean => only !== undefined && [...only.keys()].every(isConfigPath);
