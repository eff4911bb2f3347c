import type { Claim } from '../dialects/dialect.ts';
import { statusIn } from '../dialects/status-words.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Evidence, Status } from '../entry.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { emptyPlaces } from './empty-places.ts';
import { claimOf, claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { refuse, type EditResult } from './refusal.ts';
import { likeCase, wordsFor } from './status-word.ts';

const STATUSES: ReadonlySet<string> = new Set<Status>(['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn', 'implemented', 'deferred']);

/**
 * Writes another status where `evidence` read the present one; without evidence, where a place waits for one. `status` is one of Docket's, which is put in the words
 * of the document, or any other words, which are written as they are.
 */
export function setStatus(document: Document, evidence: Evidence | undefined, status: Status | (string & {}), options: MetadataOptions = {}): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  if (!evidence) return writeFirst(document, status, options);
  const claims = claimsOf(document, vocabulary);
  const claim = claimOf(document, claims, 'status', evidence);
  if ('refused' in claim) return claim;
  const isOwn = STATUSES.has(status);
  const wanted = isOwn ? status : (statusIn(status, vocabulary)?.status ?? null);
  if (isOwn && claim.value === status) return [];

  let result: EditResult = refuse('not-read-back');
  for (const places of placesOf(document, claims, claim)) {
    const like = written(document, places[0]!);
    const words = isOwn ? wordsFor(status as Status, firstWords(like), claim.dialect, options.neighbours ?? []) : [status];
    // A word that grows together with what stands behind it ("Implemented in favour of …") could not be taken back.
    for (const isAlone of [true, false]) {
      for (const word of words) {
        const edits = places.map((range, index): Edit => ({ range, newText: index === 0 ? word : likeCase(word, written(document, range)) }));
        result = ifWeighed(document, vocabulary, edits, (after, now, text) => after.status === wanted && (!isAlone || now.some(({ property, token, range }) => property === 'status' && text.slice((token ?? range).start, (token ?? range).end) === word)));
        if (!('refused' in result)) return result;
      }
    }
  }
  return result;
}

// No status is read: one is written where the document has a place for it.
function writeFirst(document: Document, status: string, options: MetadataOptions): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const wanted = STATUSES.has(status) ? status : (statusIn(status, vocabulary)?.status ?? null);
  for (const place of emptyPlaces(document, 'status', vocabulary)) {
    for (const word of STATUSES.has(status) ? wordsFor(status as Status, place.key, place.dialect, options.neighbours ?? []) : [status]) {
      const result = ifWeighed(document, vocabulary, [place.write(word)], (after) => after.status === wanted);
      if (!('refused' in result)) return result;
    }
  }
  return refuse('no-status');
}

/** Where a document says what its status is; a change log or a title only mentions it. */
const STATING: ReadonlySet<string> = new Set(['front-matter', 'list', 'lines', 'table', 'html-table', 'fenced-preamble', 'section']);

// The word, with those of the places that say the same in another way; the word alone; the whole value; then what contradicts it.
function placesOf(document: Document, claims: readonly Claim[], claim: Claim): Range[][] {
  const token = claim.token ?? claim.range;
  const others: Range[] = [];
  const same: Range[] = [];
  for (const other of claims.filter((each) => each.property === 'status' && each !== claim && each.line > 0 && each.value !== '').sort((a, b) => b.weight - a.weight)) {
    const range = other.token ?? other.range;
    if ([claim.range, ...others].some((taken) => range.start < taken.end && taken.start < range.end)) continue;
    others.push(range);
    if (other.value === claim.value && other.dialect !== claim.dialect && STATING.has(other.dialect)) same.push(range);
  }
  const places = [[token, ...same], [token], [claim.range, ...same], ...others.map((_, count) => [token, ...others.slice(0, count + 1)])];
  return places.filter((ranges) => ranges.every((range) => range.end > range.start && !/[\r\n]/.test(written(document, range))));
}

function written(document: Document, { start, end }: Range): string {
  return document.text.slice(start, end);
}

function firstWords(written: string): string {
  return written.replace(/[*_`"'[\]]/g, '').split(/\s+(?:by|durch|por|par)\s/i)[0]!.trim();
}
