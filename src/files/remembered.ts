import type { Recall } from '../core/intake.ts';
import type { PackedReading } from '../core/reading.ts';
import { packRemembered, unpackRemembered, type Remembered } from './stored-readings.ts';

/** What a file looks like without being read: as long as it looks so, it has the same bytes. */
export interface Look {
  readonly seen: string;
  readonly bytes: number;
}

/** Where one piece of bytes lies from one start to the next. Neither rejects. */
export interface Store {
  /** Undefined where there is none, or one of more bytes than `most`. */
  read(most: number): Promise<Uint8Array | undefined>;
  /** At once or not at all. */
  write(bytes: Uint8Array): Promise<void>;
}

export interface RememberedOptions {
  readonly store: Store;
  /** What files of the folder look like, in the order of their paths; undefined for one that can become another one and look the same. */
  readonly look: (paths: readonly string[]) => Promise<readonly (Look | undefined)[]>;
  /** What readings are made with, and of which folder; those of another one are of no use. */
  readonly made: () => Promise<string>;
}

/** A larger store is neither read nor written, in bytes. */
const MOST = 200_000_000;

/** So many documents, or bytes of them, are read anew at the next start rather than remembered at once. */
const FEW = 50;
const LITTLE = 200_000;

/** What was read of a folder's documents, remembered from one start to the next. A store that is broken, or of another engine, counts for none. */
export class RememberedReadings {
  readonly #options: RememberedOptions;
  /** What each document looked like before it was read, and the words it was read with. */
  readonly #asked = new Map<string, { readonly look: Look | undefined; readonly words: string }>();
  #stored: Promise<ReadonlyMap<string, Remembered>> | undefined;
  #news = { documents: 0, bytes: 0 };

  constructor(options: RememberedOptions) {
    this.#options = options;
  }

  readonly recall: Recall = async (asked) => {
    const [stored, looks] = await Promise.all([(this.#stored ??= this.#read()), this.#options.look(asked.map(({ path }) => path))]);
    const found: PackedReading[] = [];
    for (const [at, { path, words }] of asked.entries()) {
      const look = looks[at];
      this.#asked.set(path, { look, words });
      const known = stored.get(path);
      if (known && known.seen === look?.seen && known.words === words) found.push(known.reading);
      else if (look) this.#news = { documents: this.#news.documents + 1, bytes: this.#news.bytes + look.bytes };
    }
    // What was asked once lives on in the index.
    this.#stored = Promise.resolve(new Map());
    return found;
  };

  /** Remembers these readings of files, where there is more to remember than before; those whose files look otherwise by now are left out. */
  async keep(readings: () => readonly PackedReading[]): Promise<void> {
    const { documents, bytes } = this.#news;
    if (documents <= FEW && bytes <= LITTLE) return;
    this.#news = { documents: 0, bytes: 0 };
    const asked = readings().flatMap((reading) => {
      const one = this.#asked.get(reading.path);
      return one?.look ? [{ reading, words: one.words, seen: one.look.seen }] : [];
    });
    const looks = await this.#options.look(asked.map(({ reading: { path } }) => path));
    const packed = packRemembered(await this.#options.made(), asked.filter(({ seen }, at) => looks[at]?.seen === seen));
    if (packed.length <= MOST) await this.#options.store.write(packed);
  }

  async #read(): Promise<ReadonlyMap<string, Remembered>> {
    try {
      const bytes = await this.#options.store.read(MOST);
      return bytes ? unpackRemembered(bytes, await this.#options.made()) : new Map();
    } catch {
      return new Map();
    }
  }
}
