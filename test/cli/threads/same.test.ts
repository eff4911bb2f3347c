import { cp } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../templates/built-in.ts';
import { DocumentThreads } from '../../../src/cli/threads/pool.ts';
import { rules } from '../../../src/core/rules/index.ts';
import type { WorkspaceOptions } from '../../../src/core/workspace.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { nodeFiles } from '../../../src/files/node.ts';
import { bundledCli } from '../bundle.ts';
import { folderOf } from '../world.ts';

const bundle = bundledCli();

// A copy that no configuration above it speaks of.
async function copyOf(folder: string): Promise<string> {
  const root = await folderOf();
  await cp(fileURLToPath(new URL(`../../../${folder}`, import.meta.url)), root, { recursive: true });
  return root;
}

const rulePage = (id: string): string => `rules/${id}.md`;

// Everything that is found below a folder, as it is told in the order of the paths; and how many documents others have checked.
async function findingsOf(root: string, more: Partial<WorkspaceOptions> = {}): Promise<readonly unknown[]> {
  const workspace = new Workspace({ files: nodeFiles(root), templates: builtInTemplates, language: 'en', rulePage, today: () => '2026-03-02', ...more });
  await workspace.load();
  await workspace.lintAhead(workspace.paths());
  return Promise.all(workspace.paths().map(async (one) => (await workspace.lintFully(one)).map((finding) => ({ ...finding, shown: String(finding), stack: undefined }))));
}

describe('two threads', () => {
  it.each([['media/sample', false], ['test/cases', false], ['media/sample', true], ['test/cases', true]])('find in %s what one finds, also where they check while they read: %s', async (folder, isChecking) => {
    const root = await copyOf(folder);
    const data = { root, deep: true, revision: undefined, language: 'en', alwaysLanguage: undefined, rules: {}, today: '2026-03-02', rulePages: Object.fromEntries([...rules.map(({ id }) => id), 'configuration'].map((id) => [id, rulePage(id)])), isRecorded: false, isChecking } as const;
    const threads = new DocumentThreads({ program: pathToFileURL(bundle()), data, threads: 2, worthwhile: 1, patience: 60_000, ...(isChecking ? { isChecked: () => true } : {}) });
    const checked = new Set<string>();
    const found = await findingsOf(root, { readMany: threads.read, lintMany: (paths, readings, receive) => threads.lint(paths, readings, (one, findings) => { checked.add(one); receive(one, findings); }) });
    await threads.end();
    expect(found).toEqual(await findingsOf(root));
    expect(checked.size).toBe(found.length);
    expect(found.flat().length).toBeGreaterThan(10);
  }, 120_000);
});
