import { dateAt as writtenDateAt, type WrittenDate } from '../dates.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';

/** The date that begins at `at`, in any language that is known; undefined where none does. */
export function dateAt(text: string, at: number): WrittenDate | undefined {
  return writtenDateAt(text, at, builtInVocabulary);
}
