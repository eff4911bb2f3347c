import { describe, expect, it } from 'vitest';
import { slipOf } from '../../src/core/nearest.ts';

const KNOWN = ['draft', 'proposed', 'accepted', 'implemented', 'resolved', 'retired'];

describe('a word', () => {
  it.each([['imlpemented', 'implemented'], ['acepted', 'accepted'], ['Propsoed', 'proposed'], ['drfat', 'draft'], ['implemetned', 'implemented'], ['accepte', 'accepted']])('is a slip: %s', (word, meant) => {
    expect(slipOf(word, KNOWN)).toBe(meant);
  });

  it.each(['accepted', 'ACCEPTED', 'unresolved', 'retained', 'removed', 'done', '', 'x'.repeat(200)])('is none: %s', (word) => {
    expect(slipOf(word, KNOWN)).toBeUndefined();
  });

  it('that two others are as near to is a slip of neither', () => {
    expect(slipOf('closad', ['closed', 'closet'])).toBe('closed');
    expect(slipOf('closex', ['closed', 'closet'])).toBeUndefined();
  });
});
