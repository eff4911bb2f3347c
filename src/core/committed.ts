import { weigh, type Weighed } from './dialects/weigh.ts';
import { parseDocument, type Document } from './document.ts';
import { claimsOf } from './edits/metadata.ts';
import { rememberingLast } from './remembering.ts';
import type { Vocabulary } from './vocabulary/index.ts';

/** A document as it was committed, and what it says of itself there. */
export interface Committed {
  readonly document: Document;
  readonly facts: Weighed;
}

/** Reads what was committed of a document; undefined where the text is the same but for its line endings. */
export function committedDocument(text: string, { path, text: now }: Pick<Document, 'path' | 'text'>, vocabulary: Vocabulary): Committed | undefined {
  return text === now || withPlainLineEnds(text) === withPlainLineEnds(now) ? undefined : readCommitted(path, text, vocabulary);
}

// While somebody writes, what was committed stays the same.
const readCommitted = rememberingLast((path: string, text: string, vocabulary: Vocabulary): Committed => {
  const document = parseDocument(path, text);
  return { document, facts: weigh(claimsOf(document, vocabulary), undefined) };
});

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
