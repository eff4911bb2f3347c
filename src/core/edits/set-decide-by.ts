import { titleSection } from '../dialects/heading.ts';
import { isSidecarPath } from '../dialects/sidecar.ts';
import { weigh } from '../dialects/weigh.ts';
import type { Document } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Evidence } from '../entry.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import { beside } from './beside.ts';
import { emptyPlaces } from './empty-places.ts';
import { claimsOf, ifWeighed, type MetadataOptions } from './metadata.ts';
import { refuse, type EditResult } from './refusal.ts';
import { keyFor } from './relation-words.ts';
import { overwriteDate } from './set-date.ts';
import { isIsoDay } from './write-date.ts';

/** Writes by when (YYYY-MM-DD) a document is to be decided: over the date that `evidence` read, in its form, or beside the status in the same dialect. */
export function setDecideBy(document: Document, evidence: Evidence | undefined, date: string, { vocabulary = builtInVocabulary }: MetadataOptions = {}): EditResult {
  if (!isIsoDay(date)) return refuse('bad-date', { date: date.slice(0, 40) });
  if (evidence) return overwriteDate(document, evidence, 'decideBy', date, vocabulary);
  // A side-car has the fields that its process gives it.
  if (isSidecarPath(document.path)) return refuse('no-decide-by');
  const was = weigh(claimsOf(document, vocabulary), undefined);
  for (const edit of waysOf(document, date, vocabulary)) {
    const result = ifWeighed(document, vocabulary, [edit], (after) => after.decideBy === date && (['status', 'statusText', 'date', 'number', 'title'] as const).every((property) => after[property] === was[property]) && after.owners.join() === was.owners.join());
    if (!('refused' in result)) return result;
  }
  return refuse('no-decide-by');
}

function* waysOf(document: Document, date: string, vocabulary: Vocabulary): Iterable<Edit> {
  for (const place of emptyPlaces(document, 'decideBy', vocabulary)) yield place.write(date);
  const claims = claimsOf(document, vocabulary);
  const believed = weigh(claims, undefined);
  const key = (like: string): string => keyFor('decideBy', like, undefined, document.fields.map((field) => field.key));
  for (const property of ['status', 'date'] as const) {
    const claim = claims.find((each) => each.property === property && each.line > 0 && each.range === believed.evidence[property]?.range);
    if (claim) yield* beside(document, claim, date, key);
  }
  const title = titleSection(document, vocabulary);
  if (!title) return;
  const ending = lineEndingOf(document.text);
  const name = /[가-힣]/u.test(title.title) ? '결정 기한' : 'Decide by';
  yield { range: { start: title.heading.end, end: title.heading.end }, newText: `${ending}${ending}${name}: ${date}` };
}
