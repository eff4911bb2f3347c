import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, rangeOf } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { removeComment } from '../../src/core/edits/remove-comment.ts';
import { readDocumentFacts } from '../../src/core/reading.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { always } from '../../src/core/rules/severities.ts';
import unusedSuppression from '../../src/core/rules/unused-suppression.ts';
import { suppressionsIn } from '../../src/core/suppressions.ts';
import { readTemplate } from '../../src/core/template.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';
import { lintText, typeOf } from './lint-text.ts';

// Each finds every word that is its name.
const finds = (id: string) => rule({
  id, meta: { title: { en: id, ko: id }, severity: always('warning'), fixable: false, messages: { found: { en: 'found', ko: '찾음' } } },
  check({ document: { text }, report }) {
    for (let at = text.indexOf(`${id}!`); at >= 0; at = text.indexOf(`${id}!`, at + 1)) report({ message: 'found', range: { start: at, end: at + id.length } });
  },
});
const lint = (text: string): string[] => lintText(text, { rules: [unusedSuppression, finds('cat'), finds('dog')] }).map(({ line, ruleId, messageId }) => `${line} ${ruleId}${messageId === 'found' ? '' : ` ${messageId}`}`);

describe('a comment before a line', () => {
  it('silences the rules that it names on the next line, and the others go on', () => {
    expect(lint('<!-- docket-disable-next-line cat -->\n# cat! dog!\n\ncat!\n')).toEqual(['2 dog', '4 cat']);
    expect(lint('<!-- docket-disable-next-line cat, dog -->\n# cat! dog!\n')).toEqual([]);
  });

  it('silences all rules where it names none, also with a reason', () => {
    expect(lint('<!-- docket-disable-next-line -- cat! and dog are friends -->\n# dog!\n')).toEqual(['1 cat']);
    expect(lint('<!-- docket-disable-next-line cat -- they know -->\n# cat! dog!\n')).toEqual(['2 dog']);
  });

  it('passes over empty lines and other such comments', () => {
    expect(lint('<!-- docket-disable-next-line cat -->\n\n<!-- docket-disable-next-line dog -->\n\n# cat! dog!\n\ncat! dog!\n')).toEqual(['7 cat', '7 dog']);
  });

  it('holds for all of a paragraph, but not for all of a list or a table', () => {
    expect(lint('<!-- docket-disable-next-line cat -->\na\nb cat!\nc cat!\n\ncat!\n')).toEqual(['6 cat']);
    expect(lint('<!-- docket-disable-next-line cat -->\n- a cat!\n- b cat!\n')).toEqual(['3 cat']);
    expect(lint('<!-- docket-disable-next-line cat -->\n| cat! |\n|---|\n| cat! |\n')).toEqual(['4 cat']);
  });

  it('may stand in a quote or at the end of the file, where it silences nothing', () => {
    expect(lint('> <!-- docket-disable-next-line cat -->\n> cat!\n')).toEqual([]);
    expect(lint('cat!\n\n<!-- docket-disable-next-line cat -->')).toEqual(['1 cat', '3 unused-suppression unused']);
  });
});

describe('a comment in a line', () => {
  it('silences that line alone, in a list and in a table too', () => {
    expect(lint('- a cat! <!-- docket-disable-line cat -->\n- b cat!\n')).toEqual(['2 cat']);
    expect(lint('| a |\n|---|\n| cat! <!-- docket-disable-line --> |\n| cat! |\n')).toEqual(['4 cat']);
  });
});

describe('a stretch between two comments', () => {
  it('is silent for the rules that they name', () => {
    expect(lint('cat!\n\n<!-- docket-disable cat -->\n\ncat! dog!\n\n<!-- docket-enable cat -->\n\ncat!\n')).toEqual(['1 cat', '5 dog', '9 cat']);
  });

  it('lasts to the end where nothing ends it', () => {
    expect(lint('<!-- docket-disable -->\n\ncat! dog!\n\n# cat!\n')).toEqual([]);
  });

  it('may let one rule speak again', () => {
    expect(lint('<!-- docket-disable -->\n\ncat! dog!\n\n<!-- docket-enable dog -->\n\ncat! dog!\n\n<!-- docket-enable -->\n\ncat!\n')).toEqual(['7 dog', '11 cat']);
  });
});

describe('a comment for the file', () => {
  it('holds wherever it stands', () => {
    expect(lint('cat!\n\ndog!\n\n<!-- docket-disable-file cat -->\n')).toEqual(['3 dog']);
  });

  it('without a name leaves what is said of comments', () => {
    expect(lint('<!-- docket-disable-file -->\n')).toEqual(['1 unused-suppression unused-all']);
    expect(lint('<!-- docket-disable-file unused-suppression -->\n\n<!-- docket-disable cat -->\n')).toEqual([]);
  });
});

describe('a comment that does nothing', () => {
  it('is told once, or by each name where others of its names do something', () => {
    expect(lint('<!-- docket-disable-next-line cat, dog -->\n# a\n')).toEqual(['1 unused-suppression unused']);
    expect(lint('<!-- docket-disable-next-line cat, dog -->\n# cat!\n')).toEqual(['1 unused-suppression unused-name']);
    expect(lint('a\n\n<!-- docket-enable cat -->\n')).toEqual(['3 unused-suppression unused']);
  });

  it('is not told where the rule did not look', () => {
    const text = '<!-- docket-disable-file cat -->\n';
    expect(lintText(text, { rules: [unusedSuppression, finds('cat')], severities: { cat: { severity: 'off', options: undefined } } })).toEqual([]);
  });

  it('is one of the author’s own where it only begins with the same word', () => {
    expect(lint('<!-- docket-notes: ask Mina -->\n<!-- docket: {keep: true} -->\n')).toEqual([]);
  });

  it('loses no more than what is wrong with it', () => {
    const mended = (text: string): string => applyEdits(text, lintText(text, { rules: [unusedSuppression, finds('cat'), finds('dog')] }).flatMap(({ fixes }) => fixes[0]?.edits ?? []));
    expect(mended('<!-- docket-disable-next-line cat, dog -- why -->\n# cat!\n')).toBe('<!-- docket-disable-next-line cat -- why -->\n# cat!\n');
    expect(mended('<!-- docket-disable-next-line cat dog -- why -->\n# dog!\n')).toBe('<!-- docket-disable-next-line dog -- why -->\n# dog!\n');
    expect(mended('<!-- docket-disable-next-line bird -->\n# a\n')).toBe('# a\n');
    expect(mended('<!-- docket-disable-next-lin cat -->\n# a\n')).toBe('<!-- docket-disable-next-line cat -->\n# a\n');
  });
});

describe('a comment for a rule that looks at what lies around', () => {
  const told = async (text: string): Promise<string[]> => {
    const workspace = new Workspace({ files: memoryFiles(new Map([['docs/a.md', text], ['docs/b.md', '# B\n']])), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    return (await workspace.lint('docs/a.md')).map(({ line, ruleId }) => `${line} ${ruleId}`);
  };

  it('is told where it does nothing and the rule could tell of every link', async () => {
    expect(await told('# A\n\n[b](b.md), [web](https://example.com)\n\n<!-- docket-disable-next-line broken-link -->\n[b](b.md)\n')).toEqual(['5 unused-suppression']);
    expect(await told('# A\n\n<!-- docket-disable-next-line broken-link -->\n[c](c.md)\n')).toEqual([]);
  });

  it('is left alone where a link leads to what cannot be looked at from here', async () => {
    for (const target of ['../../c.md', '/c', '{base}/c.md']) expect(await told(`# A\n\n<!-- docket-disable-next-line broken-link -->\n[c](${target})\n`)).toEqual([]);
    expect(await told('---\nstatus: accepted\n---\n# A\n\n<!-- docket-disable-file status-step -->\n')).toEqual([]);
  });
});

describe('a comment in code', () => {
  it('is text', () => {
    expect(lint('```\n<!-- docket-disable-file cat -->\n```\n\n`<!-- docket-disable-line cat -->` cat!\n')).toEqual(['5 cat']);
  });
});

describe('a comment that is taken out', () => {
  const without = (text: string): string => applyEdits(text, [removeComment(text, { start: text.indexOf('<!--'), end: text.indexOf('-->') + 3 })]);

  it.each([
    ['with its line', '# a\n\n<!-- x -->\n## b\n', '# a\n\n## b\n'],
    ['with one of the empty lines around it', 'a\r\n\r\n<!-- x -->\r\n\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['at the start', '<!-- x -->\n# a\n', '# a\n'],
    ['at the end', 'a\n\n<!-- x -->', 'a\n\n'],
    ['under a line of text', 'a\n<!-- x -->\n\nb\n', 'a\n\nb\n'],
    ['from between two paragraphs, that stay two', 'a\n<!-- x -->\nb\n', 'a\n\nb\n'],
    ['from between two paragraphs of a quote', '> a\n> <!-- x -->\n> b\n', '> a\n>\n> b\n'],
    ['from above a line that would make a heading of the text', 'a\n<!-- x -->\n---\n', 'a\n\n---\n'],
    ['from a list that stays as tight as it was', '- a\n  <!-- x -->\n- b\n', '- a\n- b\n'],
    ['from a line', 'a <!-- x -->\nb\n', 'a\nb\n'],
    ['from a cell', '| a <!-- x --> |\n', '| a |\n'],
  ])('%s', (_, before, after) => expect(without(before)).toBe(after));
});

const examples = new URL('../templates/examples/', import.meta.url);
const texts = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => readFileSync(new URL(name, examples), 'utf8'));

describe('comments that silence', () => {
  const facts = (text: string): unknown => {
    const { claims, actions, questions, typeName, kind, features } = readDocumentFacts(parseDocument('docs/adr/0001-x.md', text)) as unknown as Record<string, readonly Record<string, unknown>[]>;
    const bare = (some: readonly Record<string, unknown>[] | undefined): unknown => some?.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => typeof value === 'string')));
    return { claims: bare(claims), actions: bare(actions), questions: bare(questions), typeName, kind, features };
  };

  it('say nothing of what the document says, wherever they stand', () => {
    expect(texts.length).toBeGreaterThan(5);
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), fc.constantFrom('', ' -- optional, see TBD'), (text, places, reason) => {
      const blocks = parseDocument('a.md', text).tree.children.filter(({ type }) => type !== 'yaml' && type !== 'definition');
      const starts = new Set(places.map((place) => rangeOf(blocks[place % blocks.length]!).start));
      const commented = applyEdits(text, [...starts].map((start) => ({ range: { start, end: start }, newText: `<!-- docket-disable-next-line placeholder-text${reason} -->\n` })));
      expect(facts(commented)).toEqual(facts(text));
    }), { numRuns: 200 });
  });

  it('are no prompts of a template, and make nothing of it optional', () => {
    const template = readTemplate('a', '# {title}\n\n## Why\n\n<!-- docket-disable-next-line empty-section -- this section is optional -->\n');
    expect(template.sections.map(({ required, prompt }) => [required, prompt])).toEqual([[true, '']]);
    const copied = '# A\n\n## Why\n\n<!-- docket-disable-next-line empty-section -- this section is optional -->\nBecause.\n';
    expect(lintText(copied, { types: [typeOf(template)] }).map(({ ruleId }) => ruleId)).toEqual(['unused-suppression']);
  });

  it('are found in linear time', () => {
    const text = '<!-- docket-disable a b c -->\n\n<!-- docket-disable-next-line\n\n'.repeat(2000);
    expect(suppressionsIn(parseDocument('a.md', text)).length).toBeGreaterThan(1000);
    expect(lintText(text, { rules: [unusedSuppression, finds('a')] }).length).toBeGreaterThan(1000);
  });
});
