import { datesIn } from '../dates.ts';
import type { Document } from '../document.ts';
import type { Evidence } from '../entry.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import { emptyPlaces } from './empty-places.ts';
import { claimOf, claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { refuse, type EditResult } from './refusal.ts';
import { isIsoDay, writeDate } from './write-date.ts';

/** Writes another date (YYYY-MM-DD) where `evidence` read the present one, in its form; without evidence, where a place waits for one. */
export function setDate(document: Document, evidence: Evidence | undefined, date: string, options: MetadataOptions = {}): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  if (!isIsoDay(date)) return refuse('bad-date', { date: date.slice(0, 40) });
  if (!evidence) {
    for (const place of (['date', 'decided', 'created'] as const).flatMap((role) => emptyPlaces(document, role, vocabulary))) {
      const result = ifWeighed(document, vocabulary, [place.write(date)], (after) => after.date === date);
      if (!('refused' in result)) return result;
    }
    return refuse('no-date');
  }
  return overwriteDate(document, evidence, 'date', date, vocabulary);
}

/** Writes another date over the one that `evidence` read, in its form. */
export function overwriteDate(document: Document, evidence: Evidence, property: 'date' | 'decideBy', date: string, vocabulary: Vocabulary): EditResult {
  const claims = claimsOf(document, vocabulary);
  const claim = claimOf(document, claims, property, evidence);
  if ('refused' in claim) return claim;
  const source = document.text.slice(claim.range.start, claim.range.end);
  const found = datesIn(source, vocabulary).find((each) => each.value === claim.value);
  if (!found) return refuse('not-read-back');
  const range = { start: claim.range.start + found.start, end: claim.range.start + found.end };
  const written = source.slice(found.start, found.end);
  let result: EditResult = refuse('not-read-back');
  for (const newText of new Set([writeDate(date, written), date])) {
    if (newText === written) return [];
    result = ifWeighed(document, vocabulary, [{ range, newText }], (after) => after[property] === date);
    if (!('refused' in result)) return result;
  }
  return result;
}
