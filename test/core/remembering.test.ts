import { describe, expect, it } from 'vitest';
import { once, rememberingAt, rememberingFor, rememberingLast } from '../../src/core/remembering.ts';

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

describe('a function that keeps its answers for a vocabulary', () => {
  it('is asked once for the same text and the same vocabulary, also where the answer is that there is none', () => {
    const asked: string[] = [];
    const found = rememberingFor((text: string, words: ReadonlySet<string>) => { asked.push(text); return words.has(text) ? text : undefined; });
    const [one, other] = [new Set(['a']), new Set(['b'])];
    expect([found('a', one), found('b', one), found('a', one), found('b', one), found('b', other)]).toEqual(['a', undefined, 'a', undefined, 'b']);
    expect(asked).toEqual(['a', 'b', 'b']);
  });
});

describe('an answer that is worked out when it is asked for', () => {
  it('is worked out once, and not before', () => {
    const asked: string[] = [];
    const answer = once(() => { asked.push('asked'); return undefined; });
    expect(asked).toEqual([]);
    answer();
    answer();
    expect(asked).toEqual(['asked']);
  });
});

describe('a function that keeps its answer at a thing', () => {
  it('is asked once for each thing, whatever it is asked in between, and again for a copy or with something else', () => {
    const asked: string[] = [];
    const joined = rememberingAt((one: { name: string }, other: string) => { asked.push(one.name + other); return { text: one.name + other }; });
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const first = joined(a, 'x');
    joined(b, 'x');
    expect(joined(a, 'x')).toBe(first);
    expect(joined({ ...a, name: 'c' }, 'x').text).toBe('cx');
    expect(joined(a, 'y').text).toBe('ay');
    expect(asked).toEqual(['ax', 'bx', 'cx', 'ay']);
    expect(a).toStrictEqual({ name: 'a' });
  });
});
