import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '../../src/server/pace.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('what is wanted again', () => {
  it('after a longer wait does not put off what was about to begin', async () => {
    const done: string[] = [];
    const pace = new Pace();
    pace.soon('a', async () => { done.push('edit'); });
    pace.soon('a', async () => { done.push('pause'); }, 400);
    await vi.advanceTimersByTimeAsync(50);
    expect(done).toEqual(['edit']);
  });

  it('while it is being done is done once, after the shorter wait', async () => {
    const done: string[] = [];
    const pace = new Pace();
    pace.soon('a', () => new Promise((resolve) => setTimeout(resolve, 20)));
    await vi.advanceTimersByTimeAsync(10);
    pace.soon('a', async () => { done.push('edit'); });
    pace.soon('a', async () => { done.push('pause'); }, 400);
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['edit']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(['edit']);
  });

  it('again and again after a pause waits for the pause', async () => {
    const done: string[] = [];
    const pace = new Pace();
    for (let at = 0; at < 5; at++) {
      pace.soon('a', async () => { done.push('pause'); }, 400);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(done).toEqual(['pause']);
  });
});
