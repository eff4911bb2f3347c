import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Recall } from '../core/intake.ts';
import type { PackedReading } from '../core/reading.ts';
import { lookOf } from './file-look.ts';

export interface RememberedOptions {
  /** Where files are remembered, absolute. */
  readonly storage: string;
  /** The folder that is read, absolute. */
  readonly root: string;
  /** What readings are made with; those of another engine are of no use. */
  readonly engine: () => Promise<string>;
  /** The way from the top of the repository down to the folder. */
  readonly above: () => Promise<string>;
}

/** A document as it was read, and what its file looked like then. */
interface Remembered {
  readonly seen: string;
  /** A team's own words that it was read with, as the intake names them. */
  readonly words: string;
  readonly reading: PackedReading;
}

const BEGINNING = 'docket readings 1\n';

/** A larger file is neither read nor written, in bytes. */
const MOST = 200_000_000;

/** So many documents are read anew at the next start rather than remembered at once. */
const FEW = 50;

/** What was read of a folder's documents, remembered in a file from one start to the next. A file that is broken, or of another engine, counts for none. */
export class RememberedReadings {
  readonly #options: RememberedOptions;
  readonly #file: string;
  /** What each document looked like before it was read, and the words it was read with. */
  readonly #asked = new Map<string, { readonly seen: string | undefined; readonly words: string }>();
  #stored: Promise<ReadonlyMap<string, Remembered>> | undefined;
  #news = 0;

  constructor(options: RememberedOptions) {
    this.#options = options;
    this.#file = path.join(options.storage, `${digestOf(options.root).slice(0, 32)}.readings`);
  }

  readonly recall: Recall = async (asked) => {
    const stored = await (this.#stored ??= this.#read());
    const found: PackedReading[] = [];
    for (const { path: one, words } of asked) {
      const seen = this.#look(one);
      this.#asked.set(one, { seen, words });
      const known = stored.get(one);
      if (known && known.seen === seen && known.words === words) found.push(known.reading);
      else this.#news++;
    }
    // What was asked once lives on in the index.
    this.#stored = Promise.resolve(new Map());
    return found;
  };

  /** Remembers these readings of files, where there is more to remember than before; those whose files look otherwise by now are left out. */
  async keep(readings: () => readonly PackedReading[]): Promise<void> {
    if (this.#news <= FEW) return;
    this.#news = 0;
    const documents = readings().flatMap((reading): Remembered[] => {
      const asked = this.#asked.get(reading.path);
      return asked?.seen !== undefined && asked.seen === this.#look(reading.path) ? [{ seen: asked.seen, words: asked.words, reading }] : [];
    });
    const content = serialize({ made: await this.#made(), documents });
    if (content.length > MOST) return;
    const own = `${this.#file}.${process.pid}`;
    try {
      await mkdir(this.#options.storage, { recursive: true });
      await writeFile(own, [BEGINNING, digestOf(content), content], { mode: 0o600 });
      await rename(own, this.#file);
    } catch {
      await rm(own, { force: true }).catch(() => {});
    }
  }

  async #read(): Promise<ReadonlyMap<string, Remembered>> {
    try {
      if ((await stat(this.#file)).size > MOST) return new Map();
      const bytes = await readFile(this.#file);
      const start = BEGINNING.length + DIGEST;
      const content = bytes.subarray(start);
      if (bytes.toString('latin1', 0, start) !== `${BEGINNING}${digestOf(content)}`) return new Map();
      const { made, documents } = deserialize(content) as { readonly made: unknown; readonly documents: readonly Remembered[] };
      if (made !== (await this.#made()) || !documents.every(isRemembered)) return new Map();
      return new Map(documents.map((one) => [one.reading.path, one]));
    } catch {
      return new Map();
    }
  }

  async #made(): Promise<string> {
    return JSON.stringify([await this.#options.engine(), this.#options.root, await this.#options.above()]);
  }

  #look(one: string): string | undefined {
    return lookOf(path.join(this.#options.root, ...one.split('/')), Date.now());
  }
}

const DIGEST = 64;

const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const isRemembered = ({ seen, words, reading: { path: one, packed, problems } }: Remembered): boolean => [seen, words, one, packed].every((text) => typeof text === 'string') && Array.isArray(problems);
