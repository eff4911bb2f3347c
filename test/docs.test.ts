import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../src/core/workspace.ts';
import { nodeFiles } from '../src/files/node.ts';
import { builtInTemplates } from './templates/built-in.ts';
import { docket } from './cli/world.ts';

describe('the project’s own decision records', () => {
  it('are read as such, follow the template, and have no finding', async () => {
    const workspace = new Workspace({ files: nodeFiles(fileURLToPath(new URL('../docs', import.meta.url))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    const records = workspace.entries().filter((entry) => entry.kind === 'decision');
    expect(records.length).toBeGreaterThanOrEqual(4);
    for (const { path, status, supersededBy } of records) {
      expect([path, status, supersededBy.length]).toEqual([path, ...(supersededBy.length ? ['superseded', 1] : ['accepted', 0])]);
      expect([path, await workspace.isTyped(path)]).toEqual([path, true]);
      expect([path, (await workspace.lint(path)).map((finding) => finding.reason)]).toEqual([path, []]);
    }
  });
});

describe('the repository itself', () => {
  it('is linted at its top without a finding: what is wrong on purpose is excluded', async () => {
    expect(await docket(fileURLToPath(new URL('../', import.meta.url)), ['lint', '--format', 'json'])).toEqual({ code: 0, out: '[]\n', err: '' });
  });
});
