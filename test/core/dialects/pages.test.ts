import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/document.ts';
import type { Claim } from '../../../src/core/dialects/dialect.ts';
import { DIALECTS } from '../../../src/core/dialects/index.ts';
import { sidecarClaims } from '../../../src/core/dialects/sidecar.ts';
import { parseMarkdown } from '../../../src/core/markdown.ts';
import { builtInVocabulary } from '../../../src/core/vocabulary/index.ts';

const here = new URL('.', import.meta.url);
const ids = [...DIALECTS.map((dialect) => dialect.id), 'sidecar'];

// A page holds examples: a sentence, a document (its path behind the language), and what the dialect reads in it,
// a line for each claim: line of the document, property, value, and in quotes the very characters at its range.
describe('every dialect reads what its page says', () => {
  it('has a page for each dialect, and no other', () => {
    const pages = readdirSync(here).filter((name) => name.endsWith('.md')).map((name) => name.replace('.md', ''));
    expect(pages.sort()).toEqual([...ids].sort());
  });

  for (const id of ids) {
    for (const { sentence, path, text, evidence } of examplesOf(readFileSync(new URL(`${id}.md`, here), 'utf8'))) {
      it(`${id}: ${sentence}`, () => {
        expect(claimsOf(id, path, text).map((claim) => lineOf(claim, text)).join('\n')).toBe(evidence);
      });
    }
  }
});

function claimsOf(id: string, path: string, text: string): readonly Claim[] {
  const dialect = DIALECTS.find((each) => each.id === id);
  return dialect ? dialect.read(parseDocument(path, text), builtInVocabulary) : sidecarClaims(path, text);
}

function lineOf(claim: Claim, text: string): string {
  const written = claim.line === 0 ? claim.text : text.slice(claim.range.start, claim.range.end);
  const ambiguous = claim.dayFirst ? ` or ${claim.dayFirst}` : '';
  return `${claim.line} ${claim.property} ${claim.value.replaceAll('\n', ', ') || '(unknown)'}${ambiguous} "${written.replaceAll('\n', '⏎')}"`;
}

function examplesOf(page: string) {
  const examples: { sentence: string; path: string; text: string; evidence: string }[] = [];
  let sentence = '';
  for (const node of parseMarkdown(page).children) {
    if (node.type === 'paragraph') sentence = page.slice(node.position!.start.offset, node.position!.end.offset);
    if (node.type !== 'code') continue;
    if (node.lang === 'evidence') examples.at(-1)!.evidence = node.value;
    else examples.push({ sentence, path: node.meta ?? 'x.md', text: `${node.value}\n`, evidence: '' });
  }
  return examples;
}
