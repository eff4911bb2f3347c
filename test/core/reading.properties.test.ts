import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { parseMarkdown } from '../../src/core/markdown.ts';
import { readDocumentFacts, readSidecar, type Reading } from '../../src/core/reading.ts';

// Every example of the dialects' pages, and pieces of them in any order.
const pages = new URL('./dialects/', import.meta.url);
const examples = readdirSync(pages)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => parseMarkdown(readFileSync(new URL(name, pages), 'utf8')).children.flatMap((node) => (node.type === 'code' && node.lang === 'markdown' ? [`${node.value}\n`] : [])));
const pieces = [...new Set(examples.flatMap((example) => example.split('\n')))];
const scraps = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('', '---', '```', '<!--', '-->', '|', '| a | b |', '|---|---|', '> ', '# ', '<table>', '<tr><td>', '**', '[', '](', 'Status:', '## Status', '- [x] ', '{', '&lt;', '\u0000', '\u2028', '🚧'), fc.string({ maxLength: 30, unit: 'binary' }));
const text = fc.oneof(fc.constantFrom(...examples), fc.array(scraps, { maxLength: 25 }).map((lines) => lines.join('\n')), fc.string({ maxLength: 400, unit: 'binary' }));
const path = fc.oneof(fc.constantFrom('docs/adr/0001-x.md', 'rfcs/0000-x/README.md', 'x.md', 'design/Implemented/README.md', 'meetings/2020-01-02.md'), fc.string({ maxLength: 40, unit: 'binary' }));

const values = (reading: Reading) => reading.claims.map(({ property, value, line, dialect }) => ({ property, value, line, dialect }));

const told = (source: string) => {
  const reading = readDocumentFacts(parseDocument('docs/adr/0001-x.md', source));
  const actions = reading.actions.map(({ text: said, done, owners, due, line, dialect }) => ({ said, done, owners, due, line, dialect }));
  const questions = reading.questions.map(({ line, dialect }) => ({ line, dialect }));
  return { claims: values(reading), features: reading.features, actions, questions, problems: reading.problems.map(({ id }) => id) };
};

describe('reading', () => {
  it('never throws, and every range holds what the evidence says', () => {
    fc.assert(
      fc.property(path, text, (at, source) => {
        const document = parseDocument(at, source);
        const reading = readDocumentFacts(document);
        for (const { range, line, token } of reading.claims) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(source.length);
          if (line > 0) expect(source.slice(range.start, range.end).trim()).not.toBe('');
          if (line > 0) expect(line).toBe(document.lines.lineNumberAt(range.start));
          if (token) expect(token.start >= range.start && token.end <= range.end).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps plain data: what is remembered comes back from JSON as it was', () => {
    fc.assert(fc.property(path, text, (at, source) => {
      const reading = readDocumentFacts(parseDocument(at, source));
      expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
    }), { numRuns: 100 });
  });

  it('is the same for LF and CRLF', () => {
    fc.assert(
      fc.property(text, (written) => {
        const source = written.replace(/\r\n?/g, '\n');
        expect(told(source.replaceAll('\n', '\r\n'))).toEqual(told(source));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same with and without a byte-order mark, at places one character further on', () => {
    fc.assert(
      fc.property(text, (written) => {
        const source = written.replace(/^\uFEFF+/, '');
        expect(told(`\uFEFF${source}`)).toEqual(told(source));
        const ranges = (from: string) => readDocumentFacts(parseDocument('x.md', from)).claims.filter(({ line }) => line > 0).map(({ range, text: said }) => ({ start: range.start, end: range.end, said }));
        expect(ranges(`\uFEFF${source}`)).toEqual(ranges(source).map(({ start, end, said }) => ({ start: start + 1, end: end + 1, said })));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same of a side-car with CRLF and with a byte-order mark', () => {
    const yaml = 'title: Use queues\nkep-number: 12\nstatus: implementable\nowners:\n  - "@ann"\n';
    for (const other of [yaml.replaceAll('\n', '\r\n'), `\uFEFF${yaml}`]) expect(values(readSidecar('x/kep.yaml', other))).toEqual(values(readSidecar('x/kep.yaml', yaml)));
  });

  it('never throws on a side-car', () => {
    fc.assert(fc.property(text, (source) => void readSidecar('x/kep.yaml', source)), { numRuns: 200 });
  });

  it('takes time in proportion to the length', () => {
    for (const piece of ['Status: accepted ', '[x](', '**a** ', 'superseded by ', '| a ', '<td>', 'a/b/', '- x: y\n', '# Status\nx\n', '2020-01-', '(', '1. ', 'supersedes %\n\n', 'A-1 ', '{a} ']) {
      const document = parseDocument('docs/adr/0001-x.md', `# X\n\n${piece.repeat(Math.floor(20_000 / piece.length))}`);
      const start = performance.now();
      readDocumentFacts(document);
      expect(performance.now() - start, piece).toBeLessThan(1000);
    }
  }, 60_000);
});
