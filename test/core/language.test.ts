import { describe, expect, it } from 'vitest';
import { languageOf, say } from '../../src/core/language.ts';

describe('a message', () => {
  it('is said with its data', () => {
    expect(say({ en: '{a} of {b}, {a}', ko: '{b} 중 {a}' }, 'en', { a: 1, b: 'x' })).toBe('1 of x, 1');
    expect(say({ en: '{a} of {b}', ko: '{b} 중 {a}' }, 'ko', { a: 1, b: 'x' })).toBe('x 중 1');
  });

  it('keeps what has no data, and takes data as it is', () => {
    expect(say({ en: '{a} {toString} {b}', ko: '' }, 'en', { b: '$& {a}' })).toBe('{a} {toString} $& {a}');
  });
});

describe('the language of an editor', () => {
  it.each([['ko', 'ko'], ['ko-KR', 'ko'], ['KO_kr', 'ko'], ['en-GB', 'en'], ['de', 'en'], ['', 'en'], [undefined, 'en']])('%s is served in %s', (tag, expected) => {
    expect(languageOf(tag)).toBe(expected);
  });
});
