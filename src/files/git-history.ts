import { decodeText } from '../core/files.ts';
import { GitObjects } from './git-objects.ts';
import { git } from './git-process.ts';

/** What the commits of a repository say of the files below a folder. Nothing rejects. */
export interface GitHistory {
  /** The text that is committed, without its byte-order mark; undefined where there is none. */
  committed(path: string): Promise<string | undefined>;
  /** The Markdown files that a commit has touched on this day or later; undefined where nobody can tell. */
  changedSince(day: string): Promise<ReadonlySet<string> | undefined>;
  /** Who has made commits on this day or later, on any branch, each as `Name <address>`; undefined where nobody can tell, in a shallow clone, and where they are but a few. */
  committers(since: string): Promise<readonly string[] | undefined>;
}

/** Fewer commits do not tell who is there. */
const FEWEST = 10;

/** More are not looked at. */
const MOST = 50_000;

/** Asks the `git` program about the folder `root`; what is committed is what `revision` has. */
export function gitHistory(root: string, revision = 'HEAD'): GitHistory {
  const objects = new GitObjects(root);
  const paths = sinceDay(objects, (day) => pathsSince(root, day));
  const people = sinceDay(objects, (day) => peopleSince(root, day));
  return {
    async committed(path) {
      const found = await objects.find(`${revision}:./${path}`);
      const text = found?.type === 'blob' && found.content ? decodeText(found.content) : undefined;
      return text && 'text' in text ? text.text : undefined;
    },
    changedSince: paths,
    committers: people,
  };
}

// What is known of the time since a day holds until there is another commit.
function sinceDay<One>(objects: GitObjects, ask: (day: string) => Promise<One | undefined>): (day: string) => Promise<One | undefined> {
  const known = new Map<string, { readonly head: string; readonly asked: Promise<One | undefined> }>();
  return async (day) => {
    const head = (await objects.find('HEAD'))?.id;
    if (head === undefined) return undefined;
    const before = known.get(day);
    if (before?.head === head) return before.asked;
    const asked = ask(day).catch(() => undefined);
    known.set(day, { head, asked });
    return asked;
  };
}

// A merge counts on its own day for all that it brings.
async function pathsSince(root: string, day: string): Promise<ReadonlySet<string>> {
  const printed = await git(root, ['log', `--since=${day}T00:00:00`, '--first-parent', '-m', '--format=', '--name-only', '--relative', '--no-renames', '--no-show-signature', '--no-ext-diff', '--no-textconv', '-z', 'HEAD', '--', '*.md', '*.markdown']);
  return new Set(printed.toString('utf8').split('\0').filter((path) => path !== ''));
}

async function peopleSince(root: string, day: string): Promise<readonly string[] | undefined> {
  if (String(await git(root, ['rev-parse', '--is-shallow-repository'])).trim() !== 'false') return undefined;
  const format = '--format=%aN <%aE>%x00%cN <%cE>%x00%(trailers:key=Co-authored-by,valueonly,separator=%x00)%x01';
  const printed = String(await git(root, ['log', `--since=${day}T00:00:00`, `--max-count=${MOST}`, '--no-show-signature', format, '--branches', '--remotes', 'HEAD', '--']));
  const commits = printed.split('\u0001\n').filter(Boolean);
  return commits.length < FEWEST ? undefined : [...new Set(commits.flatMap((commit) => commit.replace('\u0001', '').split('\0').filter(Boolean)))];
}
