import { dayOf } from '../core/calendar.ts';
import type { RuleSettings } from '../core/config.ts';
import type { Language } from '../core/language.ts';
import { folderOf, isBelow, isMarkdownPath } from '../core/paths.ts';
import { readTemplates } from '../core/template.ts';
import { isConfigPath, Workspace, type LintMany } from '../core/workspace.ts';
import { nodeFiles } from '../files/node.ts';
import { rules as allRules } from '../core/rules/index.ts';
import { templates } from '../templates/index.ts';
import { DiskCache } from './cache/disk-cache.ts';
import type { CachePlace } from './cache/place.ts';
import type { Args } from './commands/command.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import type { ProgressLine } from './progress.ts';
import { DocumentThreads } from './threads/pool.ts';
import type { Sharing } from './shards/sharing.ts';
import { isAskedFor, pathFromCwd, type Target } from './targets.ts';
import { printable } from './display.ts';

/** How a target is read, and where what is found is remembered. */
export interface Opening {
  readonly rules?: RuleSettings;
  /** Do several machines share the work? */
  readonly sharing?: Sharing;
  readonly cache?: CachePlace | undefined;
  /** Is what is asked for checked, too? */
  readonly checks?: boolean;
  /** Is the baseline that a configuration names about to be written, so that it need not be there? */
  readonly makesBaseline?: boolean;
}

/** Reads what a target names. Throws a Failure with one line for each mistake in a configuration, or in a template that it names. */
export async function openWorkspace(target: Target, args: Pick<Args, 'lang' | 'userLanguage'>, io: Io, progress: ProgressLine, { rules = {}, sharing, cache: wanted, checks = false, makesBaseline = false }: Opening = {}): Promise<Workspace> {
  const deep = target.deep ?? target.only === undefined;
  const today = dayOf(io.now());
  const onDisk = nodeFiles(target.root, { deep, forOneRun: true, ...(target.revision === undefined ? {} : { revision: target.revision }) });
  const rulePages = Object.fromEntries([...allRules.map(({ id }) => id), 'configuration'].map((id) => [id, io.rulePage(id)]));
  const settings = JSON.stringify([args.userLanguage, args.lang, rules, today, rulePages]);
  const cache = wanted && !target.texts?.size ? new DiskCache(onDisk, { ...wanted, engine: io.engine, settings, root: target.root, deep, revision: target.revision, now: () => io.now().getTime() }) : undefined;
  const shared = await sharing?.of(target, onDisk);
  const isChecked = checks && !target.texts?.size ? (one: string): boolean => isAskedFor(target, one) : undefined;
  const threads = io.thread && new DocumentThreads({
    program: io.thread,
    data: { root: target.root, deep, revision: target.revision, language: args.userLanguage, alwaysLanguage: args.lang, rules, today, rulePages, isRecorded: cache !== undefined, isChecking: isChecked !== undefined },
    ...(isChecked ? { isChecked } : {}),
  });
  const lintMany = cache?.lint(threads?.lint, async () => (threads ? threads.answers().finally(() => threads.end()) : new Map())) ?? threads?.lint;
  const workspace = new Workspace({
    files: shared?.files ?? cache?.files ?? onDisk,
    templates: readTemplates(templates),
    language: args.userLanguage,
    ...(args.lang ? { alwaysLanguage: args.lang } : {}),
    alwaysRules: rules,
    rulePage: (id) => io.rulePage(id),
    today: () => today,
    ...(isChecked ? { isChecked } : {}),
    ...(threads ? { readMany: threads.read } : {}),
    ...(cache ? { recall: cache.recall } : {}),
    // What the threads hold is of no use afterwards, and what is remembered and reported needs room.
    ...(lintMany ? { lintMany: (...asked: Parameters<LintMany>) => lintMany(...asked).finally(() => threads?.end()) } : {}),
    ...(shared?.recall ? { recall: shared.recall } : {}),
    ...(shared?.lintMany ? { lintMany: shared.lintMany } : {}),
  });
  for (const [path, text] of target.texts ?? []) await workspace.open(path, text);
  await workspace.load((one) => progress.reading(one));
  const found = [...workspace.configPaths().map((path) => [path, workspace.configFindings(path)] as const), ...(await workspace.templateFindings())].filter(([path]) => concerns(path, workspace, target));
  const mistakes = found.flatMap(([path, findings]) => findings.filter(({ messageId }) => !makesBaseline || messageId !== 'no-baseline').map(({ line, column, reason }) => printable(`${pathFromCwd(target, path, io.cwd)}:${line}:${column}: ${reason}`)));
  if (mistakes.length) {
    progress.end();
    throw new Failure(mistakes);
  }
  // A file that was named is read though Git ignores it.
  const known = new Set(workspace.paths());
  for (const path of target.only?.keys() ?? []) if (!known.has(path) && (shared?.reads(path) ?? true)) await workspace.refresh(path);
  return workspace;
}

// A mistake somewhere else keeps nobody from checking the files that are asked for.
function concerns(path: string, workspace: Workspace, { only, deep }: Target): boolean {
  if (!only || !deep || path.startsWith('../') || !(isConfigPath(path) || isMarkdownPath(path))) return true;
  return [...only.keys()].some((asked) => (isConfigPath(path) ? isBelow(folderOf(path), asked) : workspace.configurationOf(asked).templates.includes(path)));
}

/** The language of what is printed about a target. */
export function languageOfOutput(workspace: Workspace | undefined, args: Pick<Args, 'lang' | 'userLanguage'>): Language {
  return args.lang ?? workspace?.languageOf('') ?? args.userLanguage;
}
