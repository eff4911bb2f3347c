import type { Claim } from '../dialects/dialect.ts';
import { statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Evidence, Status } from '../entry.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { claimOf, claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { refuse, type EditResult } from './refusal.ts';
import { wordsFor } from './status-word.ts';

const STATUSES: ReadonlySet<string> = new Set<Status>(['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn', 'implemented', 'deferred']);

/**
 * Writes another status where `evidence` read the present one. `status` is one of Docket's, which is put in the words
 * of the document, or any other words, which are written as they are.
 */
export function setStatus(document: Document, evidence: Evidence | undefined, status: Status | (string & {}), options: MetadataOptions = {}): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const claims = claimsOf(document, vocabulary);
  const claim = claimOf(document, claims, 'status', evidence);
  if ('refused' in claim) return claim;
  const isOwn = STATUSES.has(status);
  const wanted = isOwn ? status : (statusIn(status, vocabulary)?.status ?? null);
  if (isOwn && claim.value === status) return [];

  let result: EditResult = refuse('not-read-back');
  for (const places of placesOf(document, claims, claim)) {
    const like = document.text.slice(places[0]!.start, places[0]!.end);
    for (const word of isOwn ? wordsFor(status as Status, firstWords(like), claim.dialect, options.neighbours ?? []) : [status]) {
      const edits = places.map((range): Edit => ({ range, newText: word }));
      result = ifWeighed(document, vocabulary, edits, (after) => after.status === wanted);
      if (!('refused' in result)) return result;
    }
  }
  return result;
}

// The word alone; then the whole value; then, where other places of the document say the old status, those, too.
function placesOf(document: Document, claims: readonly Claim[], claim: Claim): Range[][] {
  const token = claim.token ?? claim.range;
  const places: Range[][] = [[token]];
  if (token.start !== claim.range.start || token.end !== claim.range.end) places.push([claim.range]);
  const others: Range[] = [];
  for (const other of claims.filter((each) => each.property === 'status' && each !== claim && each.line > 0 && each.value !== '').sort((a, b) => b.weight - a.weight)) {
    const range = other.token ?? other.range;
    if ([claim.range, ...others].some((taken) => range.start < taken.end && taken.start < range.end)) continue;
    others.push(range);
    places.push([token, ...others]);
  }
  return places.filter((ranges) => ranges.every(({ start, end }) => end > start && !/[\r\n]/.test(document.text.slice(start, end))));
}

function firstWords(written: string): string {
  return written.replace(/[*_`"'[\]]/g, '').split(/\s+(?:by|durch|por|par)\s/i)[0]!.trim();
}
