import * as v from 'valibot';
import type { PlainFinding } from '../../core/finding.ts';
import { unpackFacts, unpackOutline, type PackedReading } from '../../core/reading.ts';
import type { Question } from '../../core/watching.ts';
import { isFinding, isReading } from '../cache/shapes.ts';

const text = v.string();
const nullable = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const documentSchema = v.strictObject({
  path: text,
  /** Of what was read. */
  digest: text,
  reading: v.custom<PackedReading>((value) => isReading(value) && isWhole(value)),
  /** Null where the document was only read. */
  checked: v.nullable(v.strictObject({
    findings: v.array(v.custom<PlainFinding>(isFinding)),
    questions: v.array(v.custom<Question>((value) => Array.isArray(value) && value.length > 1 && value.slice(0, 2).every((one) => typeof one === 'string'))),
    isSilencing: v.boolean(),
  })),
});

const folderSchema = v.strictObject({
  /** The way from the top of the repository down to the folder. */
  above: text,
  /** A digest of which files there are, and of how many bytes. */
  files: text,
  /** A digest of the configurations. */
  configuration: text,
  /** What `--changed` compares with, as it was written or found, and the commit that this is; null where nothing is compared. */
  ref: nullable,
  revision: nullable,
  documents: v.array(documentSchema),
  /** Digests of the other files that were read, such as templates, lists of people and indexes of other repositories. */
  others: v.record(text, text),
  /** The properties of documents' own entries that each rule has looked at. */
  properties: v.record(text, v.array(text)),
});

/** What one shard writes: what it read of its documents, what it found in them, and what that goes by. */
export const partSchema = v.strictObject({
  docket: v.literal('part'),
  version: v.literal(1),
  /** What made it. */
  engine: text,
  shard: v.pipe(v.strictObject({ index: count, of: count }), v.check(({ index, of }) => index <= of)),
  /** What the user wrote behind `docket lint`. */
  asked: v.strictObject({ paths: v.array(text), rules: v.array(text), changed: v.nullable(v.union([text, v.literal(true)])) }),
  /** The languages of the findings, and their day, YYYY-MM-DD. */
  said: v.strictObject({ language: text, alwaysLanguage: nullable, today: text }),
  folders: v.array(folderSchema),
});

export type Part = v.InferOutput<typeof partSchema>;
export type PartFolder = Part['folders'][number];
export type PartDocument = PartFolder['documents'][number];

// Another machine has packed it.
function isWhole(reading: PackedReading): boolean {
  const { path, features, ...lists } = { ...unpackFacts(reading), outline: unpackOutline(reading) };
  return path === reading.path && typeof features === 'object' && (['claims', 'outline', 'actions', 'questions', 'reviews', 'problems'] as const).every((list) => Array.isArray(lists[list]));
}

/** The part that a text is; undefined where it is none. */
export function readPart(written: string): Part | undefined {
  try {
    const read = v.safeParse(partSchema, JSON.parse(written));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
