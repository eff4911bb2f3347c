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

  it('stand for it with what the author adds behind the words, where the template has no such section', () => {
    expect(matched('# T\n## Timeline\n', '# T\n## Timeline (all times UTC)\n')).toEqual([['Timeline', 'Timeline (all times UTC)']]);
    expect(matched('# T\n## Decision\n', '# T\n## Decision: one queue\n')).toEqual([['Decision', 'Decision: one queue']]);
    expect(matched('# T\n## Rollout\n', '# T\n## Rollout – in May\n')).toEqual([['Rollout', 'Rollout – in May']]);
    expect(matched('# T\n## Timeline\n', '# T\n## Timeline (draft)\n## Timeline\n')).toEqual([['Timeline', 'Timeline']]);
    expect(matched('# T\n## Proposal\n## Cost\n', '# Proposal: smaller queues\n# Cost\n')).toEqual([['Cost', 'Cost']]);
    expect(matched('# T\n## Cost\n## Cost (per year)\n', '# T\n## Cost (per year)\n')).toEqual([['Cost (per year)', 'Cost (per year)']]);
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

describe('a section stands a second time', () => {
  const twins = (templateText: string, text: string) =>
    matchSections(parseDocument('a.md', text), readTemplate('a', templateText)).matches.flatMap((match) => match.twins.map((twin) => [match.wanted.title, twin.title]));
  const template = '# T\n## Context\n<!-- docket: {aliases: [Background, Wider context, 배경]} -->\n## Decision\n';

  it('under its own heading or an alias beside it, before or behind', () => {
    expect(twins(template, '# T\n## Context\na\n## Context\nb\n')).toEqual([['Context', 'Context']]);
    expect(twins(template, '# T\n## Context\na\n## Background\nb\n')).toEqual([['Context', 'Background']]);
    expect(twins(template, '# T\n## Background\na\n## Decision\nb\n## Context\nb\n')).toEqual([['Context', 'Background']]);
  });

  it('with the same answer in another section, where its heading or its answer is long enough to tell', () => {
    const questions = '# T\n## Use\n### Does it need more memory?\n## Cost\n';
    expect(twins(questions, '# T\n## Use\n### Does it need more memory?\nNo.\n## Cost\n### Does it need more memory?\nNo.\n')).toEqual([['Does it need more memory?', 'Does it need more memory?']]);
    expect(twins(questions, '# T\n## Use\n### Does it need more memory?\nNo.\n## Cost\n### Does it need more memory?\nYes.\n')).toEqual([]);
    const parts = '# T\n## A\n### Cost\n## B\n### Cost\n## C\n';
    expect(twins(parts, '# T\n## A\n### Cost\nTen euros for each year.\n## B\n### Cost\nTwo weeks of somebody’s work.\n## C\n### Cost\nTwo weeks of somebody’s work.\n')).toEqual([['Cost', 'Cost']]);
    expect(twins('# T\n## Use\n### Cost\n## Rest\n', '# T\n## Use\n### Cost\nNone.\n## Rest\n### Cost\nNone.\n')).toEqual([]);
  });

  it.each([
    ['in another section', '# T\n## Context\na\n## Decision\n### Background\nb\n'],
    ['inside of it', '# T\n## Context\n### Background\nb\n'],
    ['in another language', '# T\n## Context\na\n## 배경\nb\n'],
    ['under a heading that only says more', '# T\n## Context\na\n## Wider context\nb\n'],
    ['under two aliases, which are parts of it', '# T\n## Background\na\n## Wider context\nb\n'],
  ])('but not %s', (_, text) => {
    expect(twins(template, text)).toEqual([]);
  });

  it('but not where the template has a section of that name, or repeats it', () => {
    expect(twins('# T\n## Context\n<!-- docket: {aliases: [Background]} -->\n## More\n### Background\n', '# T\n## Context\na\n## Background\nb\n')).toEqual([]);
    expect(twins('# T\n## Story\n<!-- docket: {aliases: [Tale], repeated: true} -->\n', '# T\n## Story\na\n## Tale\nb\n')).toEqual([]);
    expect(twins('# T\n## A\n<!-- docket: {aliases: [X]} -->\n## B\n<!-- docket: {aliases: [X]} -->\n', '# T\n## A\n## B\n## X\n')).toEqual([]);
  });
});

describe('a bare number in front of headings', () => {
  const missing = (template: string, text: string): string[] => matchSections(parseDocument('a.md', text), readTemplate('rfc', template)).gaps.map(({ wanted }) => wanted.title);

  it('does not count where the headings count on', () => {
    expect(missing('# {title}\n\n## 설계\n\n## 구현\n', '# T\n\n## 1 설계\n\n## 2 구현\n')).toEqual([]);
    expect(missing('# {title}\n\n## 4 설계\n\n## 5 구현\n', '# T\n\n## 설계\n\n## 구현\n')).toEqual([]);
    expect(missing('# {title}\n\n## 4 설계\n\n## 5 구현\n', '# T\n\n## 3 설계\n\n## 4 구현\n')).toEqual([]);
    expect(missing('# {title}\n\n## 제4장 설계\n\n## 5 구현\n\n## 6 - 시험\n', '# T\n\n## 설계\n\n## 구현\n\n## 시험\n')).toEqual([]);
  });

  it('is a word of its heading where they do not', () => {
    expect(missing('# {title}\n\n## 5 Whys\n\n## Tests\n', '# T\n\n## Whys\n\n## Tests\n')).toEqual(['5 Whys']);
    expect(missing('# {title}\n\n## Tier design\n', '# T\n\n## 2 tier design\n\n## 3 tier design\n')).toEqual(['Tier design']);
  });
});
