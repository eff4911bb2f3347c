import type { BranchFile } from '../core/branches.ts';
import { git } from './git-process.ts';

/**
 * What lies directly in `folder`, relative to `root` and with `/`, on any local or remote-tracking branch.
 * Asks the `git` program, which then neither writes nor uses the network. Never rejects: where there is no `git`,
 * no repository or no such folder, the list is empty.
 */
export async function branchFiles(root: string, folder: string): Promise<readonly BranchFile[]> {
  if (/[\r\n]/.test(folder)) return [];
  try {
    const [prefix, refs] = await Promise.all([git(root, ['rev-parse', '--show-prefix']), git(root, ['for-each-ref', '--format=%(objectname) %(symref) %(refname)', 'refs/heads', 'refs/remotes'])]);
    const branches = String(refs).split('\n').flatMap(branchOf);
    const commits = [...new Set(branches.map(({ commit }) => commit))];
    const path = `${String(prefix).replace(/\r?\n$/, '')}${folder}`.replace(/\/$/, '');
    if (!commits.length || /[\r\n]/.test(path)) return [];
    const trees = treesIn(await git(root, ['cat-file', '--batch'], commits.map((commit) => `${commit}:${path}\n`).join('')));
    const names = new Map(commits.map((commit, index) => [commit, trees[index] ?? []]));
    return branches.flatMap(({ name: branch, commit }) => names.get(commit)!.map((name) => ({ branch, name })));
  } catch {
    return [];
  }
}

// A symbolic reference, such as origin/HEAD, is another branch's name a second time.
function branchOf(line: string): { commit: string; name: string }[] {
  const [, commit, target, reference] = /^([0-9a-f]+) (\S*) refs\/(?:heads|remotes)\/(.+)$/.exec(line) ?? [];
  return commit && !target ? [{ commit, name: reference! }] : [];
}

/** What `git cat-file --batch` answers, one list of file names for each question; see the formats in git-cat-file(1). */
function treesIn(output: Buffer): string[][] {
  const trees: string[][] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const head = output.toString('utf8', at, end);
    const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(head) ?? [];
    at = end + 1;
    if (!id) trees.push([]);
    else {
      trees.push(type === 'tree' ? namesIn(output.subarray(at, at + Number(size)), id.length / 2) : []);
      at += Number(size) + 1;
    }
  }
  return trees;
}

// A tree is `<mode> <name>\0<hash>` again and again.
function namesIn(tree: Buffer, hashLength: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(' ', at);
    const end = tree.indexOf(0, space);
    if (space < 0 || end < 0) break;
    names.push(tree.toString('utf8', space + 1, end));
    at = end + 1 + hashLength;
  }
  return names;
}
