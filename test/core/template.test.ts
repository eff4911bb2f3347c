import { describe, expect, it } from 'vitest';
import { isPlaceholderTitle } from '../../src/core/headings.ts';
import { readTemplate } from '../../src/core/template.ts';

const read = (text: string) => readTemplate('rfc', text);
const required = (text: string) => read(text).sections.map((section) => [section.title, section.required]);

describe('a section of a template is optional', () => {
  it.each([
    ['by its heading', '# T\n## A (optional)\nx\n## B\nx\n'],
    ['by a comment in its heading', '# T\n## A <!-- optional -->\nx\n## B\nx\n'],
    ['by a comment under it', '# T\n## A\n\n<!-- This is optional, leave it out if you like. -->\n\nx\n\n## B\nx\n'],
    ['by the second comment under it', '# T\n## A\n<!-- what to write -->\n<!-- optional -->\nx\n## B\nx\n'],
    ['by a comment on the line above', '# T\n\n## B\n\nx\n\n<!-- This is an optional element. Feel free to remove. -->\n## A\nx\n'],
    ['by a comment above it, below an empty section', '# T\n\n## B\n\n<!-- This is optional. -->\n## A\nx\n'],
    ['by a comment above it, below the title', '# T\n\n<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by a comment between it and the title', '# T\n<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by a comment above it, where there is no title', '<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by its first sentence', '# T\n## A\n\n_This section is optional._ Say why.\n## B\nx\n'],
    ['by its first word', '# T\n## A\nOptional: say why.\n## B\nx\n'],
    ['by a directive', '# T\n## A\n<!-- docket: {required: false} -->\n## B\nx\n'],
    ['in Korean', '# T\n## A (선택)\n## B\nx\n'],
    ['by a Korean comment', '# T\n## A\n<!-- 선택 사항입니다 -->\n## B\nx\n'],
    ['with CRLF', '# T\r\n\r\n## B\r\n\r\nx\r\n\r\n<!-- optional -->\r\n## A\r\nx\r\n'],
  ])('%s', (_, text) => {
    const sections = read(text).sections;
    expect(sections.filter((section) => !section.required).map((section) => section.title)).toEqual(['A']);
    expect(sections.filter((section) => section.required).map((section) => section.title)).toEqual(['B']);
  });

  it('when its heading is only a place to fill', () => {
    expect(required('# T\n## Options\n### {title of option}\n### <name>\n### [Other]\n### Last\n')).toEqual([
      ['Options', true], ['{title of option}', false], ['', false], ['[Other]', false], ['Last', true],
    ]);
    expect(isPlaceholderTitle('{a} and b')).toBe(false);
  });

  it.each([
    ['the word stands in its text', '# T\n## A\nDescribe what is optional.\n'],
    ['a directive names it as an alias', '# T\n## A\n<!-- docket: {aliases: [optional]} -->\nx\n'],
    ['a comment tells why something was chosen', '# T\n## A\n<!-- 선택한 이유를 쓰세요. 선택지는 둘 이상. -->\nx\n'],
    ['a comment about all sections stands below the title', '# T\n\n<!-- Sections marked (optional) may be left out. -->\n\n## A\nx\n'],
    ['a comment below the heading before says it of that one', '# T\n## Z\n<!-- optional -->\n\n## A\nx\n'],
  ])('but not when %s', (_, text) => {
    expect(required(text).find(([title]) => title === 'A')).toEqual(['A', true]);
  });
});

describe('the sections of a template', () => {
  it('are its headings but for the title, which is its first and only heading of level 1', () => {
    expect(required('# T\n## A\n')).toEqual([['A', true]]);
    expect(required('# A\n# B\n')).toEqual([['A', true], ['B', true]]);
    expect(required('## A\n# B\n')).toEqual([['A', true], ['B', true]]);
    expect(required('## A\n### B\n')).toEqual([['A', true], ['B', true]]);
  });

  it('know the section they belong in', () => {
    expect(read('# T\n## A\n### B\n#### C\n## D\n').sections.map((section) => section.parent?.title)).toEqual([undefined, 'A', 'B', undefined]);
  });

  it('have titles without the word optional, and keys of the title and of every alias', () => {
    const [section] = read('# T\n## 1. Decision *Drivers* (optional):\n<!-- docket: {aliases: [Forces, 결정 요인, 2026]} -->\n').sections;
    expect(section).toMatchObject({ title: '1. Decision Drivers', required: false, keys: ['decision drivers', 'forces', '결정 요인', '2026'] });
  });

  it('have a prompt without directives and without the comment of the next heading', () => {
    const text = '# T\n## A\n<!-- docket: {aliases: [B]} -->\n\n{what}\n\n- one\n- two\n\n<!-- This is optional. -->\n## C\n<!-- optional -->\n<!-- Say why. -->\n';
    expect(read(text).sections.map((section) => section.prompt)).toEqual(['{what}\n\n- one\n- two', '<!-- Say why. -->']);
  });

  it('are not changed by a directive that is no YAML', () => {
    for (const directive of ['{', '[a]', 'text', '{aliases: a}', '{aliases: [[a], {b: c}]}', '*x']) {
      expect(read(`# T\n## A\n<!-- docket: ${directive} -->\nx\n`).sections).toMatchObject([{ title: 'A', required: true, keys: ['a'] }]);
    }
  });
});

describe('what a template says of itself', () => {
  it('stands in its front matter under "docket"', () => {
    const text = '---\ndocket:\n  type: kep\n  label: Proposal\n  description: One change.\n  kind: design\n  icon: book\n  folder: keps\n  file: "{number}.md"\n  aliases: [enhancement]\n---\n# T\n';
    expect(read(text)).toMatchObject({ id: 'kep', label: 'Proposal', description: 'One change.', kind: 'design', icon: 'book', folder: 'keps', file: '{number}.md', aliases: ['enhancement'] });
  });

  it('is made up from its id where it says nothing, or nothing that can be read', () => {
    for (const front of ['', '---\ndocket: text\n---\n', '---\ndocket: {kind: nonsense, label: [1], file: ""}\n---\n', '---\nstatus: {a | b}, {c}\n---\n']) {
      expect(read(`${front}# T\n`)).toMatchObject({ id: 'rfc', label: 'rfc', kind: 'decision', icon: 'file', folder: '', file: '{number}-{slug}.md', aliases: [] });
    }
  });

  it('is taken from the type that it stands in for', () => {
    const base = readTemplate('postmortem', '---\ndocket: {label: Postmortem, kind: postmortem, folder: pm, file: "{date}.md", aliases: [pm]}\n---\n# T\n');
    expect(readTemplate('postmortem', '# T\n', undefined, base)).toMatchObject({ label: 'Postmortem', kind: 'postmortem', folder: 'pm', file: '{date}.md', aliases: ['pm'] });
  });
});

describe('the text of a new document', () => {
  const textOf = (text: string) => read(text).text;

  it('has no directive in it', () => {
    expect(textOf('# T\n\n## A\n<!-- optional -->\n<!-- docket: {aliases: [B]} -->\n\nx\n\n<!-- Optional -->\n\n## C\n\n<!-- docket:\n  required: false\n-->\n\ny\n')).toBe('# T\n\n## A\n\nx\n\n## C\n\ny\n');
  });

  it('keeps other comments', () => {
    expect(textOf('# T\n<!-- This section is optional. -->\n\nx <!-- docket: y -->\n')).toBe('# T\n<!-- This section is optional. -->\n\nx <!-- docket: y -->\n');
  });

  it('has no front matter where that held nothing but the directive', () => {
    expect(textOf('---\ndocket:\n  label: A\n---\n\n# T\n')).toBe('# T\n');
    expect(textOf('---\r\ndocket: {label: A}\r\n---\r\n# T\r\n')).toBe('# T\r\n');
  });

  it.each([
    ['first', '---\ndocket:\n  label: A\n  aliases: [a]\n# open or closed\nstatus: open\ndate: {date}\n---\n# T\n'],
    ['in the middle', '---\n# open or closed\nstatus: open\ndocket:\n  label: A\n  aliases: [a]\ndate: {date}\n---\n# T\n'],
    ['last', '---\n# open or closed\nstatus: open\ndate: {date}\ndocket:\n  label: A\n  aliases:\n    - a\n---\n# T\n'],
    ['in one line', '---\n# open or closed\nstatus: open\ndate: {date}\ndocket: {label: A} # here\n---\n# T\n'],
  ])('keeps every other field and comment where the directive stands %s', (_, text) => {
    expect(textOf(text)).toBe('---\n# open or closed\nstatus: open\ndate: {date}\n---\n# T\n');
  });

  it('keeps the empty lines of a code block', () => {
    const text = '# T\n\n```\na\n\n\n\nb\n```\n';
    expect(textOf(text)).toBe(text);
    expect(textOf(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('keeps CRLF', () => {
    expect(textOf('# T\r\n\r\n## A\r\n<!-- docket: {aliases: [B]} -->\r\n\r\nx\r\n')).toBe('# T\r\n\r\n## A\r\n\r\nx\r\n');
  });
});
