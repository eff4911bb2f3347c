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

// What two threads find in a folder, and of which documents they say it; the others are left to whoever has them.
async function foundByTwo(root: string, isChecking: boolean): Promise<{ readonly found: readonly unknown[]; readonly checked: ReadonlySet<string> }> {
  const data = { root, deep: true, revision: undefined, language: 'en', alwaysLanguage: undefined, rules: {}, today: '2026-03-02', rulePages: Object.fromEntries([...rules.map(({ id }) => id), 'configuration'].map((id) => [id, rulePage(id)])), isRecorded: false, isChecking } as const;
  const threads = new DocumentThreads({ program: pathToFileURL(bundle()), data, threads: 2, worthwhile: 1, patience: 60_000, ...(isChecking ? { isChecked: () => true } : {}) });
  const checked = new Set<string>();
  const found = await findingsOf(root, { ...(isChecking ? { isChecked: () => true } : {}), readMany: threads.read, lintMany: (paths, readings, receive) => threads.lint(paths, readings, (one, findings) => { checked.add(one); receive(one, findings); }) });
  await threads.end();
  return { found, checked };
}

describe('two threads', () => {
  it.each([['media/sample', false], ['test/cases', false], ['media/sample', true], ['test/cases', true]])('find in %s what one finds, also where they check while they read: %s', async (folder, isChecking) => {
    const root = await copyOf(folder);
    const { found, checked } = await foundByTwo(root, isChecking);
    expect(found).toEqual(await findingsOf(root));
    if (!isChecking) expect(checked.size).toBe(found.length);
    expect(checked.size * 10).toBeGreaterThan(found.length * 9);
    expect(found.flat().length).toBeGreaterThan(10);
  }, 120_000);

  it('leave the few of many of which others say something else when all are read', async () => {
    const decision = (status: string): string => `# Keep it\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\nWe keep it.\n\n## Consequences\n\nNone.\n`;
    const root = await folderOf({ 'a/0001-a.md': decision('Zwischenstand'), 'z/0002-z.md': decision('Zwischenstand'), ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`m${at % 4}/00${at + 10}-m.md`, decision('Accepted')])) });
    const { found, checked } = await foundByTwo(root, true);
    expect(found).toEqual(await findingsOf(root));
    expect(found.length - checked.size).toBe(2);
  }, 120_000);
});
