import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DocumentThreads, type PoolOptions } from '../../../src/cli/threads/pool.ts';
import type { PackedReading } from '../../../src/core/reading.ts';
import { folderOf } from '../world.ts';

// Threads that do what the name of the file says.
const PROGRAM = `
import { parentPort } from 'node:worker_threads';
const texts = [new SharedArrayBuffer(2)];
parentPort.on('message', ({ read }) => {
  if (read.includes('dies.md')) process.exit(3);
  if (read.includes('throws.md')) throw new Error('no such heading');
  if (read.includes('hangs.md')) for (;;);
  if (read.includes('fills.md')) for (const all = []; ;) all.push(new Array(1e6).fill(0));
  parentPort.postMessage({ readings: read.map((path) => ({ path, problems: [], place: [0, 0, 2] })), found: [], come: texts.splice(0) });
});
parentPort.postMessage({ ready: true });
`;

async function read(paths: readonly string[], { code = PROGRAM, ...options }: Partial<PoolOptions> & { code?: string } = {}): Promise<PackedReading[]> {
  const folder = await folderOf(Object.fromEntries(paths.map((one) => [one, 'x'])));
  await writeFile(path.join(folder, 'thread.mjs'), code);
  const readings: PackedReading[] = [];
  const data = { root: folder, deep: true, revision: undefined, language: 'en', alwaysLanguage: undefined, rules: {}, today: '2026-03-02', rulePages: {}, isRecorded: false, isChecking: false } as const;
  const pool = new DocumentThreads({ program: pathToFileURL(path.join(folder, 'thread.mjs')), data, threads: 2, worthwhile: 1, patience: 2000, ...options });
  await pool.read(paths, (reading) => readings.push(reading));
  await pool.end();
  return readings.sort((a, b) => a.path.localeCompare(b.path));
}

describe('reading in threads', () => {
  it('hands over every document once', async () => {
    const paths = Array.from({ length: 30 }, (_, index) => `${index + 10}.md`);
    expect((await read(paths)).map((reading) => reading.path)).toEqual(paths);
  });

  it.each([
    ['dies.md', 'the thread ended with 3'],
    ['throws.md', 'no such heading'],
    ['hangs.md', 'it took longer than 2 s'],
  ])('gives up only %s', async (bad, reason) => {
    const readings = await read(['a.md', bad, 'b.md', 'z.md']);
    expect(readings.map((reading) => reading.path)).toEqual(['a.md', 'b.md', bad, 'z.md'].sort());
    expect(readings.flatMap((reading) => reading.problems.map((problem) => [reading.path, problem.id, problem.data['reason']]))).toEqual([[bad, 'not-parsed', reason]]);
  }, 20_000);

  it('leaves everything to its caller where no thread starts', async () => {
    expect(await read(['a.md', 'b.md'], { code: 'throw new Error("not here")' })).toEqual([]);
  });

  it('leaves everything to its caller where that is quicker', async () => {
    expect(await read(['a.md', 'b.md'], { worthwhile: 3 })).toEqual([]);
    expect(await read(['a.md', 'b.md'], { threads: 1 })).toEqual([]);
  });
});
