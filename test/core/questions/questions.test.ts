import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDocument } from '../../../src/core/document.ts';
import { QUESTION_SYNTAXES, readQuestions } from '../../../src/core/questions/index.ts';
import { documentText } from '../actions/arbitrary.ts';
import { examplesOf } from '../actions/examples.ts';

const folder = new URL('.', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.replace(/\.md$/, ''));
const read = (text: string) => readQuestions(parseDocument('a.md', text));

describe('the pages of question syntaxes', () => {
  it('are one for each syntax', () => {
    expect(pages.sort()).toEqual(QUESTION_SYNTAXES.map(({ id }) => id).sort());
  });
});

for (const page of pages) {
  describe(page, () => {
    for (const { sentence, blocks } of examplesOf(readFileSync(new URL(`${page}.md`, folder), 'utf8'))) {
      const [example, expected] = blocks;
      it(sentence, () => {
        const wanted = parse(expected!.text) as { line: number; text: string }[];
        for (const ending of ['\n', '\r\n']) {
          const questions = read(example!.text.replaceAll('\n', ending));
          expect(questions.map(({ line, text }) => ({ line, text }))).toEqual(wanted);
          if (wanted.length) expect(questions.some(({ dialect }) => dialect === page)).toBe(true);
        }
      });
    }
  });
}

describe('reading questions', () => {
  it('throws for no text and stays inside of it', () => {
    fc.assert(
      fc.property(fc.oneof(documentText(), fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const document = parseDocument('a.md', text);
        for (const { range, text: words } of readQuestions(document)) {
          expect(words).not.toBe('');
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(document.text.length);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('says the same with every line ending', () => {
    const shown = (text: string) => read(text).map(({ line, text: words, dialect }) => ({ line, words, dialect }));
    fc.assert(
      fc.property(documentText(), (text) => {
        expect(shown(text.replaceAll('\n', '\r\n'))).toEqual(shown(text));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
