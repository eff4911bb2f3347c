import type { Files, FileText } from '../files.ts';
import { isConfigPath } from '../intake.ts';
import { isWithin } from '../paths.ts';

/** What a folder held earlier, as Git has it. Nothing rejects. */
export interface Past {
  /** Of each day, YYYY-MM-DD, the commit that was the last one on it; undefined where there was none yet, and for all where nobody can tell. */
  commitsOn(days: readonly string[]): Promise<readonly (string | undefined)[] | undefined>;
  /** The files of a commit by path, each with the id of its text: where two ids are the same, the texts are. */
  filesIn(commit: string): Promise<ReadonlyMap<string, string>>;
  text(id: string): Promise<FileText>;
}

/** The files of a commit, seen through the configuration of today; `ids` are those of their texts by path. */
export function pastFiles(now: Files, past: Past, ids: ReadonlyMap<string, string>): Files {
  return {
    ...now,
    async list(wanted, signal, below = '') {
      const configs = await now.list((path) => wanted(path) && isConfigPath(path), signal, below);
      return [...[...ids.keys()].filter((path) => wanted(path) && isWithin(path, below) && !isConfigPath(path)), ...configs].sort();
    },
    async read(path) {
      const id = isConfigPath(path) ? undefined : ids.get(path);
      return id === undefined ? now.read(path) : past.text(id);
    },
  };
}
