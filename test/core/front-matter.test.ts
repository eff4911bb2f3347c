import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { decodeText } from '../../src/core/files.ts';
import { readFrontMatter } from '../../src/core/front-matter.ts';
import { excerpt } from './excerpt.ts';

const fieldsOf = (text: string) =>
  readFrontMatter(text)?.fields.map((field) => [field.key, field.value, excerpt(text, field.keyRange), excerpt(text, field.valueRange)]);
const errorOf = (text: string) => {
  const error = readFrontMatter(text)?.error;
  return error && [error.code, excerpt(text, error.range)];
};

describe('the three traps of gray-matter', () => {
  const world = globalThis as { docketRan?: string };

  it.each(['js', 'javascript', 'JS', ' js', 'coffee', 'cson', 'json', 'toml'])('front matter in "%s" is never run', (language) => {
    delete world.docketRan;
    const document = parseDocument('a.md', `---${language}\n{ "title": (globalThis.docketRan = "yes") }\n---\n# T\n`);
    expect(world.docketRan).toBeUndefined();
    expect(document.fields).toEqual([]);
    expect(document.problems).toEqual([{ id: 'front-matter-language', data: { language: language.trim() }, range: { start: 0, end: 3 + language.length } }]);
  });

  it.each(['---\rjs\n{ "title": (globalThis.docketRan = "yes") }\n---\n', '---\r---js\n{}\n---\n', '---\ntitle: !!js/function "function () { globalThis.docketRan = 1 }"\n---\n'])('nor is what only looks like it: %j', (text) => {
    delete world.docketRan;
    const { problems } = parseDocument('a.md', text);
    expect(world.docketRan).toBeUndefined();
    expect(problems.filter((problem) => problem.id === 'not-parsed')).toEqual([]);
  });

  it('the same mistake is an error again when the same text is read a second time', () => {
    const text = '---\ntitle: [a\n---\n';
    expect(errorOf(text)).toBeDefined();
    expect(errorOf(text)).toEqual(errorOf(text));
    expect(parseDocument('a.md', text).problems).toEqual(parseDocument('b.md', text).problems);
  });

  it('a date stays what was written', () => {
    expect(fieldsOf('---\na: 2026-01-31\nb: 2026-01-31T10:00:00Z\nc: 31.01.2026\n---\n')!.map((field) => field[1])).toEqual(['2026-01-31', '2026-01-31T10:00:00Z', '31.01.2026']);
  });
});

describe('fields', () => {
  it('have the exact places of key and value', () => {
    expect(fieldsOf('---\ntitle: "A: b"  # why\nnone:\nlist: [a, "b"]\nmap: {x: 1}\n"quoted key" : yes\n---\n')).toEqual([
      ['title', 'A: b', 'title', '"A: b"'],
      ['none', null, 'none', undefined],
      ['list', ['a', 'b'], 'list', '[a, "b"]'],
      ['map', { x: 1 }, 'map', '{x: 1}'],
      ['quoted key', 'yes', '"quoted key"', 'yes'],
    ]);
  });

  it('have them in a file with CRLF, too', () => {
    expect(fieldsOf('---\r\ntitle: A\r\nstatus: open\r\n---\r\n# T\r\n')).toEqual([['title', 'A', 'title', 'A'], ['status', 'open', 'status', 'open']]);
  });

  it('may be lists and blocks over many lines', () => {
    const fields = fieldsOf('---\nowners:\n  - ann\n  - bob\ntext: |\n  one\n  two\nlast: 1\n---\n')!;
    expect(fields.map((field) => field[1])).toEqual([['ann', 'bob'], 'one\ntwo\n', 1]);
    expect(String(fields[0]![3]).trimEnd()).toBe('- ann\n  - bob');
  });

  it('are both there when a key stands twice', () => {
    expect(fieldsOf('---\na: 1\na: 2\n---\n')!.map((field) => field.slice(0, 2))).toEqual([['a', 1], ['a', 2]]);
  });

  it('may be anchors and aliases', () => {
    expect(fieldsOf('---\na: &x [1]\nb: *x\n---\n')!.map((field) => field[1])).toEqual([[1], [1]]);
  });

  it('may be called like what every object has', () => {
    const fields = readFrontMatter('---\n__proto__: {polluted: 1}\nconstructor: a\ninner: {__proto__: {polluted: 1}}\n---\n')!.fields;
    expect(fields.map((field) => field.key)).toEqual(['__proto__', 'constructor', 'inner']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((fields[2]!.value as { polluted?: number }).polluted).toBeUndefined();
  });

  it('are none where the front matter is no map', () => {
    for (const yaml of ['- a\n- b', 'only text', '# only a comment', '', ' ', '~']) expect(fieldsOf(`---\n${yaml}\n---\n`)).toEqual([]);
  });
});

describe('front matter', () => {
  it('reaches from one fence to the other', () => {
    const text = '---\na: 1\n---\n# T\n';
    const { range, content } = readFrontMatter(text)!;
    expect([excerpt(text, range), excerpt(text, content)]).toEqual(['---\na: 1\n---', 'a: 1']);
  });

  it('may be empty', () => {
    for (const text of ['---\n---', '---\n---\n', '---\n\n---\n', '---\r\n---\r\n']) expect(readFrontMatter(text)).toMatchObject({ fields: [], error: undefined });
  });

  it.each(['---\na: 1\n', '---\n# T\n...\n', '---\nA text\n...\nmore\n', '---\na: 1\n....\n', '----\na: 1\n----\n', '\n---\na: 1\n---\n', ' ---\na: 1\n---\n', '--- # comment\na: 1\n---\n', '---\na: 1\n ---\n', '---\na: 1\n----\n', '# T\n---\na: 1\n---\n'])(
    'is not read from %j',
    (text) => expect(readFrontMatter(text)).toBeUndefined(),
  );

  it.each(['---\na: 1\n...\n# T\n', '---\r\na: 1\r\n... \r\n# T\r\n', '---\n\n# why\n"a b": 1\n...\n# T\n\n---\n', '\uFEFF---\na: 1\n...\n# T\n'])('may be closed with three dots, and the text behind it is Markdown: %j', (text) => {
    const { frontMatter, fields, sections, preamble, problems } = parseDocument('a.md', text);
    expect(excerpt(text, frontMatter!.range)).toMatch(/^---[^]*\.\.\. ?$/);
    expect(fields).toHaveLength(1);
    expect(sections.map((section) => [section.title, excerpt(text, section.heading)])).toEqual([['T', '# T']]);
    expect([preamble, problems]).toEqual([[], []]);
  });

  it.each(['---\na: 1\n---', '---\n---', '--- \t\na: 1\n---\t\n', '---\r\na: 1\r\n---\r\n', '---\ra: 1\r---\r', '---\na: 1\n...\nb: 2\n---\n', '---\n---\n---\n', '---\na: 1\n---x\n---\n', '---\na: 1\n', '---\na: 1\n...\n', '----\n----\n', '---x\n---\n', '\uFEFF---\na: 1\n---\n'])(
    'is seen in %j by the reader of fields as by the reader of Markdown',
    (text) => {
      const first = parseDocument('a.md', text).tree.children[0];
      const inMarkdown = first?.type === 'yaml' ? { start: first.position!.start.offset, end: first.position!.end.offset } : undefined;
      expect(readFrontMatter(text)?.range).toEqual(inMarkdown);
    },
  );

  it('is read behind a byte-order mark, which is no part of the text', () => {
    const file = decodeText(new TextEncoder().encode('\uFEFF---\na: 1\n---\n'));
    expect(file).toEqual({ text: '---\na: 1\n---\n', hasByteOrderMark: true });
    expect('text' in file && fieldsOf(file.text)).toEqual([['a', 1, 'a', '1']]);
  });

  it('is read in a file whose lines end with a carriage return alone', () => {
    expect(fieldsOf('---\ra: 1\rb: 2\r---\r# T\r')?.map((field) => field[0])).toEqual(['a', 'b']);
  });
});

describe('a mistake in front matter', () => {
  it.each([
    ['---\ntitle: ⟨a⟩: b\n---\n', 'BLOCK_AS_IMPLICIT_KEY'],
    ['---\nok: 1\nowner: ⟨@⟩ann\n---\n', 'BAD_SCALAR_START'],
    ['---\nok: 1\n⟨\t⟩x: 1\n---\n', 'TAB_AS_INDENT'],
    ['---\ntitle: "open⟨⟩\n---\n', 'MISSING_CHAR'],
    ['---\r\nok: 1\r\nb: ⟨*nobody⟩\r\n---\r\n', 'BAD_ALIAS'],
  ])('stands at its exact place: %j', (marked, code) => {
    const text = marked.replace(/[⟨⟩]/gu, '');
    const range = { start: marked.indexOf('⟨'), end: marked.indexOf('⟩') - 1 };
    expect(readFrontMatter(text)!.error).toMatchObject({ code, range });
  });

  it('leaves no field, and the rest of the document is read', () => {
    const document = parseDocument('a.md', '---\nok: 1\ntitle: a: b\n---\n# T\n');
    expect(document.fields).toEqual([]);
    expect(document.sections.map((section) => section.title)).toEqual(['T']);
    expect(document.problems.map((problem) => problem.id)).toEqual(['front-matter']);
  });

  it('is an alias of aliases that would fill the memory, too', () => {
    const lines = 'abcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array<string>(10).fill(index ? `*${'abcdefgh'[index - 1]}` : '1').join(', ')}]`);
    const text = `---\n${lines.join('\n')}\n---\n`;
    const start = performance.now();
    expect(errorOf(text)![0]).toBe('BAD_ALIAS');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
