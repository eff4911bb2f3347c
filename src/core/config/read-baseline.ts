import * as v from 'valibot';
import type { Baseline } from '../baseline.ts';
import { readJson, type JsonMistake } from '../json-mistakes.ts';
import type { Text } from '../language.ts';

// A list would pass for a record.
const byName = <Held extends v.GenericSchema>(held: Held) => v.pipe(v.unknown(), v.check((one) => !Array.isArray(one)), v.record(v.string(), held));

const schema = v.strictObject({ version: v.literal(1), documents: byName(byName(byName(v.pipe(v.number(), v.integer(), v.minValue(1))))) });

const REASONS = {
  version: { en: '"version" has to be 1', ko: '"version"은 1이어야 합니다' },
  count: { en: 'a number of findings has to be whole, and 1 or more', ko: '발견 사항의 수는 1 이상의 정수여야 합니다' },
  shape: { en: 'it has to hold "version" and "documents" as Docket writes them', ko: 'Docket이 쓰는 형식의 "version"과 "documents"만 있어야 합니다' },
} satisfies Record<string, Text>;

/** Reads a baseline's JSON, or says where it is none. */
export function readBaseline(text: string): { readonly documents: Baseline } | { readonly mistake: JsonMistake } {
  const read = readJson(text, schema, (path) => REASONS[path[0] === 'version' ? 'version' : path.length === 4 ? 'count' : 'shape']);
  return 'mistake' in read ? read : { documents: read.value.documents };
}
