import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/core/lines.ts';

describe('lines', () => {
  it('end with a line feed, both characters, or a carriage return', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    expect(lines.count).toBe(4);
    expect([0, 1, 2, 3, 4].map((line) => lines.startOf(line))).toEqual([0, 2, 5, 7, 8]);
  });

  it('count columns in UTF-16 units', () => {
    expect(new Lines('a\n🎉b').positionAt(4)).toEqual({ line: 1, character: 2 });
  });

  it('give every offset its place, and one past the end that of the end', () => {
    const lines = new Lines('ab\n\nc');
    expect([0, 2, 3, 4, 5, 99].map((offset) => lines.positionAt(offset))).toEqual([
      { line: 0, character: 0 }, { line: 0, character: 2 }, { line: 1, character: 0 }, { line: 2, character: 0 }, { line: 2, character: 1 }, { line: 2, character: 1 },
    ]);
    expect(lines.lineNumberAt(4)).toBe(3);
  });

  it('are one where the text is empty', () => {
    expect(new Lines('').count).toBe(1);
    expect(new Lines('').positionAt(0)).toEqual({ line: 0, character: 0 });
  });
});
