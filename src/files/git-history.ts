import { decodeText } from '../core/files.ts';
import { GitObjects } from './git-objects.ts';
import { git } from './git-process.ts';

/** What the commits of a repository say of the files below a folder. Nothing rejects. */
export interface GitHistory {
  /** The text that is committed, without its byte-order mark; undefined where there is none. */
  committed(path: string): Promise<string | undefined>;
  /** The Markdown files that a commit has touched on this day or later; undefined where nobody can tell. */
  changedSince(day: string): Promise<ReadonlySet<string> | undefined>;
}

/** Asks the `git` program about the folder `root`; what is committed is what `revision` has. */
export function gitHistory(root: string, revision = 'HEAD'): GitHistory {
  const objects = new GitObjects(root);
  const known = new Map<string, { readonly head: string; readonly paths: Promise<ReadonlySet<string> | undefined> }>();
  return {
    async committed(path) {
      const found = await objects.find(`${revision}:./${path}`);
      const text = found?.type === 'blob' && found.content ? decodeText(found.content) : undefined;
      return text && 'text' in text ? text.text : undefined;
    },
    async changedSince(day) {
      const head = (await objects.find('HEAD'))?.id;
      if (head === undefined) return undefined;
      const before = known.get(day);
      if (before?.head === head) return before.paths;
      const paths = pathsSince(root, day).catch(() => undefined);
      known.set(day, { head, paths });
      return paths;
    },
  };
}

// A merge counts on its own day for all that it brings.
async function pathsSince(root: string, day: string): Promise<ReadonlySet<string>> {
  const printed = await git(root, ['log', `--since=${day}T00:00:00`, '--first-parent', '-m', '--format=', '--name-only', '--relative', '--no-renames', '--no-show-signature', '--no-ext-diff', '--no-textconv', '-z', 'HEAD', '--', '*.md', '*.markdown']);
  return new Set(printed.toString('utf8').split('\0').filter((path) => path !== ''));
}
