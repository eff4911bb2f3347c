import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EarlierRows } from '../../src/client/views/earlier-rows.ts';
import type { ViewNode } from '../../src/protocol/protocol.ts';

const row = (id: string): ViewNode => ({ id, tree: 'actions', kind: 'action', label: id, spoken: id, can: [] });
const rows = (count: number): ViewNode[] => Array.from({ length: count }, (_, at) => row(String(at)));

// What VS Code keeps for a workspace, in memory.
function memento() {
  const values = new Map<string, unknown>();
  const writes: string[] = [];
  return { writes, get: <T>(key: string): T | undefined => values.get(key) as T | undefined, update: async (key: string, value: unknown) => { values.set(key, JSON.parse(JSON.stringify(value))); writes.push(key); } };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('the rows that a view showed last', () => {
  it('are there at the next start, the first of each list that was open', () => {
    const kept = memento();
    const view = new EarlierRows(kept as never, 'actions');
    view.keep({}, undefined, rows(100));
    view.keep({}, 'by-owner:ann', [row('a'), row('b')]);
    vi.runAllTimers();
    const next = new EarlierRows(kept as never, 'actions');
    expect([next.of({}).length, next.of({}, 'by-owner:ann').map(({ id }) => id), next.of({}, 'by-owner:bob')]).toEqual([20, ['a', 'b'], []]);
    expect(new EarlierRows(kept as never, 'decisions').of({})).toEqual([]);
  });

  it('are not shown where the view is wanted in another way now', () => {
    const kept = memento();
    const view = new EarlierRows(kept as never, 'actions');
    view.keep({ group: 'owner' }, undefined, rows(3));
    vi.runAllTimers();
    expect([view.of({ group: 'owner' }).length, view.of({}).length]).toEqual([3, 0]);
  });

  it('are written once for drawings that follow each other, and not where they are the same', () => {
    const kept = memento();
    const view = new EarlierRows(kept as never, 'actions');
    for (const count of [1, 2, 3]) view.keep({}, undefined, rows(count));
    vi.runAllTimers();
    view.keep({}, undefined, rows(3));
    vi.runAllTimers();
    expect(kept.writes).toEqual(['rows.actions']);
  });
});
