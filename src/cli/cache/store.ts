import { statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from './answers.ts';
import { INDEX, type Part, type Ref } from './parts.ts';
import { isObject } from './shapes.ts';
import type { PackedReading } from '../../core/reading.ts';

/** What is remembered of one file: what it looked like on disk when it was read, what was read, and what was found. */
export interface StoredDocument extends Pick<PackedReading, 'typeName' | 'problems'> {
  /** Undefined where it could have changed again without looking different. */
  readonly seen: string | undefined;
  readonly digest: string;
  /** A team's own words that it was read with, as the intake names them. */
  readonly words: string;
  readonly reading: Ref;
  /** Undefined where it was not checked. */
  readonly found: Ref | undefined;
}

/** What is remembered of one folder; the texts lie in its parts. */
export interface Stored {
  /** What readings and findings were made with; of another one nothing is of use. */
  readonly engine: string;
  /** The way from the top of the repository down to the folder. */
  readonly above: string;
  readonly parts: readonly Part[];
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Undefined where not all was checked. */
  readonly checked: { readonly settings: string; readonly answers: ReadonlyMap<string, string> } | undefined;
}

const BEGINNING = 'docket cache 2\n';

/** The largest file that is taken for an index, in bytes. */
const MOST = 400_000_000;

/** Milliseconds after which a part that no index has is nobody's. */
const FORGOTTEN = 3_600_000;

/** Undefined where there is none, it is broken, or another user's. */
export async function readStored(folder: string): Promise<Stored | undefined> {
  try {
    const handle = await open(path.join(folder, INDEX), 'r');
    try {
      const info = await handle.stat();
      if (!info.isFile() || info.size > MOST || (process.getuid && info.uid !== process.getuid())) return undefined;
      const bytes = await handle.readFile();
      const start = BEGINNING.length + 65;
      if (bytes.toString('latin1', 0, BEGINNING.length) !== BEGINNING) return undefined;
      const content = bytes.subarray(start);
      return bytes.toString('latin1', BEGINNING.length, start) === `${sha256(content)}\n` ? storedOf(JSON.parse(content.toString())) : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Writes the index of `stored`, whose parts are there, at once or not at all; then takes away the parts that it has no more. */
export async function writeStored(folder: string, { engine, above, parts, documents, checked }: Stored, before: readonly Part[] = []): Promise<void> {
  const rows = [...documents].map(([name, { seen, digest, words, typeName, problems, reading, found }]): Row => [name, seen ?? null, digest, words, typeName ?? null, problems, reading, found ?? null]);
  const content = Buffer.from(JSON.stringify({ engine, above, parts, rows, checked: checked ? { settings: checked.settings, answers: [...checked.answers] } : null }));
  const own = path.join(folder, `${INDEX}.${process.pid}.${sha256(`${Math.random()}`).slice(0, 8)}`);
  try {
    await writeFile(own, [BEGINNING, `${sha256(content)}\n`, content], { mode: 0o600, flag: 'wx' });
    await rename(own, path.join(folder, INDEX));
    await sweep(folder, new Set(parts.map(({ name }) => name)), new Set(before.map(({ name }) => name)));
  } catch {
    await rm(own, { force: true }).catch(() => {});
  }
}

/** Makes the folder of a cache, which nobody else may read. Rejects where it cannot. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

// Others may be about to name theirs in an index.
async function sweep(folder: string, kept: ReadonlySet<string>, replaced: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (name !== INDEX && !kept.has(name) && (replaced.has(name) || Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > FORGOTTEN)) await rm(file, { force: true });
  }
}

type Row = readonly [path: string, seen: string | null, digest: string, words: string, typeName: string | null, problems: PackedReading['problems'], reading: Ref, found: Ref | null];

function storedOf(value: unknown): Stored | undefined {
  if (!isObject(value) || typeof value['engine'] !== 'string' || typeof value['above'] !== 'string') return undefined;
  const { engine, above, parts, rows, checked } = value;
  if (!Array.isArray(parts) || !parts.every(isPart) || !Array.isArray(rows) || !rows.every((row) => isRow(row, parts))) return undefined;
  if (checked !== null && !(isObject(checked) && typeof checked['settings'] === 'string' && Array.isArray(checked['answers']) && checked['answers'].every(isAnswer))) return undefined;
  const documents = new Map((rows as Row[]).map(([name, seen, digest, words, typeName, problems, reading, found]): [string, StoredDocument] => [name, { seen: seen ?? undefined, digest, words, typeName: typeName ?? undefined, problems, reading, found: found ?? undefined }]));
  return { engine, above, parts, documents, checked: checked ? { settings: checked['settings'] as string, answers: new Map(checked['answers'] as [string, string][]) } : undefined };
}

const isPart = (value: unknown): value is Part => isObject(value) && typeof value['name'] === 'string' && /^[0-9a-f]+\.part$/.test(value['name']) && typeof value['bytes'] === 'number' && typeof value['digest'] === 'string';

function isRow(value: unknown, parts: readonly Part[]): value is Row {
  if (!Array.isArray(value) || value.length !== 8) return false;
  const [name, seen, digest, words, typeName, problems, reading, found] = value as readonly unknown[];
  return [name, digest, words].every(isText) && [seen, typeName].every((one) => one === null || isText(one)) && Array.isArray(problems) && isRef(reading, parts) && (found === null || isRef(found, parts));
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isRef = (value: unknown, parts: readonly Part[]): value is Ref => Array.isArray(value) && value.length === 3 && value.every((one) => Number.isInteger(one) && one >= 0) && value[1] + value[2] <= (parts[value[0] as number]?.bytes ?? -1);

function isAnswer(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isText) && isQuestion(value[0]!);
}

function isQuestion(value: string): boolean {
  try {
    const asked: unknown = JSON.parse(value);
    return Array.isArray(asked) && asked.every((one, index) => isText(one) || (index === 1 && asked[0] === 'ignored' && Array.isArray(one) && one.every(isText)));
  } catch {
    return false;
  }
}
