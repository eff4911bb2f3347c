import { describe, expect, it } from 'vitest';
import { parseDocument, unreadDocument } from '../../src/core/document.ts';
import { excerpt } from './excerpt.ts';

const read = (text: string) => parseDocument('docs/a.md', text);

function sectionsOf(text: string) {
  return read(text).sections.map((section) => ({
    title: section.title,
    depth: section.depth,
    heading: excerpt(text, section.heading),
    content: excerpt(text, section.content),
    extent: excerpt(text, section.extent),
  }));
}

describe('sections', () => {
  it('reach to the next heading with their content, and to the next of their depth with their extent', () => {
    const text = '# Title\n\nintro\n\n## One\n\ntext\n\n### Inner\n\nmore\n\n## Two\n\nend\n';
    expect(sectionsOf(text)).toEqual([
      { title: 'Title', depth: 1, heading: '# Title', content: '\n\nintro\n\n', extent: text },
      { title: 'One', depth: 2, heading: '## One', content: '\n\ntext\n\n', extent: '## One\n\ntext\n\n### Inner\n\nmore\n\n' },
      { title: 'Inner', depth: 3, heading: '### Inner', content: '\n\nmore\n\n', extent: '### Inner\n\nmore\n\n' },
      { title: 'Two', depth: 2, heading: '## Two', content: '\n\nend\n', extent: '## Two\n\nend\n' },
    ]);
  });

  it('know the section they stand in', () => {
    const { sections } = read('# T\n## A\n#### Deep\n### Less\n## B\n');
    expect(sections.map((section) => section.parent?.title)).toEqual([undefined, 'T', 'A', 'A', 'T']);
  });

  it('may be underlined headings', () => {
    expect(sectionsOf('Title\n=====\n\nOne\n---\ntext\n')).toEqual([
      { title: 'Title', depth: 1, heading: 'Title\n=====', content: '\n\n', extent: 'Title\n=====\n\nOne\n---\ntext\n' },
      { title: 'One', depth: 2, heading: 'One\n---', content: '\ntext\n', extent: 'One\n---\ntext\n' },
    ]);
  });

  it('are the same in a file with CRLF', () => {
    const text = '# Title\r\n\r\n## One\r\ntext\r\n## Two\r\n';
    expect(sectionsOf(text).map(({ title, heading, content }) => [title, heading, content])).toEqual([
      ['Title', '# Title', '\r\n\r\n'],
      ['One', '## One', '\r\ntext\r\n'],
      ['Two', '## Two', '\r\n'],
    ]);
  });

  it('have titles without emphasis, code marks and comments', () => {
    expect(read('## The *new* `name` [link](x.md) <!-- optional -->\n').sections[0]!.title).toBe('The new name link');
  });

  it('are not made of headings in quotes, lists and code', () => {
    expect(sectionsOf('> # Quoted\n\n- # Item\n\n```\n# Code\n```\n\n    # Indented\n')).toEqual([]);
  });

  it('are empty when nothing but comments and white space stands under them', () => {
    const { sections } = read('# T\n## Empty\n\n<!-- a\n\nprompt -->\n\n## Text\nx\n## Outer\n### Inner\n## Html\n<!-- c --><br>\n## Last');
    expect(sections.filter((section) => section.isEmpty).map((section) => section.title)).toEqual(['Empty', 'Inner', 'Last']);
  });

  it('leave what stands before the first heading to the preamble', () => {
    const document = read('---\na: 1\n---\nStatus: open\n\n# T\n');
    expect(document.preamble.map((node) => node.type)).toEqual(['paragraph']);
    expect(read('only text\n').preamble).toHaveLength(1);
  });
});

describe('an empty file', () => {
  it('is a document without anything in it', () => {
    for (const text of ['', ' ', '\n', '\r\n\r\n']) {
      expect(read(text)).toMatchObject({ frontMatter: undefined, sections: [], preamble: [], links: [], tasks: [], tables: [], problems: [] });
    }
  });
});

describe('a second byte-order mark', () => {
  it('moves nothing from its place', () => {
    const text = '\uFEFF# T\n\n[a](b.md)\n';
    const { sections, links } = read(text);
    expect([excerpt(text, sections[0]!.heading), excerpt(text, links[0]!.targetRange)]).toEqual(['# T', 'b.md']);
  });
});

describe('a file that was not read', () => {
  it('is a document with its problem and nothing else', () => {
    expect(unreadDocument('a.md', '', { id: 'broken-link', data: {} })).toMatchObject({ path: 'a.md', sections: [], problems: [{ id: 'broken-link' }] });
  });
});

describe('links', () => {
  const linksOf = (text: string) => read(text).links.map((link) => [link.kind, link.text, link.target, excerpt(text, link.targetRange)]);

  it.each([
    ['[a](b.md)', ['link', 'a', 'b.md', 'b.md']],
    ['[b.md](b.md "b.md")', ['link', 'b.md', 'b.md', 'b.md']],
    ["[a]( <b c.md> 'title' )", ['link', 'a', 'b c.md', 'b c.md']],
    ['[a *b*](x_(y).md#z)', ['link', 'a b', 'x_(y).md#z', 'x_(y).md#z']],
    ['![alt](p.png)', ['image', 'alt', 'p.png', 'p.png']],
    ['![see [d](dd)](d)', ['image', 'see d', 'd', 'd']],
    ['[one]: b.md "title"', ['definition', 'one', 'b.md', 'b.md']],
    ['[b]: <b c>', ['definition', 'b', 'b c', 'b c']],
    ['[a\\]: y]: y', ['definition', 'a]: y', 'y', 'y']],
    ['<https://example.com/a>', ['link', 'https://example.com/a', 'https://example.com/a', 'https://example.com/a']],
  ])('%s tells where its target stands', (text, expected) => {
    expect(linksOf(text)[0]).toEqual(expected);
  });

  it.each(['[a](b\\_c.md)', '[a](b&amp;c)', '[a]: b\\_c', '[a]()', '[a](<>)', '<ann@example.com>'])('%s has no target that could be replaced as it is written', (text) => {
    expect(linksOf(text)[0]![3]).toBeUndefined();
  });

  it('resolve what is escaped in the target', () => {
    expect(linksOf('[a](b\\_c&amp;d.md)')[0]![2]).toBe('b_c&d.md');
  });

  it('have the exact place of the first of two same targets', () => {
    const text = '[b](b)[b](b)';
    expect(read(text).links.map((link) => [link.range, link.targetRange])).toEqual([
      [{ start: 0, end: 6 }, { start: 4, end: 5 }],
      [{ start: 6, end: 12 }, { start: 10, end: 11 }],
    ]);
  });

  it('are an image and the link around it', () => {
    expect(linksOf('[![alt](i.png)](b.md)')).toEqual([['link', 'alt', 'b.md', 'b.md'], ['image', 'alt', 'i.png', 'i.png']]);
  });

  it('are not references, code and comments, whose targets stand elsewhere or nowhere', () => {
    expect(linksOf('[a][b] [c] `[d](e)` <!-- [f](g) -->')).toEqual([]);
  });

  it('are found in quotes, lists, tables and headings', () => {
    expect(linksOf('# [h](1)\n> [q](2)\n\n- [l](3)\n\n|a|\n|-|\n|[t](4)|\n').map((link) => link[3])).toEqual(['1', '2', '3', '4']);
  });

  it('of HTML have the exact place of their target, in a line, a block, a list and over lines', () => {
    expect(linksOf('See <a href="b.md#c">b</a> and <img alt="the b" src=\'i.png\'> and <A class=x HREF=c.md>c</A>.')).toEqual([
      ['html-link', '', 'b.md#c', 'b.md#c'], ['html-image', 'the b', 'i.png', 'i.png'], ['html-link', '', 'c.md', 'c.md'],
    ]);
    expect(linksOf('- x\r\n\r\n  <p>\r\n  <img\r\n    width="10"\r\n    src="i.png">\r\n  </p>\r\n')).toEqual([['html-image', '', 'i.png', 'i.png']]);
  });

  it('are none in comments, in code, and where HTML only names a place', () => {
    expect(linksOf('<!-- <a href="b.md"> -->\n\n`<a href="b.md">`\n\n<a name="x" data-href="b.md"></a> <a href="">\n\n    <a href="b.md">\n')).toEqual([]);
  });
});

describe('task items', () => {
  const tasksOf = (text: string) =>
    read(text).tasks.map((task) => [task.mark, excerpt(text, task.markRange), task.text, excerpt(text, task.textRange)]);

  it.each(['-', '*', '+', '1.', '12)', '123456789.'])('may stand behind the marker %s', (marker) => {
    expect(tasksOf(`${marker} [ ] Do *it* now\n`)).toEqual([[' ', ' ', 'Do it now', 'Do *it* now']]);
  });

  it.each([' ', 'x', 'X', '-', '/', '>', '?', '!', '~', '完', '🟢'])('may have the mark "%s"', (mark) => {
    expect(tasksOf(`- [${mark}] it\n`)).toEqual([[mark, mark, 'it', 'it']]);
  });

  it('keep a second box as text', () => {
    expect(tasksOf('- [ ] [ ] x\n- [-] [ ] y\n')).toEqual([[' ', ' ', '[ ] x', '[ ] x'], ['-', '-', '[ ] y', '[ ] y']]);
  });

  it('have their first paragraph as text, over all its lines', () => {
    expect(tasksOf('- [x] one\r\n  two\r\n\r\n  three\r\n')).toEqual([['x', 'x', 'one two', 'one\r\n  two']]);
  });

  it('are found inside other items and quotes, each with its own text', () => {
    expect(tasksOf('- [ ] outer\n  - [x] inner\n\n> 1. [-] quoted\n').map((task) => task[2])).toEqual(['outer', 'inner', 'quoted']);
  });

  it.each(['- [] x', '- [xx] x', '- [ ]x', '- [x](y.md)', '- text [ ] x', '[ ] x', '- [ ]', '`- [ ] x`', '    - [ ] x'])('are not read from %s', (text) => {
    expect(tasksOf(text)).toEqual([]);
  });
});

describe('tables', () => {
  const tablesOf = (text: string) =>
    read(text).tables.map((table) => [table.header, ...table.rows].map((row) => row.map((cell) => [cell.text, excerpt(text, cell.range)])));

  it('have their cells with the place of each', () => {
    expect(tablesOf('| A | *B* |\n|---|:-:|\n| 1 |  two words |\n')).toEqual([[[['A', 'A'], ['B', '*B*']], [['1', '1'], ['two words', 'two words']]]]);
  });

  it('need no outer bars', () => {
    expect(tablesOf('A | B\n--|--\n1 | 2\n')).toEqual([[[['A', 'A'], ['B', 'B']], [['1', '1'], ['2', '2']]]]);
  });

  it('keep escaped bars inside a cell', () => {
    expect(tablesOf('|a|b|\n|-|-|\n| x \\| y | z \\||\n')[0]![1]).toEqual([['x | y', 'x \\| y'], ['z |', 'z \\|']]);
  });

  it('have empty cells with an empty place', () => {
    const text = '|a|b|c|\n|-|-|-|\n|| |x|\n';
    const [, row] = tablesOf(text)[0]!;
    expect(row).toEqual([['', ''], ['', ''], ['x', 'x']]);
  });

  it('may have rows that are shorter or longer than the header', () => {
    expect(tablesOf('|a|b|\n|-|-|\n|1|\n|1|2|3|\n')[0]!.map((row) => row.length)).toEqual([2, 1, 3]);
  });

  it('are the same in a file with CRLF', () => {
    expect(tablesOf('| A |\r\n|---|\r\n| 1 |\r\n')).toEqual([[[['A', 'A']], [['1', '1']]]]);
  });
});
