import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { TOO_DEEP, TOO_LONG } from '../../src/core/problems.ts';

const WITHIN = 2000;

function problemsOf(text: string) {
  const start = performance.now();
  const { problems } = parseDocument('a.md', text);
  return { ids: problems.map((problem) => problem.id), problems, inTime: performance.now() - start < WITHIN };
}

const deeper = (levels: number, indent: string, line: string): string => Array.from({ length: levels }, (_, level) => indent.repeat(level) + line).join('\n');
const quotes = (levels: number): string => Array.from({ length: levels }, (_, level) => `${'>'.repeat(level + 1)} a`).join('\n');

describe('a text that is too long', () => {
  it('is not parsed, and says how long it is', () => {
    const { problems, inTime } = problemsOf('a\n'.repeat(TOO_LONG));
    expect(problems).toEqual([{ id: 'too-long', data: { length: 2 * TOO_LONG, most: TOO_LONG } }]);
    expect(inTime).toBe(true);
  });

  it('is parsed up to that length', () => {
    expect(problemsOf(`${'a'.repeat(99)}\n\n`.repeat(TOO_LONG / 101)).ids).toEqual([]);
  });
});

describe('a text that nests too deep', () => {
  it.each([
    ['1000 quotes in one line', `${'>'.repeat(1000)} a`],
    ['1000 quotes with spaces', `${'> '.repeat(1000)}a`],
    ['100,000 quotes in one line', '>'.repeat(100_000)],
    ['400 quotes in 400 lines', quotes(400)],
    ['1000 list levels in one line', `${'- '.repeat(1000)}a`],
    ['1000 numbered levels in one line', `${'1. '.repeat(1000)}a`],
    ['400 list levels in 400 lines', deeper(400, '  ', '- a')],
    ['400 list levels in 400 lines with tabs', deeper(400, '\t', '- a')],
    ['400 numbered levels in 400 lines', deeper(400, '   ', '1. a')],
    ['quotes and lists in turn', `${'> - '.repeat(500)}a`],
    ['lists inside a quote', deeper(400, '  ', '- a').replace(/^/gm, '> ')],
    ['the same in a file with CRLF', deeper(400, '  ', '- a').replaceAll('\n', '\r\n')],
    ['a quote below a code block', `\`\`\`\n${'>'.repeat(1000)}\n\`\`\`\n${'>'.repeat(1000)} a`],
    ['a code block inside deep quotes', `${'>'.repeat(1000)} \`\`\`\n`],
  ])('is not parsed: %s', (_, text) => {
    const { ids, inTime } = problemsOf(text);
    expect(ids).toEqual(['too-deep']);
    expect(inTime).toBe(true);
  });

  it.each([
    ['1000 quotes in 1000 lines', quotes(1000)],
    ['1000 list levels in 1000 lines', deeper(1000, '  ', '- a')],
  ])('is too long already: %s', (_, text) => {
    expect(problemsOf(text)).toMatchObject({ ids: ['too-long'], inTime: true });
  });

  it.each([
    ['bullets', deeper(120, '  ', '- a'), TOO_DEEP + 1],
    ['bullets with tabs', deeper(120, '\t', '- a'), TOO_DEEP + 1],
    ['numbers', deeper(120, '   ', '1. a'), TOO_DEEP + 1],
    ['numbers in one line', `${'1. '.repeat(120)}a`, 120],
    ['quotes around numbers', `${'> 1. '.repeat(60)}a`, 120],
  ])('counts its levels by the width of their marks: %s', (_, text, depth) => {
    expect(problemsOf(text).problems[0]?.data).toEqual({ depth, most: TOO_DEEP });
  });

  it.each([['bullets', deeper(TOO_DEEP, '  ', '- a')], ['numbers', deeper(TOO_DEEP, '   ', '1. a')], ['tabs', deeper(TOO_DEEP, '\t', '- a')]])('may be as deep as that: %s', (_, text) => {
    expect(problemsOf(text).ids).toEqual([]);
  });

  it('says how deep, and where', () => {
    const text = `# T\n\n${'> '.repeat(300)}a\n`;
    const { problems } = problemsOf(text);
    expect(problems[0]!.data).toEqual({ depth: 300, most: TOO_DEEP });
    expect(problems[0]!.range).toEqual({ start: 5, end: 5 + 599 });
  });
});

describe('no text is too deep for', () => {
  const deep = '> '.repeat(400);
  it.each([
    ['quotes and lists that people write', `${'> '.repeat(20)}a\n\n${deeper(20, '  ', '- a')}`],
    ['a code block', `\`\`\`text\n${deep}\n${'- '.repeat(400)}\n\`\`\`\n`],
    ['a code block in a list', `- a\n\n  ~~~\n  ${deep}\n  ~~~\n`],
    ['an indented code block', `text\n\n    ${deep}\n`],
    ['a comment', `<!--\n${deep}\n-->\n`],
    ['front matter', `---\ntext: |\n  ${'- '.repeat(400)}\n---\n`],
    ['a thematic break', `a\n\n${'- '.repeat(400)}\n\n${'* '.repeat(400)}\n\n${'-'.repeat(400)}\n`],
    ['a thematic break with CRLF', `a\r\n\r\n${'- '.repeat(400)}\r\n`],
    ['a long table', `|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n|${'- |'.repeat(300)}\n`],
    ['a border of ASCII art', `${'+---'.repeat(100)}+\n${'-->'.repeat(100)}\n`],
    ['a line of emphasis', `${'**a** '.repeat(200)}\n`],
    ['a long line in a list', `- ${'word - '.repeat(400)}\n`],
    ['numbers', `${'1.'.repeat(200)}\n${'2026. '.repeat(1)}${'3.1 '.repeat(200)}\n`],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toMatchObject({ ids: [], inTime: true });
  });
});

describe('a front matter that is too long', () => {
  it('is not read, and the rest of the document is', () => {
    const text = `---\nstatus: accepted\nnote: ${'a'.repeat(16_000)}\n---\n# T\n`;
    const { fields, sections, problems } = parseDocument('a.md', text);
    expect([fields, sections.map(({ title }) => title)]).toEqual([[], ['T']]);
    expect(problems).toMatchObject([{ id: 'front-matter-too-long', data: { most: 16_000 }, range: { start: 0, end: 4 } }]);
  });
});

describe('a text whose emphasis, links and images nest too deep', () => {
  it.each([
    ['emphasis', `# T\n\n${'*a '.repeat(300)}b${' a*'.repeat(300)}\n`],
    ['images', `# T\n\n${'!['.repeat(300)}b${'](c)'.repeat(300)}\n`],
  ])('is not read, and the paragraph is named: %s', (_, text) => {
    expect(parseDocument('a.md', text).problems).toEqual([{ id: 'too-nested', data: { most: 200 }, range: { start: 5, end: text.length - 1 } }]);
  });

  it('is read up to that depth', () => {
    expect(problemsOf(`${'*a '.repeat(150)}b${' a*'.repeat(150)}`).ids).toEqual([]);
  });
});
