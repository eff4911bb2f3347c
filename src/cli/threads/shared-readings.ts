import type { PackedReading } from '../../core/reading.ts';

/** What was read of documents, of which all threads see the texts at one place in memory. */
export interface SharedReadings {
  readonly texts: readonly SharedArrayBuffer[];
  readonly readings: readonly SharedReading[];
}

/** A reading without its text, and where that lies: in which of the buffers, from which byte, and how many it has. */
interface SharedReading extends Omit<PackedReading, 'packed'> {
  readonly place: readonly [buffer: number, start: number, bytes: number];
}

/** Bytes of a buffer, if no text needs more. */
const ROOM = 4_000_000;

/** Takes readings in so that other threads can see them; a thread that has no others holds each text but once. */
export class ReadingShare {
  readonly #texts: SharedArrayBuffer[] = [];
  #end = 0;

  /** The same reading, whose text lies among those that are shared. */
  add({ path, typeName, problems, packed }: PackedReading): PackedReading {
    const bytes = Buffer.byteLength(packed);
    if (this.#end + bytes > (this.#texts.at(-1)?.byteLength ?? -1)) {
      this.#texts.push(new SharedArrayBuffer(Math.max(ROOM, bytes)));
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += Buffer.from(this.#texts.at(-1)!).write(packed, start);
    return new Taken(this.#texts, { path, typeName, problems, place: [this.#texts.length - 1, start, bytes] });
  }

  /** The readings for another thread. */
  of(readings: readonly PackedReading[]): SharedReadings {
    return { readings: readings.map((one) => (one instanceof Taken && one.texts === this.#texts ? one : (this.add(one) as Taken)).shared), texts: this.#texts };
  }
}

/** The readings that were shared, by path. */
export function takeReadings({ texts, readings }: SharedReadings): Map<string, PackedReading> {
  return new Map(readings.map((one) => [one.path, new Taken(texts, one)]));
}

// The text is taken from its place each time that it is asked for.
class Taken implements PackedReading {
  readonly texts: readonly SharedArrayBuffer[];
  readonly shared: SharedReading;

  constructor(texts: readonly SharedArrayBuffer[], shared: SharedReading) {
    this.texts = texts;
    this.shared = shared;
  }

  get path(): string {
    return this.shared.path;
  }

  get typeName(): string | undefined {
    return this.shared.typeName;
  }

  get problems(): PackedReading['problems'] {
    return this.shared.problems;
  }

  get packed(): string {
    const [buffer, start, bytes] = this.shared.place;
    return Buffer.from(this.texts[buffer]!, start, bytes).toString();
  }

  /** What a shard writes of it, for another machine. */
  toJSON(): PackedReading {
    const { path, typeName, problems, packed } = this;
    return { path, typeName, problems, packed };
  }
}
