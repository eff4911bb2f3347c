import { describe, expect, it } from 'vitest';
import { committedDocument } from '../../src/core/committed.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';

describe('what was committed of a document', () => {
  const text = '# 1. Keep it\n\n## Status\n\nProposed\n';

  it('is parsed once while the document is edited', () => {
    const [first, second] = ['Accepted', 'Rejected'].map((status) => committedDocument(text, { path: 'a.md', text: text.replace('Proposed', status) }, builtInVocabulary));
    expect(first!.facts.status).toBe('proposed');
    expect(second!.document).toBe(first!.document);
  });

  it('is nothing else where only its line endings are others', () => {
    expect(committedDocument(text, { path: 'a.md', text: text.replaceAll('\n', '\r\n') }, builtInVocabulary)).toBeUndefined();
  });
});
