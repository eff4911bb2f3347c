import type { PackedReading } from '../core/reading.ts';

/** A document as it was read, and what its file looked like then. */
export interface Remembered {
  readonly seen: string;
  /** A team's own words that it was read with, as the intake names them. */
  readonly words: string;
  readonly reading: PackedReading;
}

const BEGINNING = 'docket readings 2\n';

/** Digits of the sum, and of how many bytes the rows have. */
const [SUM, LENGTH] = [16, 10];

/** Where the rows begin; the sum is of all words of four bytes after it. */
const HEAD = BEGINNING.length + SUM + LENGTH;

type Row = readonly [path: string, seen: string, words: string, typeName: string | null, problems: PackedReading['problems'], bytes: number];

/** Readings as bytes; `made` says what they are made with. */
export function packRemembered(made: string, documents: readonly Remembered[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = documents.map(({ reading }) => encoder.encode(reading.packed));
  const rows = encoder.encode(JSON.stringify([made, documents.map(({ seen, words, reading: { path, typeName, problems } }, at): Row => [path, seen, words, typeName ?? null, problems, texts[at]!.length])]));
  const bytes = new Uint8Array(HEAD + rows.length + texts.reduce((sum, { length }) => sum + length, 0));
  let at = HEAD;
  for (const part of [rows, ...texts]) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(encoder.encode(`${BEGINNING}${'0'.repeat(SUM)}${String(rows.length).padStart(LENGTH, '0')}`));
  bytes.set(encoder.encode(sumOf(bytes.subarray(HEAD))), BEGINNING.length);
  return bytes;
}

/** What is remembered by path; nothing where the bytes are not what was written, or made with something else. */
export function unpackRemembered(bytes: Uint8Array, made: string): ReadonlyMap<string, Remembered> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const head = decoder.decode(bytes.subarray(0, HEAD));
  if (head.length !== HEAD || !head.startsWith(`${BEGINNING}${sumOf(bytes.subarray(HEAD))}`)) return new Map();
  let at = HEAD + Number(head.slice(-LENGTH));
  const [by, rows] = JSON.parse(decoder.decode(bytes.subarray(HEAD, at))) as readonly [unknown, readonly Row[]];
  if (by !== made) return new Map();
  return new Map(rows.map(([path, seen, words, typeName, problems, length]) => {
    const packed = decoder.decode(bytes.subarray(at, (at += length)));
    return [path, { seen, words, reading: { path, typeName: typeName ?? undefined, problems, packed } }];
  }));
}

/** The name under which the readings of a folder are stored, in hexadecimal digits. */
export const storeNameOf = (folder: string): string => sumOf(new TextEncoder().encode(folder));

// By words of four bytes, for there are tens of millions of bytes; what nobody has forged needs no more.
function sumOf(bytes: Uint8Array): string {
  const rest = bytes.byteOffset % 4 ? new Uint8Array(bytes) : bytes;
  const words = new Int32Array(rest.buffer, rest.byteOffset, rest.length >> 2);
  let first = rest.length;
  let second = 0;
  for (let at = 0; at < words.length; at++) {
    first = (first + words[at]!) | 0;
    second = (second + first) | 0;
  }
  for (const byte of rest.subarray(words.length * 4)) {
    first = (first + byte) | 0;
    second = (second + first) | 0;
  }
  return [first, second].map((one) => (one >>> 0).toString(16).padStart(8, '0')).join('');
}
