import type { Claim } from '../dialects/dialect.ts';
import { statusIn } from '../dialects/status-words.ts';
import { weigh } from '../dialects/weigh.ts';
import type { Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import type { Evidence, Status } from '../entry.ts';
import type { Range } from '../lines.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { emptyPlaces } from './empty-places.ts';
import { claimOf, claimsOf, ifWeighed, reread, type MetadataOptions } from './metadata.ts';
import { isRefusal, refuse, type EditResult } from './refusal.ts';
import { likeCase, wordsFor } from './status-word.ts';

const STATUSES: ReadonlySet<string> = new Set<Status>(['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn', 'implemented', 'deferred']);

/**
 * Writes another status where `evidence` read the present one; without evidence, where a place waits for one. `status` is one of Docket's, which is put in the words
 * of the document and refused where the old word could not be set back, or any other words, which are written as they are.
 */
export function setStatus(document: Document, evidence: Evidence | undefined, status: Status | (string & {}), options: MetadataOptions = {}): EditResult {
  if (!evidence || !STATUSES.has(status)) return setStatusForGood(document, evidence, status, options);
  return firstWritten(document, evidence, status, options, (edits) => !(status === 'superseded' && BY_WHOM.test(document.text.slice(edits[0]!.range.end, edits[0]!.range.end + 20))) && isSetBack(document, edits, options));
}

// "Approved by the board": superseded, the people would be taken for a document.
const BY_WHOM = /^[ \t]+(?:by|durch|von|por|par)[ \t]/i;

/** As `setStatus`, also where the old word could not be set back: what takes the place of a document does so for good. */
export function setStatusForGood(document: Document, evidence: Evidence | undefined, status: Status | (string & {}), options: MetadataOptions = {}): EditResult {
  return evidence ? firstWritten(document, evidence, status, options, () => true) : writeFirst(document, status, options);
}

// Where other words state a status, too, the next reading may go by those.
function isSetBack(document: Document, edits: readonly Edit[], options: MetadataOptions): boolean {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
  const after = reread(document, applyEdits(document.text, edits));
  const back = setStatusForGood(after, weigh(claimsOf(after, vocabulary), undefined).evidence.status, written(document, edits[0]!.range), { vocabulary });
  return !isRefusal(back) && applyEdits(after.text, back) === document.text;
}

function firstWritten(document: Document, evidence: Evidence, status: Status | (string & {}), options: MetadataOptions, isWanted: (edits: readonly Edit[]) => boolean): EditResult {
  const vocabulary = options.vocabulary ?? builtInVocabulary;
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
        if (isRefusal(result)) continue;
        if (isWanted(result)) return result;
        result = refuse('not-set-back', { text: claim.text.slice(0, 80) });
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

// The word, with those of the places that say the same in another way; the word alone; the whole value, where no other word would be lost; then what contradicts it.
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
  const remains = document.text.slice(claim.range.start, token.start) + document.text.slice(token.end, claim.range.end);
  const whole = /[\p{L}\p{N}]/u.test(remains) ? [] : [[claim.range, ...same]];
  const places = [[token, ...same], [token], ...whole, ...others.map((_, count) => [token, ...others.slice(0, count + 1)])];
  return places.filter((ranges) => ranges.every((range) => range.end > range.start && !/[\r\n]/.test(written(document, range))));
}

function written(document: Document, { start, end }: Range): string {
  return document.text.slice(start, end);
}

function firstWords(written: string): string {
  return written.replace(/[*_`"'[\]]/g, '').split(/\s+(?:by|durch|por|par)\s/i)[0]!.trim();
}
