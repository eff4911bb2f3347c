import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/core/workspace.ts';
import { nodeFiles } from '../../src/files/node.ts';
import { actionRows, decisionRows, tryAction, tryDocument } from '../act-everywhere.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const sample = fileURLToPath(new URL('../../media/sample', import.meta.url));
const workspace = new Workspace({ files: nodeFiles(path.resolve(sample)), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
await workspace.load();

describe('acting on every row of the sample workspace', () => {
  it('changes the lines of the action alone', async () => {
    const rows = actionRows(workspace);
    const tried = (await Promise.all(rows.map((row) => tryAction(workspace, row)))).flat();
    expect(rows.length).toBeGreaterThan(20);
    expect(tried.filter(({ broken }) => broken !== undefined)).toEqual([]);
    expect(tried.filter(({ outcome }) => outcome.includes('refused'))).toEqual([]);
  });

  it('changes the one place of a document that says its status, or by when to decide', async () => {
    const rows = decisionRows(workspace);
    const tried = (await Promise.all(rows.map((row) => tryDocument(workspace, row)))).flat();
    expect(rows.length).toBeGreaterThan(10);
    expect(tried.filter(({ broken }) => broken !== undefined)).toEqual([]);
    expect(tried.filter(({ outcome }) => outcome.includes('refused'))).toEqual([]);
  });
});
