import { describe, expect, it } from 'vitest';
import { rememberingLast } from '../../src/core/remembering.ts';

describe('a function that keeps its last answer', () => {
  it('is asked once for the same two things, and again for others', () => {
    const asked: string[] = [];
    const joined = rememberingLast((one: string, other: string) => { asked.push(one + other); return { text: one + other }; });
    const first = joined('a', 'b');
    expect(joined('a', 'b')).toBe(first);
    expect(joined('a', 'c').text).toBe('ac');
    expect(joined('a', 'b')).not.toBe(first);
    expect(asked).toEqual(['ab', 'ac', 'ab']);
  });
});
