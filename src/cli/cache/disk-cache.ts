import { statSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import type { Files } from '../../core/files.ts';
import { findingOfPlain, plainFinding, type Finding, type PlainFinding } from '../../core/finding.ts';
import type { PackedReading } from '../../core/reading.ts';
import { isWanted, type LintMany, type Recall } from '../../core/workspace.ts';
import { gitStamp } from '../../files/git-stamp.ts';
import { addAnswer, answerNow, digestOf, digestOfText, GIT_KEY, ignoredPaths, readKey, recordedFiles, sha256, type Answers } from './answers.ts';
import type { CachePlace } from './place.ts';
import { readStored, writeStored, type Stored, type StoredDocument } from './store.ts';

export interface CacheOptions extends CachePlace {
  /** What readings and findings are made with. */
  readonly engine: string;
  /** All that findings go by beyond the engine and the files. */
  readonly settings: string;
  /** The folder that is checked, absolute; and whether with all below it. */
  readonly root: string;
  readonly deep: boolean;
  readonly revision: string | undefined;
  /** The clock, in milliseconds. */
  readonly now: () => number;
}

/**
 * A clock of files may stand still so long, in milliseconds: what was written shortly before it was read can be written
 * again and look the same.
 */
const STANDSTILL = 2500;

/** What is remembered on disk of the documents of one folder, and what was found in them. */
export class DiskCache {
  readonly #options: CacheOptions;
  readonly #file: string;
  readonly #own: ReturnType<typeof recordedFiles>;
  readonly #stored: Promise<Stored | undefined>;
  readonly #git: Promise<string>;
  /** What each document looked like before it was read, if it did not look too new. */
  readonly #seen = new Map<string, string | undefined>();
  readonly #words = new Map<string, string>();
  readonly #recalled = new Map<string, StoredDocument>();
  /** Are the documents, all of them, what they were? */
  #isSame = true;
  /** Does something only look different? */
  #isStale = false;

  constructor(files: Files, options: CacheOptions) {
    const { root, deep, revision, folder } = options;
    this.#options = options;
    this.#file = path.join(folder, `${sha256(JSON.stringify([root, deep])).slice(0, 32)}.cache`);
    this.#own = recordedFiles(files);
    this.#stored = readStored(this.#file).then((stored) => (stored?.engine === options.engine ? stored : undefined));
    this.#git = gitStamp(root, revision);
  }

  /** The files to read from: they write down what they are asked. */
  get files(): Files {
    return this.#own.files;
  }

  readonly recall: Recall = async (asked) => {
    const stored = await this.#stored;
    const isPlaced = stored?.above === (await this.#own.files.above());
    const found: PackedReading[] = [];
    for (const { path: one, words } of asked) {
      const seen = this.#look(one);
      this.#seen.set(one, seen);
      this.#words.set(one, words);
      const known = isPlaced ? stored?.documents.get(one) : undefined;
      if (known?.words !== words || !((seen !== undefined && known.seen === seen) || digestOfText(await this.#own.files.read(one)) === known.digest)) {
        this.#isSame = false;
        continue;
      }
      if (known.seen !== seen) this.#isStale = true;
      this.#recalled.set(one, { ...known, seen });
      found.push(known.reading);
    }
    return found;
  };

  /** Answers from what is remembered where nothing has changed; otherwise lets `others` check, then the workspace, and remembers it. `answersOfOthers` is undefined where not all of them are known. */
  lint(others: LintMany | undefined, answersOfOthers: () => Promise<Answers | undefined>): LintMany {
    return async (paths, workspace, receive) => {
      const stored = await this.#stored;
      const known = stored?.documents.size === workspace.readings().length ? await this.#known(paths, stored) : undefined;
      if (known) {
        for (const one of paths) receive(one, known.get(one)!.map(findingOfPlain));
        if (this.#isStale) await writeStored(this.#file, { ...stored!, documents: this.#recalled });
        return;
      }
      const found = new Map<string, readonly Finding[]>();
      const take = (one: string, findings: readonly Finding[]): void => {
        found.set(one, findings);
        receive(one, findings);
      };
      await others?.(paths, workspace, take);
      for (const one of paths) if (!found.has(one)) take(one, await workspace.lint(one));
      const readings = workspace.readings();
      if (readings.length >= this.#options.fewest) await this.#keep(readings, found, await answersOfOthers());
    };
  }

  async #known(paths: readonly string[], { checked }: Stored): Promise<ReadonlyMap<string, readonly PlainFinding[]> | undefined> {
    if (!checked || !this.#isSame || checked.settings !== this.#options.settings || !paths.every((one) => checked.findings.has(one))) return undefined;
    const ignored = await this.#ignoredNow([...checked.answers.keys()]);
    for (const [key, digest] of checked.answers) if ((ignored.get(key) ?? (await this.#answer(key))) !== digest) return undefined;
    return checked.findings;
  }

  // Git's rules are read once for all questions about them.
  async #ignoredNow(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = keys.flatMap((key) => { const paths = ignoredPaths(key); return paths ? [{ key, paths }] : []; });
    const ignored = asked.length ? await this.#own.files.ignored([...new Set(asked.flatMap(({ paths }) => paths))]) : new Set<string>();
    return new Map(asked.map(({ key, paths }) => [key, digestOf(paths.filter((one) => ignored.has(one)))]));
  }

  // What a question is answered today, without asking it again where that is known.
  async #answer(key: string): Promise<string | undefined> {
    if (key === GIT_KEY) return this.#git;
    const [kind, one] = JSON.parse(key) as [string, string];
    const known = kind === 'read' ? this.#recalled.get(one)?.digest : undefined;
    return known ?? this.#own.answers.get(key) ?? answerNow(this.#own.files, key, isWanted);
  }

  async #keep(readings: readonly PackedReading[], found: ReadonlyMap<string, readonly Finding[]>, others: Answers | undefined): Promise<void> {
    const answers: Answers = new Map(this.#own.answers);
    for (const [key, digest] of others ?? []) addAnswer(answers, key, digest);
    for (const [one, { digest }] of this.#recalled) addAnswer(answers, readKey(one), digest);
    if (answers.has(GIT_KEY)) answers.set(GIT_KEY, await this.#git);
    const documents = new Map<string, StoredDocument>();
    for (const reading of readings) {
      const digest = answers.get(readKey(reading.path));
      if (!digest) continue;
      const seen = this.#seen.get(reading.path);
      documents.set(reading.path, { digest, reading, words: this.#words.get(reading.path) ?? '', seen: seen !== undefined && seen === this.#look(reading.path) ? seen : undefined });
    }
    const isWhole = others !== undefined && documents.size === readings.length && ![...answers.values()].includes('');
    const checked: Stored['checked'] = isWhole ? { settings: this.#options.settings, answers, findings: new Map([...found].map(([one, findings]) => [one, findings.map(plainFinding)])) } : undefined;
    await writeStored(this.#file, { engine: this.#options.engine, above: await this.#own.files.above(), documents, checked });
  }

  // What a file looks like without being read; undefined where it is not there, or was written just now.
  #look(one: string): string | undefined {
    const now = this.#options.now();
    const info = statsOf(path.join(this.#options.root, ...one.split('/')));
    if (!info || Number(info.mtimeMs) > now - STANDSTILL || Number(info.ctimeMs) > now - STANDSTILL) return undefined;
    return [info.dev, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(' ');
  }
}

// Undefined for what cannot be looked at, such as a link to itself.
function statsOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
