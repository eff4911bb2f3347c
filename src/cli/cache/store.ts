import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PlainFinding } from '../../core/finding.ts';
import type { PackedReading } from '../../core/reading.ts';
import { sha256 } from './answers.ts';

/** What is remembered of one file: what it looked like on disk when it was read, and what was read. */
export interface StoredDocument {
  /** Undefined where it could have changed again without looking different. */
  readonly seen: string | undefined;
  readonly digest: string;
  /** A team's own words that it was read with, as the intake names them. */
  readonly words: string;
  readonly reading: PackedReading;
}

/** What is remembered of one folder. */
export interface Stored {
  /** What readings and findings were made with; of another one nothing is of use. */
  readonly engine: string;
  /** The way from the top of the repository down to the folder. */
  readonly above: string;
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Undefined where not all was checked. */
  readonly checked: { readonly settings: string; readonly answers: ReadonlyMap<string, string>; readonly findings: ReadonlyMap<string, readonly PlainFinding[]> } | undefined;
}

const BEGINNING = 'docket cache 1\n';

/** The largest file that is taken for a cache, in bytes. */
const MOST = 1_000_000_000;

/** Undefined where there is none, it is broken, or another user's. */
export async function readStored(file: string): Promise<Stored | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const info = await handle.stat();
      if (!info.isFile() || info.size > MOST || (process.getuid && info.uid !== process.getuid())) return undefined;
      const bytes = await handle.readFile();
      const start = BEGINNING.length + 65;
      if (bytes.toString('latin1', 0, BEGINNING.length) !== BEGINNING) return undefined;
      const content = bytes.subarray(start);
      if (bytes.toString('latin1', BEGINNING.length, start) !== `${sha256(content)}\n`) return undefined;
      const value: unknown = deserialize(content);
      return isStored(value) ? value : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Writes it at once or not at all; where that is not possible, there is none. */
export async function writeStored(file: string, stored: Stored): Promise<void> {
  const content = serialize(stored);
  const own = `${file}.${process.pid}.${sha256(`${Math.random()}`).slice(0, 8)}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(own, [BEGINNING, `${sha256(content)}\n`, content], { mode: 0o600, flag: 'wx' });
    await rename(own, file);
  } catch {
    await rm(own, { force: true }).catch(() => {});
  }
}

function isStored(value: unknown): value is Stored {
  if (!isObject(value) || typeof value['engine'] !== 'string' || typeof value['above'] !== 'string' || !(value['documents'] instanceof Map)) return false;
  const { documents, checked } = value;
  if (![...documents].every(([name, one]) => typeof name === 'string' && isDocument(one) && one.reading.path === name)) return false;
  if (checked === undefined) return true;
  return isObject(checked) && typeof checked['settings'] === 'string' && checked['answers'] instanceof Map && checked['findings'] instanceof Map
    && [...checked['answers']].every(([key, digest]) => isQuestion(key) && typeof digest === 'string')
    && [...checked['findings']].every(([name, findings]) => typeof name === 'string' && Array.isArray(findings) && findings.every(isFinding));
}

function isQuestion(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    const asked: unknown = JSON.parse(value);
    return Array.isArray(asked) && asked.every((one, index) => typeof one === 'string' || (index === 1 && asked[0] === 'ignored' && Array.isArray(one) && one.every((path) => typeof path === 'string')));
  } catch {
    return false;
  }
}

function isDocument(value: unknown): value is StoredDocument {
  return isObject(value) && typeof value['digest'] === 'string' && typeof value['words'] === 'string' && (value['seen'] === undefined || typeof value['seen'] === 'string') && isReading(value['reading']);
}

/** Has it the shape of what is remembered of a document? What is packed in it is not looked at. */
export function isReading(value: unknown): value is PackedReading {
  return isObject(value) && typeof value['path'] === 'string' && (value['typeName'] === undefined || typeof value['typeName'] === 'string') && Array.isArray(value['problems']) && typeof value['packed'] === 'string';
}

/** Has it the shape of a finding as data alone? */
export function isFinding(value: unknown): value is PlainFinding {
  return isObject(value) && (['ruleId', 'messageId', 'severity', 'reason', 'file', 'url'] as const).every((key) => typeof value[key] === 'string') && Array.isArray(value['place']) && value['place'].length === 6 && isObject(value['data']) && Array.isArray(value['fixes']);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
