import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Revisits } from '../../src/client/revisits.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const HOUR = 60 * 60 * 1000;

function recorded(): { readonly visited: string[][]; readonly revisits: Revisits } {
  const visited: string[][] = [];
  return { visited, revisits: new Revisits((uris) => { visited.push([...uris]); }) };
}

describe('a folder that came while the editor was open', () => {
  it('is looked at again soon, and then more and more seldom, until some hours have gone', () => {
    const { visited, revisits } = recorded();
    revisits.came(['file:///w/docs']);
    vi.advanceTimersByTime(400);
    expect(visited).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(visited).toEqual([['file:///w/docs']]);
    vi.advanceTimersByTime(1000);
    expect(visited.length).toBe(2);
    vi.advanceTimersByTime(10 * HOUR);
    expect(visited.length).toBe(14);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is looked at with those in it, once', () => {
    const { visited, revisits } = recorded();
    revisits.came(['file:///w/docs/adr', 'file:///w/docs', 'file:///w/docs-old']);
    vi.advanceTimersByTime(500);
    expect(visited).toEqual([['file:///w/docs', 'file:///w/docs-old']]);
  });

  it('is looked at whenever it is asked for, however long that is after it came', () => {
    const { visited, revisits } = recorded();
    revisits.now();
    expect(visited).toEqual([]);
    revisits.came(['file:///w/docs']);
    revisits.came(['file:///w/more']);
    vi.advanceTimersByTime(10 * HOUR);
    visited.length = 0;
    revisits.now();
    expect(visited).toEqual([['file:///w/docs', 'file:///w/more']]);
  });

  it('is left alone when it is gone, and begins anew when it comes back', () => {
    const { visited, revisits } = recorded();
    revisits.came(['file:///w/docs']);
    revisits.gone(['file:///w/docs']);
    vi.advanceTimersByTime(400);
    revisits.came(['file:///w/docs']);
    vi.advanceTimersByTime(400);
    expect(visited).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(visited).toEqual([['file:///w/docs']]);
  });

  it('is left alone when the window closes', () => {
    const { visited, revisits } = recorded();
    revisits.came(['file:///w/docs']);
    revisits.dispose();
    vi.advanceTimersByTime(HOUR);
    expect(visited).toEqual([]);
  });
});
