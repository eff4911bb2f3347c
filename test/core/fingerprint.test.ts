import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint.ts';

describe('what stands for a text', () => {
  it('is the text itself while it is short', () => {
    expect(fingerprint('decision')).toBe('decision');
  });

  it('is another one for each of many long texts that are nearly the same', () => {
    const texts = Array.from({ length: 50_000 }, (_, at) => `{"path":"docs/decisions/${at}.md","kind":"decision"}`);
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint(texts[0]!)).toBe(fingerprint(texts[0]!));
    expect(fingerprint(texts[0]!).length).toBeLessThan(30);
  });
});
