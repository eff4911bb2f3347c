import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeptText } from '../../core/keeping.ts';
import { sha256 } from './answers.ts';

/** A file of texts, the one behind the other. Nobody changes it once it is written. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  readonly digest: string;
}

/** Where a text lies: which of several parts has it, its first byte there, and how many it has. */
export type Ref = readonly [part: number, start: number, bytes: number];

/** A part is not what was written: it is gone now with the index, and what it has given is of no use. */
export class BrokenCache extends Error {}

/** The name of the file that says what lies where. */
export const INDEX = 'index';

/** The texts in some parts of a folder. A part is read when the first of its texts is asked for. */
export class Parts {
  readonly #folder: string;
  readonly #parts: readonly Part[];
  readonly #read = new Map<number, Buffer>();

  constructor(folder: string, parts: readonly Part[]) {
    this.#folder = folder;
    this.#parts = parts;
  }

  /** Are the parts there, and as long as they were? */
  areThere(): boolean {
    return this.#parts.every(({ name, bytes }) => sizeOf(path.join(this.#folder, name)) === bytes);
  }

  /** The text as it is when it is asked for; its part is read now. Throws a BrokenCache. */
  kept([part, start, bytes]: Ref): KeptText {
    return new PartText(this.#part(part), start, bytes);
  }

  /** Throws a BrokenCache. */
  text([part, start, bytes]: Ref): string {
    return this.#part(part).toString('utf8', start, start + bytes);
  }

  #part(index: number): Buffer {
    const known = this.#read.get(index);
    if (known) return known;
    const { name, digest } = this.#parts[index]!;
    const bytes = bytesOf(path.join(this.#folder, name));
    if (!bytes || sha256(bytes) !== digest) {
      for (const one of [INDEX, name]) rmSync(path.join(this.#folder, one), { force: true });
      throw new BrokenCache(name);
    }
    this.#read.set(index, bytes);
    return bytes;
  }
}

class PartText implements KeptText {
  readonly #part: Buffer;
  readonly #start: number;
  readonly #bytes: number;

  constructor(part: Buffer, start: number, bytes: number) {
    this.#part = part;
    this.#start = start;
    this.#bytes = bytes;
  }

  get text(): string {
    return this.#part.toString('utf8', this.#start, this.#start + this.#bytes);
  }
}

// Undefined for what cannot be looked at, such as a link to itself.
function sizeOf(file: string): number | undefined {
  try {
    return statSync(file).size;
  } catch {
    return undefined;
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Bytes that are gathered before they are written. */
const GATHERED = 1 << 20;

/** Writes a part, once there is something for it; throws where it cannot. */
export class PartWriter {
  readonly #name = `${randomBytes(8).toString('hex')}.part`;
  readonly #file: string;
  readonly #nextIndex: () => number;
  readonly #hash = createHash('sha256');
  #index: number | undefined;
  #texts: string[] = [];
  #gathered = 0;
  #bytes = 0;

  /** `nextIndex` gives the part its place among others. */
  constructor(folder: string, nextIndex: () => number) {
    this.#file = path.join(folder, this.#name);
    this.#nextIndex = nextIndex;
  }

  add(text: string): Ref {
    const bytes = Buffer.byteLength(text);
    const ref: Ref = [(this.#index ??= this.#nextIndex()), this.#bytes, bytes];
    this.#texts.push(text);
    this.#bytes += bytes;
    this.#gathered += bytes;
    if (this.#gathered > GATHERED) this.#write();
    return ref;
  }

  /** The part at its place; undefined where nothing was added. */
  end(): readonly [index: number, part: Part] | undefined {
    if (this.#index === undefined) return undefined;
    this.#write();
    return [this.#index, { name: this.#name, bytes: this.#bytes, digest: this.#hash.digest('hex') }];
  }

  #write(): void {
    const bytes = Buffer.from(this.#texts.join(''));
    this.#hash.update(bytes);
    writeFileSync(this.#file, bytes, { flag: 'a', mode: 0o600 });
    this.#texts = [];
    this.#gathered = 0;
  }
}
