import path from 'node:path';
import type { Files } from '../../core/files.ts';
import { packFindings } from '../../core/finding.ts';
import { inHeap, type KeptText } from '../../core/keeping.ts';
import type { PackedReading } from '../../core/reading.ts';
import { isWanted, type LintMany, type Recall } from '../../core/workspace.ts';
import { lookOf } from '../../files/file-look.ts';
import { gitStamp } from '../../files/git-stamp.ts';
import { addAnswer, answerNow, digestOf, digestOfText, GIT_KEY, ignoredPaths, readKey, recordedFiles, sha256, type Answers } from './answers.ts';
import { BrokenCache, Parts, PartWriter, type Ref } from './parts.ts';
import type { CachePlace } from './place.ts';
import { makeFolder, readStored, writeStored, type Stored, type StoredDocument } from './store.ts';

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

/** A reading whose text is taken when it is asked for; an object with a getter of its own would have a shape of its own, too. */
class StoredReading implements PackedReading {
  readonly path: string;
  readonly typeName: string | undefined;
  readonly problems: PackedReading['problems'];
  readonly #texts: Parts;
  readonly #ref: Ref;

  constructor({ path: one, typeName, problems }: Omit<PackedReading, 'packed'>, texts: Parts, ref: Ref) {
    this.path = one;
    this.typeName = typeName;
    this.problems = problems;
    this.#texts = texts;
    this.#ref = ref;
  }

  get packed(): string {
    return this.#texts.text(this.#ref);
  }
}

/** The answer that none of some paths is ignored. */
const NOTHING = digestOf([]);

/** From so many parts on they are written anew as one. */
const MOST_PARTS = 32;

/** What is remembered on disk of the documents of one folder, and what was found in them. */
export class DiskCache {
  readonly #options: CacheOptions;
  /** The folder of what is remembered of this one. */
  readonly #folder: string;
  readonly #own: ReturnType<typeof recordedFiles>;
  /** What was there when the run began, whether it is of use or not. */
  readonly #there: Promise<Stored | undefined>;
  readonly #stored: Promise<(Stored & { readonly texts: Parts }) | undefined>;
  readonly #git: Promise<string>;
  /** What each document looked like before it was read, if it did not look too new. */
  readonly #seen = new Map<string, string | undefined>();
  readonly #words = new Map<string, string>();
  /** What was remembered of the documents that are the same, and what was handed over of it. */
  readonly #recalled = new Map<string, StoredDocument & { readonly handed: PackedReading }>();
  /** Are the documents, all of them, what they were? */
  #isSame = true;
  /** Does something only look different? */
  #isStale = false;

  constructor(files: Files, options: CacheOptions) {
    const { root, deep, revision, folder } = options;
    this.#options = options;
    this.#folder = path.join(folder, sha256(JSON.stringify([root, deep])).slice(0, 32));
    this.#own = recordedFiles(files);
    this.#there = readStored(this.#folder);
    this.#stored = this.#there.then((there) => {
      const texts = new Parts(this.#folder, there?.parts ?? []);
      return there?.engine === options.engine && texts.areThere() ? { ...there, texts } : undefined;
    });
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
      const known = isPlaced ? stored.documents.get(one) : undefined;
      if (known?.words !== words || !((seen !== undefined && known.seen === seen) || digestOfText(await this.#own.files.read(one)) === known.digest)) {
        this.#isSame = false;
        continue;
      }
      if (known.seen !== seen) this.#isStale = true;
      const { digest, typeName, problems, reading, found: foundIn } = known;
      const handed = new StoredReading({ path: one, typeName, problems }, stored!.texts, reading);
      this.#recalled.set(one, { digest, words, typeName, problems, reading, found: foundIn, seen, handed });
      found.push(handed);
    }
    return found;
  };

  /**
   * Answers from what is remembered where nothing has changed; otherwise lets `others` check, then the workspace, and remembers it.
   * `answersOfOthers` is undefined where not all of them are known. Rejects with a BrokenCache where what is remembered was changed meanwhile.
   */
  lint(others: LintMany | undefined, answersOfOthers: () => Promise<Answers | undefined>): LintMany {
    return async (paths, workspace, receive) => {
      const stored = await this.#stored;
      if (stored?.documents.size === workspace.readings().length && (await this.#isKnown(paths, stored))) {
        for (const one of paths) receive(one, stored.texts.kept(this.#recalled.get(one)!.found!));
        if (this.#isStale) await writeStored(this.#folder, { ...stored, documents: this.#recalled });
        return;
      }
      const found = new Map<string, KeptText>();
      const take = (one: string, packed: KeptText): void => {
        found.set(one, packed);
        receive(one, packed);
      };
      await others?.(paths, workspace, take);
      for (const one of paths) if (!found.has(one)) take(one, inHeap.text(packFindings(await workspace.lint(one))));
      const readings = workspace.readings();
      if (readings.length >= this.#options.fewest) await this.#keep(readings, found, await answersOfOthers());
    };
  }

  async #isKnown(paths: readonly string[], { checked }: Stored): Promise<boolean> {
    if (!checked || !this.#isSame || checked.settings !== this.#options.settings || !paths.every((one) => this.#recalled.get(one)?.found)) return false;
    const ignored = await this.#ignoredNow([...checked.answers.keys()]);
    for (const [key, digest] of checked.answers) if ((ignored.get(key) ?? (await this.#answer(key))) !== digest) return false;
    return true;
  }

  // Git's rules are read once for all questions about them.
  async #ignoredNow(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const asked = keys.flatMap((key) => { const paths = ignoredPaths(key); return paths ? [{ key, paths }] : []; });
    const ignored = asked.length ? await this.#own.files.ignored([...new Set(asked.flatMap(({ paths }) => paths))]) : new Set<string>();
    return new Map(asked.map(({ key, paths }) => [key, ignored.size ? digestOf(paths.filter((one) => ignored.has(one))) : NOTHING]));
  }

  // What a question is answered today, without asking it again where that is known.
  async #answer(key: string): Promise<string | undefined> {
    if (key === GIT_KEY) return this.#git;
    const [kind, one] = JSON.parse(key) as [string, string];
    const known = kind === 'read' ? this.#recalled.get(one)?.digest : undefined;
    return known ?? this.#own.answers.get(key) ?? answerNow(this.#own.files, key, isWanted);
  }

  async #keep(readings: readonly PackedReading[], found: ReadonlyMap<string, KeptText>, others: Answers | undefined): Promise<void> {
    const answers: Answers = new Map(this.#own.answers);
    for (const [key, digest] of others ?? []) addAnswer(answers, key, digest);
    for (const [one, { digest }] of this.#recalled) addAnswer(answers, readKey(one), digest);
    if (answers.has(GIT_KEY)) answers.set(GIT_KEY, await this.#git);
    const digests = new Map(readings.flatMap(({ path: one }) => { const digest = answers.get(readKey(one)); return digest ? [[one, digest] as const] : []; }));
    const isWhole = others !== undefined && digests.size === readings.length && ![...answers.values()].includes('');
    // What was read of the documents themselves is compared document by document.
    for (const one of digests.keys()) answers.delete(readKey(one));
    const stored = await this.#stored;
    const above = await this.#own.files.above();
    try {
      await makeFolder(this.#folder);
      const { documents, parts } = this.#write(readings.filter(({ path: one }) => digests.has(one)), digests, found, stored);
      await writeStored(this.#folder, { engine: this.#options.engine, above, parts, documents, checked: isWhole ? { settings: this.#options.settings, answers } : undefined }, (await this.#there)?.parts);
    } catch (error) {
      // Where it cannot be written, nothing is remembered.
      if (error instanceof BrokenCache) throw error;
    }
  }

  // Writes what is new into parts of its own, and all of it where half of what is there would be of no use.
  #write(readings: readonly PackedReading[], digests: ReadonlyMap<string, string>, found: ReadonlyMap<string, KeptText>, stored: (Stored & { readonly texts: Parts }) | undefined): Pick<Stored, 'documents' | 'parts'> {
    const isOfUse = stored !== undefined && this.#recalled.size * 2 > stored.documents.size && stored.parts.length < MOST_PARTS;
    const kept = isOfUse ? stored.parts : [];
    let count = kept.length;
    const [readingTexts, foundTexts] = [new PartWriter(this.#folder, () => count++), new PartWriter(this.#folder, () => count++)];
    const documents = new Map(readings.map((reading): [string, StoredDocument] => {
      const { path: one, typeName, problems } = reading;
      const known = isOfUse ? this.#recalled.get(one) : undefined;
      const seen = this.#seen.get(one);
      const text = found.get(one)?.text;
      return [one, {
        digest: digests.get(one)!, words: this.#words.get(one) ?? '', typeName, problems, seen: seen !== undefined && seen === this.#look(one) ? seen : undefined,
        reading: known?.handed === reading ? known.reading : readingTexts.add(reading.packed),
        found: text === undefined ? undefined : known?.found && stored!.texts.text(known.found) === text ? known.found : foundTexts.add(text),
      }];
    }));
    const written = [readingTexts.end(), foundTexts.end()].flatMap((one) => (one ? [one] : [])).sort(([a], [b]) => a - b);
    return { documents, parts: [...kept, ...written.map(([, part]) => part)] };
  }

  #look(one: string): string | undefined {
    return lookOf(`${this.#options.root}/${one}`, this.#options.now());
  }
}
