import type { Files } from './files.ts';
import { folderOf, nameOf } from './paths.ts';

/** What lies where a path leads. */
export type Place =
  /** There is something; `path` is how it is written on disk, where that differs. */
  | { readonly is: 'there'; readonly path: string }
  /** There is nothing; `names` is what lies in `folder`, the last one on the way that there is. */
  | { readonly is: 'gone'; readonly folder: string; readonly names: readonly string[] }
  /** A folder on the way cannot be looked into, is empty, or Git ignores what would be there. */
  | { readonly is: 'unknown' };

interface Folder {
  readonly names: readonly string[];
  readonly exact: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, string>;
}

interface Asked {
  readonly paths: ReadonlySet<string>;
  /** Those of them that Git ignores. */
  readonly ignored: Promise<ReadonlySet<string>>;
}

const NOTHING_ASKED: Asked = { paths: new Set(), ignored: Promise.resolve(new Set<string>()) };

/** What lies at paths of one folder, looked up once until it is told to forget. */
export class Places {
  readonly #files: Pick<Files, 'names' | 'ignored'>;
  #folders = new Map<string, Promise<Folder>>();
  /** What was asked last: one document is checked again and again while somebody writes. */
  #asked: Asked = NOTHING_ASKED;

  constructor(files: Pick<Files, 'names' | 'ignored'>) {
    this.#files = files;
  }

  forget(): void {
    this.#folders = new Map();
    this.#asked = NOTHING_ASKED;
  }

  /** What lies at each of the paths. */
  async find(paths: readonly string[]): Promise<ReadonlyMap<string, Place>> {
    const found = new Map<string, Place>();
    for (const path of new Set(paths)) found.set(path, await this.#find(path));
    const gone = [...found].flatMap(([path, { is }]) => (is === 'gone' ? [path] : []));
    const asked = new Set(gone.slice(0, MOST_ASKED));
    const ignored = await this.#ignoredAmong(asked);
    for (const path of gone) if (!asked.has(path) || ignored.has(path)) found.set(path, { is: 'unknown' });
    return found;
  }

  async namesIn(folder: string): Promise<readonly string[]> {
    return (await this.#folder(folder)).names;
  }

  #ignoredAmong(paths: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const known = this.#asked;
    if ([...paths].every((path) => known.paths.has(path))) return known.ignored;
    this.#asked = { paths, ignored: this.#files.ignored([...paths]) };
    return this.#asked.ignored;
  }

  async #find(path: string): Promise<Place> {
    let folder = '';
    for (const part of path.split('/')) {
      const { names, exact, byKey } = await this.#folder(folder);
      if (!names.length) return { is: 'unknown' };
      const name = exact.has(part) ? part : byKey.get(keyOf(part));
      if (name === undefined) return { is: 'gone', folder, names };
      folder = folder === '' ? name : `${folder}/${name}`;
    }
    return { is: 'there', path: folder };
  }

  #folder(path: string): Promise<Folder> {
    const known = this.#folders.get(path);
    if (known) return known;
    const made = this.#files.names(path).then((names): Folder => ({ names, exact: new Set(names), byKey: new Map(names.map((name) => [keyOf(name), name])) }));
    this.#folders.set(path, made);
    return made;
  }
}

/** Of so many paths where nothing is it is asked whether Git ignores them; of more nothing is known. */
const MOST_ASKED = 1000;

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** Other paths under which a site generator shows the file that a link means: without its ending, or as the page of a folder. */
export function pagesOf(path: string): string[] {
  const stem = path.replace(/\.html?$/i, '');
  const bare = stem !== path || !/\.[a-z]\w{0,9}$/i.test(nameOf(path));
  return bare ? [...ENDINGS.map((ending) => stem + ending), ...(nameOf(stem) === 'index' ? ENDINGS.map((ending) => folderOf(stem) + ending) : [])] : [];
}

const ENDINGS = ['.md', '.mdx', '.markdown', '.html', '.adoc', '.rst', '.ipynb', '/index.md', '/_index.md', '/README.md', '/index.html', '/index.mdx'];
