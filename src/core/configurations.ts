import { CONFIG_FILE, MISNAMED_CONFIG_FILE } from './config.ts';
import type { loadConfiguration } from './config/load.ts';
import { defaultConfiguration, nearestConfig, type Configuration } from './configuration.ts';
import type { DocType } from './doc-type.ts';
import type { Files } from './files.ts';
import { folderOf } from './paths.ts';
import { repositoriesOf, type Repositories } from './shared-index/repositories.ts';

/** The configurations of a folder: each `.docket.yaml` in it, and the nearest one above it where it has none of its own. */
export class Configurations {
  readonly #files: Files;
  readonly #builtIn: readonly DocType[];
  readonly #default: Configuration;
  /** All that are there, also those that others exclude. */
  #there: ReadonlyMap<string, Configuration> = new Map();
  #inside: ReadonlyMap<string, Configuration> = new Map();
  #outer: Configuration | undefined;
  #others: Repositories | undefined;
  /** One reading after the other: a later one must not be overtaken by an earlier one. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(files: Files, builtIn: readonly DocType[]) {
    this.#files = files;
    this.#builtIn = builtIn;
    this.#default = defaultConfiguration(builtIn);
  }

  /** The one that holds for a document. */
  of(path: string): Configuration {
    return this.lookup()(path);
  }

  /** The one that holds for each document now, also when others have been read. */
  lookup(): (path: string) => Configuration {
    const inside = this.#inside;
    const otherwise = this.#outer ?? this.#default;
    return (path) => nearestConfig(path, inside) ?? otherwise;
  }

  /** Outer one first. */
  paths(): string[] {
    return [...(this.#outer?.config.path === undefined ? [] : [this.#outer.config.path]), ...this.#inside.keys()];
  }

  /** The one whose file lies at `path`. */
  at(path: string): Configuration | undefined {
    return this.#inside.get(path) ?? (this.#outer?.config.path === path ? this.#outer : undefined);
  }

  /** Those in force, the outer one first. */
  all(): Configuration[] {
    return [...(this.#outer ? [this.#outer] : []), ...this.#inside.values()];
  }

  /** What is known of other repositories in any of them, each index once; undefined where no index is named. */
  others(): Repositories | undefined {
    const [one, ...more] = this.all().flatMap(({ repositories }) => repositories ?? []);
    if (!one || !more.length) return one;
    const known = new Map([one, ...more].toReversed().flatMap(({ indexes }) => indexes.map((index) => [JSON.stringify([index.name, index.url]), index] as const)));
    return (this.#others ??= repositoriesOf([...known.values()]));
  }

  /** Is it the file of a configuration, or one that a configuration extends? */
  has(path: string): boolean {
    return this.at(path) !== undefined || this.extended().has(path);
  }

  /** The files of those that were made from the template at `path`. */
  withTemplate(path: string): string[] {
    return this.paths().filter((one) => this.at(one)?.templates.includes(path));
  }

  /** The files of those that are read again when the file at `path` changes, beyond itself: it is a template of theirs, or they extend it. */
  madeFrom(path: string): string[] {
    return this.paths().filter((one) => this.at(one)?.templates.includes(path) || this.at(one)?.asked.includes(path));
  }

  /** What others extend and is no configuration itself, without what is installed. */
  extended(): ReadonlyMap<string, Configuration['extended'][number]> {
    const all = this.paths().flatMap((path) => this.at(path)?.extended ?? []);
    return new Map(all.filter(({ path }) => !this.at(path) && !path.split('/').includes('node_modules')).map((one) => [one.path, one]));
  }

  /**
   * Reads those at `paths` again, and the outer one; `exists` says which are there, and the others are forgotten.
   * `changed` is told at the moment of the change what held before.
   */
  read(paths: Iterable<string>, exists: (path: string) => boolean, changed: (before: (path: string) => Configuration) => void): Promise<void> {
    const work = this.#last.then(async () => {
      const inside = [...paths].filter((path) => !path.startsWith('../'));
      const read = await Promise.all(inside.filter(exists).map(async (path) => [path, await load(path, this.#files, this.#builtIn, '')] as const));
      const there = new Map([...[...this.#there].filter(([path]) => !inside.includes(path)), ...read]);
      const outer = there.has(CONFIG_FILE) ? undefined : ((await this.#files.outer(CONFIG_FILE)) ?? (await this.#files.outer(MISNAMED_CONFIG_FILE)));
      const outside = outer && (await load(outer.path, this.#files, this.#builtIn, outer.down));
      const before = this.lookup();
      this.#there = there;
      this.#inside = inForce(there, outside);
      this.#outer = outside;
      this.#others = undefined;
      changed(before);
    });
    this.#last = work.catch(() => undefined);
    return work;
  }
}

// A configuration in a folder that another one excludes is left alone, with its mistakes.
function inForce(there: ReadonlyMap<string, Configuration>, outer: Configuration | undefined): ReadonlyMap<string, Configuration> {
  const held = new Map<string, Configuration>();
  const depth = (path: string): number => path.split('/').length;
  for (const [path, configuration] of [...there].sort(([one], [other]) => depth(one) - depth(other))) {
    const above = path.includes('/') ? (nearestConfig(folderOf(path), held) ?? outer) : outer;
    if (!above?.excludes(path)) held.set(path, configuration);
  }
  return held;
}

// Most folders have none.
const load: typeof loadConfiguration = async (...given) => (await import('./config/load.ts')).loadConfiguration(...given);
