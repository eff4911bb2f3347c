import type { Keeping, KeptText } from '../../core/keeping.ts';
import type { PackedReading } from '../../core/reading.ts';

/** Where a text lies: in which of the buffers, from which byte, and how many it has. */
export type Place = readonly [buffer: number, start: number, bytes: number];

/** A reading without its text, and where that lies. */
export interface SharedReading extends Omit<PackedReading, 'packed'> {
  readonly place: Place;
}

/** What was read of documents, for another thread. */
export interface SharedReadings {
  readonly buffers: readonly SharedArrayBuffer[];
  readonly readings: readonly SharedReading[];
}

/** Bytes of a buffer, if no text needs more. */
const ROOM = 4_000_000;

/** Texts that all threads see at one place in memory, each but once. */
export class SharedTexts implements Keeping {
  /** What others have filled is never written to. */
  readonly #buffers: SharedArrayBuffer[] = [];
  /** The one that is filled here, and how far. */
  #own = -1;
  #end = 0;
  #told = 0;

  /** Those that another thread has filled are known by the numbers that `of` gave them there. */
  static of({ buffers, readings }: SharedReadings): Map<string, PackedReading> {
    const texts = new SharedTexts();
    texts.#buffers.push(...buffers);
    return new Map(readings.map((one) => [one.path, new KeptReading(texts, one)]));
  }

  reading(reading: PackedReading): KeptReading {
    if (reading instanceof KeptReading && reading.texts === this) return reading;
    const { path, typeName, problems, packed } = reading;
    return new KeptReading(this, { path, typeName, problems, place: this.#add(packed) });
  }

  text(text: string): KeptPlace {
    return new KeptPlace(this, this.#add(text));
  }

  /** The same text, lying here. */
  kept(kept: KeptText): KeptPlace {
    return kept instanceof KeptPlace && kept.texts === this ? kept : this.text(kept.text);
  }

  /** The text at a place. */
  at([buffer, start, bytes]: Place): string {
    return Buffer.from(this.#buffers[buffer]!, start, bytes).toString();
  }

  /** The readings for another thread. */
  of(readings: readonly PackedReading[]): SharedReadings {
    return { readings: readings.map((one) => this.reading(one).shared), buffers: this.#buffers };
  }

  /** The buffers that have come since this was asked last. */
  come(): readonly SharedArrayBuffer[] {
    const come = this.#buffers.slice(this.#told);
    this.#told += come.length;
    return come;
  }

  /** Takes buffers in that another thread has filled, in their order; returns their numbers here. */
  join(buffers: readonly SharedArrayBuffer[]): number[] {
    return buffers.map((one) => this.#buffers.push(one) - 1);
  }

  #add(text: string): Place {
    const bytes = Buffer.byteLength(text);
    if (this.#end + bytes > (this.#buffers[this.#own]?.byteLength ?? -1)) {
      this.#own = this.#buffers.push(new SharedArrayBuffer(Math.max(ROOM, bytes))) - 1;
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += Buffer.from(this.#buffers[this.#own]!).write(text, start);
    return [this.#own, start, bytes];
  }
}

/** A text that is taken from its place each time that it is asked for. */
class KeptPlace implements KeptText {
  readonly texts: SharedTexts;
  readonly place: Place;

  constructor(texts: SharedTexts, place: Place) {
    this.texts = texts;
    this.place = place;
  }

  get text(): string {
    return this.texts.at(this.place);
  }
}

/** A reading whose text is taken from its place each time that it is asked for. */
export class KeptReading implements PackedReading {
  readonly texts: SharedTexts;
  readonly shared: SharedReading;

  constructor(texts: SharedTexts, shared: SharedReading) {
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
    return this.texts.at(this.shared.place);
  }

  /** What a shard writes of it, for another machine. */
  toJSON(): PackedReading {
    const { path, typeName, problems, packed } = this;
    return { path, typeName, problems, packed };
  }
}

/** What one other thread has read, among the texts of this one. */
export class JoinedTexts {
  readonly #texts: SharedTexts;
  /** The number here of each of its buffers. */
  readonly #numbers: number[] = [];

  constructor(texts: SharedTexts) {
    this.#texts = texts;
  }

  /** Takes in what the thread has filled since it told of anything last. */
  join(come: readonly SharedArrayBuffer[]): void {
    this.#numbers.push(...this.#texts.join(come));
  }

  /** A reading as the thread told it. */
  reading({ place, ...reading }: SharedReading): PackedReading {
    return new KeptReading(this.#texts, { ...reading, place: this.#here(place) });
  }

  /** A text that the thread told the place of. */
  text(place: Place): KeptText {
    return new KeptPlace(this.#texts, this.#here(place));
  }

  #here([buffer, start, bytes]: Place): Place {
    return [this.#numbers[buffer]!, start, bytes];
  }
}
