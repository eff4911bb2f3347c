import ignore, { type Ignore } from 'ignore';
import { folderOf } from '../core/paths.ts';

/** The rules of one `.gitignore`, which count from its folder; undefined for rules that hold everywhere. */
interface Rules {
  /** Relative to the root, without a slash at its end; empty for the root. */
  readonly folder: string;
  readonly ignore: Ignore;
}

/** What Git ignores below one folder, from its `.gitignore` files. */
export class GitIgnore {
  readonly #byFolder = new Map<string, Rules>();
  readonly #outer: ((path: string, isFolder: boolean) => boolean | undefined)[] = [];

  /** Adds the `.gitignore` of `folder`, a path below the root. */
  add(folder: string, text: string): void {
    this.#byFolder.set(folder, { folder, ignore: rulesOf(text) });
  }

  /** Adds rules of a folder above the root; `down` is the way from it to the root. The nearest folder is added first. */
  addOuter(down: string, text: string): void {
    const rules = rulesOf(text);
    this.#outer.push((path, isFolder) => verdict(rules, `${down ? `${down}/` : ''}${path}`, isFolder));
  }

  /** Are there any rules? */
  get hasRules(): boolean {
    return this.#byFolder.size > 0 || this.#outer.length > 0;
  }

  /** Is the file or folder itself ignored? A caller that walks from the root never asks for what lies in an ignored folder. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const rules = this.#byFolder.get(folder);
      const found = rules && verdict(rules.ignore, folder === '' ? path : path.slice(folder.length + 1), isFolder);
      if (found !== undefined) return found;
      if (folder === '') break;
    }
    for (const outer of this.#outer) {
      const found = outer(path, isFolder);
      if (found !== undefined) return found;
    }
    return false;
  }

  /** Is the file, or a folder above it, ignored? */
  ignoresDeep(path: string): boolean {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) if (this.ignores(path.slice(0, at), true)) return true;
    return this.ignores(path, false);
  }
}

function rulesOf(text: string): Ignore {
  return ignore({ ignorecase: false }).add(text.replace(/^\uFEFF/, ''));
}

function verdict(rules: Ignore, path: string, isFolder: boolean): boolean | undefined {
  const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
  return ignored ? true : unignored ? false : undefined;
}

/** Folders that are never looked into, whatever Git says: those of version control, and packages that others wrote. */
export const NEVER = new Set(['.git', 'node_modules', '.hg', '.svn']);
