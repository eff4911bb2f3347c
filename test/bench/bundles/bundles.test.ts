import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from './bundles.ts';
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
});
