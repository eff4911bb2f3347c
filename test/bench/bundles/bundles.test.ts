import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles, loadedGoal } from './bundles.ts';
import { bytesLoaded } from './loaded.ts';
import { buildProduction, bytesOf } from './production.ts';

describe('a release', () => {
  let folder: string;
  let dist: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docket-release-'));
    dist = await buildProduction(folder);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(bundles)('has no more in its bundle than is read quickly: $name', async ({ files, most }) => {
    const bytes = await bytesOf(dist, files);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(most);
  });

  it('loads of its command line only what checking one file takes', async () => {
    const single = path.join(folder, 'single');
    await mkdir(single);
    await writeFile(path.join(single, '0001-queue.md'), '# 1. Use a queue\n\n## Status\n\nProposed\n');
    const bytes = await bytesLoaded(path.join(dist, 'cli.js'), single, path.join(folder, 'told'));
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThanOrEqual(loadedGoal);
  }, 60_000);
});
