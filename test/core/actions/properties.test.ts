import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActions } from '../../../src/core/actions/index.ts';
import { parseDocument } from '../../../src/core/document.ts';
import { documentText } from './arbitrary.ts';

/** Milliseconds: these take a second or two alone, and longer beside others. */
const PATIENCE = 60_000;
const read = (text: string) => readActions(parseDocument('a.md', text));

describe('reading actions', () => {
  it('throws for no text', () => {
    fc.assert(fc.property(fc.oneof(documentText(), fc.string({ unit: 'binary', maxLength: 300 })), (text) => void read(text)), { numRuns: 600 });
  }, PATIENCE);

  it('says the same with every line ending', () => {
    fc.assert(
      fc.property(documentText(), (text) => {
        const plain = read(text).map(({ range, tokens, flaws, ...rest }) => ({ ...rest, flaws: flaws.map(({ id }) => id) }));
        const crlf = read(text.replaceAll('\n', '\r\n')).map(({ range, tokens, flaws, ...rest }) => ({ ...rest, flaws: flaws.map(({ id }) => id) }));
        expect(crlf).toEqual(plain);
      }),
      { numRuns: 400 },
    );
  }, PATIENCE);

  it('hands out ranges that lie in the text, one inside of the other, and in its order', () => {
    fc.assert(
      fc.property(documentText(), (text) => {
        let last = 0;
        for (const { range, tokens, flaws } of read(text)) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          last = range.start;
          for (const part of [tokens.text, tokens.state, tokens.owners?.whole, tokens.due?.whole, ...flaws.map((flaw) => flaw.range)]) {
            if (!part) continue;
            expect(part.start).toBeLessThanOrEqual(part.end);
            expect(part.start).toBeGreaterThanOrEqual(range.start);
            expect(part.end).toBeLessThanOrEqual(range.end);
          }
        }
      }),
      { numRuns: 400 },
    );
  }, PATIENCE);

  it.each([
    ['boxes under headings', '## Action items\n- [ ] @a b (due: 2026-01-01)\n', 5000],
    ['marks in one paragraph', 'TODO(a) *b* ', 20000],
    ['signs in one paragraph', '☐ a *b*\n', 15000],
    ['dashes before a letter', '- [ ] ' + '- '.repeat(100) + 'x ;,:–\n', 600],
    ['mentions', '@a, ', 50000],
    ['brackets', '([{', 60000],
    ['names and dates in brackets', '(Mina, 2026-01-01) [b / next week] ', 600],
    ['unfinished comments', '<!-- a\n\n', 20000],
    ['rows', '| a | b |\n', 15000],
  ])('takes less than a second for a long text of %s', (_name, unit, count) => {
    const text = (unit.startsWith('|') ? '| Action item | Owner |\n|--|--|\n' : '') + unit.repeat(count).slice(0, 20_000);
    const document = parseDocument('a.md', text);
    const start = process.cpuUsage();
    readActions(document);
    // Of the processor, as other tests run at the same time.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  }, PATIENCE);
});
