import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { matchSections } from '../../src/core/matching.ts';
import { readTemplate } from '../../src/core/template.ts';

describe('the sections of a document', () => {
  const matched = (templateText: string, text: string) =>
    matchSections(parseDocument('a.md', text), readTemplate('a', templateText)).matches.map(({ wanted, found }) => [wanted.title, found.title]);

  it('stand for those of the template by their titles or aliases', () => {
    expect(matched('# T\n## Context\n<!-- docket: {aliases: [Background]} -->\n## Decision\n', '# T\n## 1. BACKGROUND:\n## Decision\n')).toEqual([['Decision', 'Decision'], ['Context', '1. BACKGROUND:']]);
  });

  it('are taken once', () => {
    expect(matched('# T\n## A\n<!-- docket: {aliases: [X]} -->\n## B\n<!-- docket: {aliases: [X]} -->\n', '# T\n## X\n')).toEqual([['A', 'X']]);
  });

  it('are not lost to the alias of an earlier section', () => {
    expect(matched('# T\n## A\n<!-- docket: {aliases: [B]} -->\n## B\n', '# T\n## B\n')).toEqual([['B', 'B']]);
  });

  it('are looked for in their own parent first', () => {
    const text = '# T\n## One\n### Goals\n## Two\n### Goals\n';
    const document = parseDocument('a.md', text);
    const { matches } = matchSections(document, readTemplate('a', '# T\n## Two\n### Goals\n'));
    expect(matches.map(({ found }) => document.sections.indexOf(found))).toEqual([3, 4]);
  });

  it('may stand at another depth than in the template', () => {
    expect(matched('# T\n## A\n### B\n', '# T\n### A\n## B\n')).toEqual([['A', 'A'], ['B', 'B']]);
  });

  it('are not the title', () => {
    expect(matched('# T\n## Summary\n', '# Summary\n## Other\n')).toEqual([]);
    expect(matched('# Summary\n# Other\n', '# Summary\n## More\n')).toEqual([['Summary', 'Summary']]);
  });
});
