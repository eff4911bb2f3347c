import { decodeText, MOST_BYTES, tooLarge } from '../core/files.ts';
import type { Past } from '../core/summary/past.ts';
import { GitObjects } from './git-objects.ts';
import { git } from './git-process.ts';

/** Commits further back are not looked at. */
const MOST = 50_000;

/** Asks the `git` program what the folder `root` held earlier, where it may be asked. */
export function gitPast(root: string, asksGit: () => boolean): Past {
  const objects = new GitObjects(root);
  return {
    async commitsOn(days) {
      if (!asksGit()) return undefined;
      try {
        const printed = String(await git(root, ['log', `--max-count=${MOST}`, '--first-parent', '--format=%H %cs', '--no-show-signature', 'HEAD', '--']));
        const commits = printed.split('\n').filter(Boolean).map((line) => line.split(' ') as [id: string, day: string]);
        return days.map((day) => commits.find(([, on]) => on <= day)?.[0]);
      } catch {
        return undefined;
      }
    },
    async filesIn(commit) {
      const printed = asksGit() ? await git(root, ['ls-tree', '-r', '-z', commit]).catch(() => '') : '';
      return new Map(String(printed).split('\0').flatMap((line) => {
        const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return id !== undefined && path !== undefined ? [[path, id] as const] : [];
      }));
    },
    async text(id) {
      const found = asksGit() ? await objects.find(id) : undefined;
      if (!found) return { problem: { id: 'unreadable', data: { reason: 'ENOENT' } } };
      return found.content ? decodeText(found.content) : tooLarge(MOST_BYTES);
    },
  };
}
