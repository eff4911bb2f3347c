import type { BranchFile } from '../core/branches.ts';
import { decodeText, mostBytesAt, type Files } from '../core/files.ts';
import { folderOf, isWithin, nameOf } from '../core/paths.ts';
import { GitIgnore, NEVER } from './gitignore.ts';

/** Files that live in a map from path to content: a workspace without a disk. The map may change at any time. `branches` is what other branches have, by folder; `committed` the texts of documents as they were committed. */
export function memoryFiles(files: ReadonlyMap<string, string | Uint8Array>, branches: ReadonlyMap<string, readonly BranchFile[]> = new Map(), committed: ReadonlyMap<string, string> = new Map()): Files {
  return {
    async list(wanted, _signal, below = '') {
      const git = gitIgnoreIn(files);
      return [...files.keys()].filter((path) => isWithin(path, below) && wanted(path) && !path.split('/').some((part) => NEVER.has(part)) && !git.ignoresDeep(path)).sort();
    },
    async names(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      return [...new Set([...files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length).split('/', 1)[0]!))].sort();
    },
    async ignored(paths) {
      const git = gitIgnoreIn(files);
      return new Set(paths.filter((path) => git.ignoresDeep(path)));
    },
    async onBranches(folder) {
      return branches.get(folder) ?? [];
    },
    async committed(path) {
      return committed.get(path);
    },
    async committers() {
      return undefined;
    },
    async changedSince() {
      return undefined;
    },
    async read(path) {
      const content = files.get(path);
      if (content === undefined) return { problem: { id: 'unreadable', data: { reason: 'ENOENT' } } };
      return decodeText(typeof content === 'string' ? new TextEncoder().encode(content) : content, mostBytesAt(path));
    },
    async above() {
      return '';
    },
    async outer() {
      return undefined;
    },
  };
}

function gitIgnoreIn(files: ReadonlyMap<string, string | Uint8Array>): GitIgnore {
  const git = new GitIgnore();
  for (const [path, content] of files) if (nameOf(path) === '.gitignore' && typeof content === 'string') git.add(folderOf(path), content);
  return git;
}
