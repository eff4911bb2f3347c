import { decodeText } from '../core/files.ts';
import { isInRepository } from './git-folder.ts';
import { git } from './git-process.ts';

/** Why Git cannot say what has changed; `ref` is what was compared with. */
export interface GitRefusal {
  readonly refused: 'no-git' | 'no-repository' | 'closed-repository' | 'no-commit' | 'unknown-ref' | 'no-default' | 'no-common-commit';
  readonly ref: string;
}

/** The files, by their paths below a folder, that are new or other than they were. */
export interface GitChanges {
  readonly changed: ReadonlySet<string>;
  /** What they were compared with, as people write it. */
  readonly ref: string;
  /** The commit that they were compared with; left out: `HEAD`. */
  readonly base?: string;
}

/** The default branch as a clone knows it, or what stands for it in a repository that was not cloned. */
const DEFAULTS = ['refs/remotes/origin/HEAD', '@{upstream}', 'refs/remotes/origin/main', 'refs/remotes/origin/master', 'refs/heads/main', 'refs/heads/master'];

/**
 * What is other in the working tree below `root` than in the last commit that HEAD shares with `ref`, also what Git does not track yet;
 * without a `ref`, than in the last one that HEAD shares with the default branch.
 */
export async function changedSince(root: string, ref: string | undefined): Promise<GitChanges | GitRefusal> {
  const missing = await whyNoRepository(root);
  if (missing) return { refused: missing, ref: ref ?? '' };
  if (!(await firstCommit(root, ['HEAD']))) return { refused: 'no-commit', ref: '' };
  const found = await firstCommit(root, ref === undefined ? DEFAULTS : [ref]);
  if (!found) return { refused: ref === undefined ? 'no-default' : 'unknown-ref', ref: ref ?? '' };
  const name = found.ref.replace(/^refs\/(?:heads|remotes)\//, '');
  const base = await said(git(root, ['merge-base', found.commit, 'HEAD']));
  if (base === undefined) return { refused: 'no-common-commit', ref: name };
  const [changed, untracked] = await Promise.all([git(root, [...DIFF, base]), git(root, ['ls-files', '-z', '--others', '--exclude-standard'])]);
  return { changed: new Set([...pathsIn(changed), ...pathsIn(untracked)]), ref: name, base };
}

/** What would go into a commit now. */
export interface GitStaged extends GitChanges {
  /** The staged text of each file that is another one on disk, by its path; undefined where it is no text. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** What is staged below `root`, with the staged texts of the files among `wanted` that were changed again since. */
export async function staged(root: string, wanted: (path: string) => boolean): Promise<GitStaged | GitRefusal> {
  const missing = await whyNoRepository(root);
  if (missing) return { refused: missing, ref: '' };
  const [changed, again] = await Promise.all([git(root, [...DIFF, '--cached']), git(root, DIFF.filter((one) => one !== WITHOUT_DELETED))]);
  // A line break in a name would be two questions.
  const paths = pathsIn(again).filter((path) => wanted(path) && !/[\r\n]/.test(path));
  const texts = new Map<string, string | undefined>();
  for (const path of paths) {
    const read = decodeText(await git(root, ['cat-file', 'blob', `:./${path}`]).catch(() => Buffer.from([0xff])));
    texts.set(path, 'text' in read ? read.text : undefined);
  }
  return { changed: new Set(pathsIn(changed)), ref: '', texts };
}

const WITHOUT_DELETED = '--diff-filter=d';

// No program of the repository's configuration takes part.
const DIFF = ['diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', '--ignore-submodules', WITHOUT_DELETED];

async function whyNoRepository(root: string): Promise<'no-git' | 'no-repository' | 'closed-repository' | undefined> {
  try {
    return String(await git(root, ['rev-parse', '--is-inside-work-tree'])).trim() === 'true' ? undefined : 'no-repository';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'no-git';
    // It is damaged, or another user's, as it often is in a container.
    return (await isInRepository(root)) ? 'closed-repository' : 'no-repository';
  }
}

async function firstCommit(root: string, refs: readonly string[]): Promise<{ readonly ref: string; readonly commit: string } | undefined> {
  for (const ref of refs) {
    const commit = await said(git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]));
    if (commit !== undefined) return { ref, commit };
  }
  return undefined;
}

const said = (answer: Promise<Buffer>): Promise<string | undefined> => answer.then((output) => String(output).trim() || undefined, () => undefined);

const pathsIn = (output: Buffer): string[] => String(output).split('\0').filter(Boolean);
