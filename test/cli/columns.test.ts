import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/cli/columns.ts';
import narrowWidthOf from '../../src/cli/lazy-string-width.ts';
import { cut, paintFor, printable, printableJson, widthOf } from '../../src/cli/display.ts';

const plain = paintFor(false);
const cells = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }));

describe('columns', () => {
  it('are as wide as their widest text, Korean letters counting twice', () => {
    expect(layOut([{}, {}], [cells('결정', 'a'), cells('ab', 'b')], undefined, plain)).toEqual(['결정  a', 'ab    b']);
  });

  it('that are empty take no room', () => {
    expect(layOut([{}, {}, {}], [cells('a', '', 'b')], undefined, plain)).toEqual(['a  b']);
  });

  it('are cut where the terminal is narrow, by their share', () => {
    const [line] = layOut([{}, { least: 5, share: 3 }, { least: 5, cutAt: 'start' }], [cells('id', 'a'.repeat(40), 'b'.repeat(40))], 40, plain);
    expect(line).toBe(`id  ${'a'.repeat(25)}…  …${'b'.repeat(7)}`);
    expect(widthOf(line!)).toBe(40);
  });

  it('are dropped, the least important first, where cutting is not enough', () => {
    expect(layOut([{}, { drop: 1 }, { drop: 2 }], [cells('status', 'kind', 'path')], 13, plain)).toEqual(['status  kind']);
    expect(layOut([{}, { drop: 1 }, { drop: 2 }], [cells('status', 'kind', 'path')], 3, plain)).toEqual(['status']);
  });

  it('line up whether they are coloured or not', () => {
    const [coloured] = layOut([{}, {}], [[{ text: 'a', styles: ['red'] }, { text: 'b' }], cells('abc', 'd')], undefined, paintFor(true));
    expect(coloured).toBe('\u001B[31ma\u001B[39m    b');
  });
});

describe('a text', () => {
  it('is cut between letters as people see them', () => {
    expect(cut('가나다라', 6)).toBe('가나…');
    expect(cut('가나다라', 6, 'start')).toBe('…다라');
    expect(cut('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toBe('👩‍👩‍👧👩‍👩‍👧…');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abc', 0)).toBe('');
  });

  it('keeps no character that would drive the terminal', () => {
    expect(printable('a\u001B]0;title\u0007b\r\nc\u202Ed')).toBe('a ]0;title b c d');
  });

  it('is JSON that a terminal can be shown, and that says the same', () => {
    const text = 'a\u001B\u009B31m\u007F\u202Egnp\u2066\u061C결정';
    const json = printableJson({ text });
    expect(json).toBe('{"text":"a\\u001b\\u009b31m\\u007f\\u202egnp\\u2066\\u061c결정"}');
    expect(JSON.parse(json)).toEqual({ text });
  });
});

describe('the width of a text', () => {
  it('of Latin letters and common punctuation is known without what knows all others', () => {
    const codes = [[0x20, 0x7e], [0xa1, 0xac], [0xae, 0x2ff], [0x2010, 0x2027]].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, at) => from! + at));
    for (const text of codes.map((code) => `a${String.fromCharCode(code)}b`)) expect([text, narrowWidthOf(text)]).toEqual([text, stringWidth(text)]);
  });
});
