import { describe, expect, it } from 'vitest';
import { applyEdits, lineEndingOf } from '../../src/core/edit.ts';

const edit = (start: number, end: number, newText: string) => ({ range: { start, end }, newText });

describe('edits', () => {
  it('count from the text before any of them, in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'E!'), edit(0, 1, ''), edit(2, 2, '-'), edit(6, 6, '.')])).toBe('b-cdE!f.');
  });

  it('at one place are made in their order', () => {
    expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
  });

  it('may not overlap', () => {
    expect(() => applyEdits('abc', [edit(0, 2, 'x'), edit(1, 3, 'y')])).toThrow(RangeError);
  });

  it('keep the rest of the text as it is', () => {
    expect(applyEdits('a\r\n\uFEFFb\r\n', [])).toBe('a\r\n\uFEFFb\r\n');
  });
});

describe('the line ending of a text', () => {
  it.each([['', '\n'], ['a', '\n'], ['a\nb\r\n', '\n'], ['a\r\nb\n', '\r\n'], ['\r\n', '\r\n'], ['\n', '\n']])('%j', (text, expected) => {
    expect(lineEndingOf(text)).toBe(expected);
  });
});
