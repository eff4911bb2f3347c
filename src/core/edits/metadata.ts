import type { Claim } from '../dialects/dialect.ts';
import { readClaims } from '../dialects/index.ts';
import { isSidecarPath, sidecarClaims } from '../dialects/sidecar.ts';
import { weigh, type Weighed } from '../dialects/weigh.ts';
import { parseDocument, unreadDocument, type Document } from '../document.ts';
import { applyEdits, type Edit } from '../edit.ts';
import type { Entry, Evidence } from '../entry.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import { refuse, type EditResult, type Refusal } from './refusal.ts';

/** What an edit of a document's metadata may go by. */
export interface MetadataOptions {
  /** With a team's own words. */
  readonly vocabulary?: Vocabulary;
  /** The other documents: their words for a status are preferred. */
  readonly neighbours?: readonly Entry[];
}

/** The text of a side-car in the form in which the edits take it. */
export function sidecarDocument(path: string, text: string): Document {
  return unreadDocument(path, text, { id: 'unreadable', data: {} });
}

/** What the dialects read in a document or a side-car. */
export function claimsOf(document: Document, vocabulary: Vocabulary = builtInVocabulary): readonly Claim[] {
  return isSidecarPath(document.path) ? sidecarClaims(document.path, document.text, vocabulary) : readClaims(document, vocabulary);
}

/** The claim that `evidence` was made of, in the text as it is now; or why it cannot be edited here. */
export function claimOf(document: Document, claims: readonly Claim[], property: 'status' | 'date' | 'decideBy', evidence: Evidence | undefined): Claim | Refusal {
  if (!evidence) return refuse(property === 'status' ? 'no-status' : 'no-date');
  if (evidence.path !== undefined && evidence.path !== document.path) return refuse('other-file', { path: evidence.path });
  if (evidence.line === 0) return refuse('not-in-text', { text: evidence.text.slice(0, 80) });
  const claim = claims.find((each) => each.property === property && each.dialect === evidence.dialect && each.text === evidence.text && each.range.start === evidence.range.start && each.range.end === evidence.range.end);
  return claim ?? refuse('changed');
}

/** The document or side-car with another text. */
export function reread({ path }: Document, text: string): Document {
  return isSidecarPath(path) ? sidecarDocument(path, text) : parseDocument(path, text);
}

/** `edits`, if the text after them is weighed as `isMeant` wants it. */
export function ifWeighed(document: Document, vocabulary: Vocabulary, edits: readonly Edit[], isMeant: (after: Weighed, claims: readonly Claim[], text: string) => boolean): EditResult {
  const text = applyEdits(document.text, edits);
  const claims = claimsOf(reread(document, text), vocabulary);
  return isMeant(weigh(claims, undefined), claims, text) ? edits : refuse('not-read-back');
}
