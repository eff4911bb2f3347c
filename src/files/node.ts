import { constants, existsSync, lstatSync, type Dirent } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText, mostBytesAt, tooLarge, type Files, type FileText, type OuterFile } from '../core/files.ts';
import type { Problem, ProblemId } from '../core/problems.ts';
import { folderOf, foldersAbove, isWithin, nameOf } from '../core/paths.ts';
import { branchFiles } from './git.ts';
import { gitFolder, otherExcludes, trackedPaths } from './git-folder.ts';
import { gitHistory } from './git-history.ts';
import { gitPast } from './git-past.ts';
import { GitIgnore, NEVER } from './gitignore.ts';
import { isBelow, plainReader } from './plain-reader.ts';

export interface NodeFilesOptions {
  /** Look into the folders below the root? */
  readonly deep?: boolean;
  /** May the `git` program be asked? Not in a folder that nobody trusts. */
  readonly asksGit?: () => boolean;
  /** The revision that has what counts as committed; left out: `HEAD`. */
  readonly revision?: string;
  /** Are they asked within one run of a command, which nobody else waits for? Then files are read while nothing else runs, and what Git ignores and where folders lie is looked at once. */
  readonly forOneRun?: boolean;
}

/** Git's rules above a folder, and those of the folders below it that were looked at. */
interface Ruled {
  readonly rules: GitIgnore;
  readonly looked: Map<string, Promise<void>>;
}

/** The files on disk below `root`, an absolute path. */
export function nodeFiles(root: string, { deep = true, asksGit = () => true, revision, forOneRun = false }: NodeFilesOptions = {}): Files {
  const history = gitHistory(root, revision);
  // What lies above a folder that is reached through a link lies above the folder that the link leads to.
  const real = realpath(root).catch(() => root);
  const absolute = (relative: string): string => path.join(root, ...relative.split('/'));
  const rulesNow = async (): Promise<Ruled> => ({ rules: await gitIgnoreOf(await real), looked: new Map() });
  const rulesOfRun = forOneRun ? rulesNow() : undefined;
  const plain = forOneRun ? real.then(plainReader) : undefined;
  return {
    list: listBelow,

    async read(relative) {
      const quickly = plain && !relative.startsWith('../') ? (await plain)(relative) : undefined;
      if (quickly) return quickly;
      const file = relative.startsWith('../') ? path.join(await real, ...relative.split('/')) : absolute(relative);
      try {
        const problem = await linkProblem(file, relative);
        if (problem) return { problem: { id: problem, data: {} } };
        const info = await stat(file);
        if (!info.isFile()) return { problem: { id: 'unreadable', data: { reason: info.isDirectory() ? 'EISDIR' : 'ENODEV' } } };
        const { size } = info;
        const most = mostBytesAt(relative);
        return size > most ? tooLarge(size) : decodeText(await readFile(file), most);
      } catch (error) {
        return unreadable(error);
      }
    },

    // As editors see it: nobody may write it, or not whoever asks.
    async isReadOnly(relative) {
      const file = absolute(relative);
      const { mode } = await stat(file).catch(() => ({ mode: undefined }));
      return mode !== undefined && ((mode & 0o222) === 0 || !(await access(file, constants.W_OK).then(() => true, () => false)));
    },

    async names(folder) {
      return (await readdir(absolute(folder)).catch(() => [])).sort();
    },

    async ignored(paths) {
      const ruled = await (rulesOfRun ?? rulesNow());
      const { rules } = ruled;
      for (const holder of new Set(paths.map(folderOf))) for (const folder of [...foldersAbove(holder), holder]) if (!ruled.looked.has(folder)) await addRules(ruled, folder);
      return new Set(rules.hasRules ? paths.filter((one) => rules.ignoresDeep(one)) : []);
    },

    async onBranches(folder) {
      return asksGit() ? branchFiles(root, folder) : [];
    },

    async committed(relative) {
      return asksGit() ? history.committed(relative) : undefined;
    },

    async changedSince(day) {
      return asksGit() ? history.changedSince(day) : undefined;
    },

    async committers(since) {
      return asksGit() ? history.committers(since) : undefined;
    },

    past: gitPast(root, asksGit),

    async outer(name) {
      return findOuter(await real, name);
    },

    async above() {
      return (await topOf(await real))?.down ?? '';
    },
  };

  async function listBelow(wanted: (path: string) => boolean, signal?: AbortSignal, below = '', closed: (folder: string, problem: Problem) => void = () => {}): Promise<string[]> {
    const ruled = await (rulesOfRun ?? rulesNow());
    const { rules } = ruled;
    const found: string[] = [];
    const links: string[] = [];
    await descend();
    if (!signal?.aborted) await addTracked();
    const listed = new Set(found);
    const base = await real;
    for (const link of links) if (!(await isShownElsewhere(link))) found.push(link);
    return found.sort();

    // The way down to `below`, on which each folder may hide what follows.
    async function descend(): Promise<void> {
      if (below === '') return walk('');
      for (const folder of foldersAbove(below)) {
        if (folder !== '' && !(await isWalked(folder))) return;
        await addRules(ruled, folder);
      }
      const entry = await lstat(absolute(below)).catch(() => undefined);
      if (entry) await visit(below, entry);
    }

    async function addTracked(): Promise<void> {
      const known = new Set([...found, ...links]);
      for (const one of await trackedBelow(await real)) {
        if (known.has(one) || !isWithin(one, below) || !wanted(one) || (!deep && one.includes('/')) || one.split('/').some((part) => NEVER.has(part))) continue;
        const entry = await lstat(absolute(one)).catch(() => undefined);
        if (entry?.isFile()) found.push(one);
        else if (entry?.isSymbolicLink()) links.push(one);
      }
    }

    async function isWalked(folder: string): Promise<boolean> {
      const entry = await lstat(absolute(folder)).catch(() => undefined);
      return (entry?.isDirectory() ?? false) && isLookedInto(folder);
    }

    function isLookedInto(folder: string): boolean {
      return deep && !NEVER.has(nameOf(folder)) && !rules.ignores(folder, true);
    }

    async function walk(folder: string): Promise<void> {
      if (signal?.aborted) return;
      const entries = await readdir(absolute(folder), { withFileTypes: true }).catch((error: unknown) => {
        // A folder that is gone by now is none.
        if (folder !== '' && codeOf(error) !== 'ENOENT') closed(folder, { id: 'unreadable-folder', data: { reason: codeOf(error) } });
        return [];
      });
      if (entries.some((entry) => entry.name === '.gitignore')) await addRules(ruled, folder);
      for (const entry of entries) await visit(folder === '' ? entry.name : `${folder}/${entry.name}`, entry);
    }

    async function visit(relative: string, entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>): Promise<void> {
      if (entry.isDirectory()) {
        if (isLookedInto(relative)) await walk(relative);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(relative) && !rules.ignores(relative, false)) {
        (entry.isSymbolicLink() ? links : found).push(relative);
      }
    }

    // A link to a file that is listed under its own name, or to a folder.
    async function isShownElsewhere(link: string): Promise<boolean> {
      try {
        const real = await realpath(absolute(link));
        if ((await stat(real)).isDirectory()) return true;
        const target = path.relative(base, real).split(path.sep).join('/');
        return listed.has(target) || (!isWithin(target, below) && !target.startsWith('../') && (await listBelow(wanted, signal, target)).length > 0);
      } catch {
        return false;
      }
    }
  }

  function addRules({ rules, looked }: Ruled, folder: string): Promise<void> {
    const known = looked.get(folder);
    if (known) return known;
    const file = path.join(absolute(folder), '.gitignore');
    // Most folders have none, and an error is dear.
    const added = forOneRun && !existsSync(file) ? Promise.resolve() : readFile(file, 'utf8').then((text) => rules.add(folder, text), () => {});
    looked.set(folder, added);
    return added;
  }

  // What lies above the root may lead no further up than its own way does.
  async function linkProblem(file: string, relative: string): Promise<ProblemId | undefined> {
    const up = relative.split('/').filter((part) => part === '..');
    try {
      return isBelow(path.join(await real, ...up), await realpath(file)) ? undefined : 'outside';
    } catch (error) {
      if ((await lstat(file)).isSymbolicLink()) return 'broken-link';
      throw error;
    }
  }
}

function unreadable(error: unknown): FileText {
  const reason = codeOf(error);
  return { problem: { id: reason === 'ELOOP' ? 'broken-link' : 'unreadable', data: reason === 'ELOOP' ? {} : { reason } } };
}

const codeOf = (error: unknown): string => (error && typeof error === 'object' && 'code' in error ? String(error.code) : String(error));

/** The top of the repository that holds a folder, absolute, and the way from there down to it; undefined where none does. */
export async function topOf(root: string): Promise<{ readonly top: string; readonly down: string } | undefined> {
  const down: string[] = [];
  for (let folder = root; ; ) {
    if (exists(path.join(folder, '.git'))) return { top: folder, down: down.join('/') };
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    down.unshift(path.basename(folder));
    folder = parent;
  }
}

/** The nearest `name` in a folder above `root`, no higher than the top of the Git repository that holds it. */
async function findOuter(root: string, name: string): Promise<OuterFile | undefined> {
  const up: string[] = [];
  for (let folder = root; ; ) {
    if (exists(path.join(folder, '.git'))) return undefined;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    up.unshift(path.basename(folder));
    folder = parent;
    if (exists(path.join(folder, name))) return { path: `${'../'.repeat(up.length)}${name}`, down: up.join('/') };
  }
}

// The rules above the root, up to the top of its repository, then those of the repository and of the user.
async function gitIgnoreOf(root: string): Promise<GitIgnore> {
  const rules = new GitIgnore();
  const found = await topOf(root);
  if (!found) return rules;
  const down = found.down === '' ? [] : found.down.split('/');
  for (let count = down.length - 1; count >= 0; count--) {
    const folder = path.join(found.top, ...down.slice(0, count));
    rules.addOuter(down.slice(count).join('/'), await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => ''));
  }
  for (const text of await otherExcludes(await gitFolder(found.top), process.env)) rules.addOuter(found.down, text);
  return rules;
}

// Git ignores no file that it tracks, wherever it lies.
async function trackedBelow(root: string): Promise<readonly string[]> {
  const found = await topOf(root);
  if (!found) return [];
  const start = found.down === '' ? '' : `${found.down}/`;
  return (await trackedPaths(await gitFolder(found.top))).flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
}

// Asked of each folder on the way up, again and again: to ask another thread takes longer, and an error is dear.
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
