import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, it, vi } from 'vitest';
import { nodeFiles } from '../../src/files/node.ts';
import { connect, type Client, type ClientOptions } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const ACCEPTED = '# 1. Keep it\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';
const PROPOSED = ACCEPTED.replace('Accepted', 'Proposed');
const FOUND = 'status-step: Accepted';

const clients: Client[] = [];
const folders: string[] = [];
async function client(options: ClientOptions): Promise<Client> {
  const made = await connect(options);
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
  for (const one of folders.splice(0)) await rm(one, { recursive: true, force: true, maxRetries: 5 });
});

function commitAll(root: string): void {
  for (const args of [['add', '--all'], ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', 'commit', '-m', 'Change']]) execFileSync('git', args, { cwd: root, stdio: 'ignore' });
}

async function repository(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-committed-'));
  folders.push(root);
  execFileSync('git', ['init', '-b', 'main'], { cwd: root, stdio: 'ignore' });
  await mkdir(path.join(root, 'docs/adr'), { recursive: true });
  await writeFile(path.join(root, 'docs/adr/0001-a.md'), ACCEPTED);
  commitAll(root);
  return root;
}

describe('what is committed of a document', () => {
  it('is compared with what is typed, and is asked for again when it has been committed', async () => {
    const root = await repository();
    const folder = pathToFileURL(root).href;
    const uri = `${folder}/docs/adr/0001-a.md`;
    const one = await client({ folders: { [folder]: {} }, filesOf: () => nodeFiles(root) });
    await one.open(uri, PROPOSED);
    await one.shows(uri, FOUND);
    await writeFile(path.join(root, 'docs/adr/0001-a.md'), PROPOSED);
    commitAll(root);
    await one.change(uri, `${PROPOSED}\n`, 2);
    await one.shows(uri);
  });

  it('is not asked for in a folder that nobody trusts', async () => {
    const root = await repository();
    const folder = pathToFileURL(root).href;
    const uri = `${folder}/docs/adr/0001-a.md`;
    const one = await client({ folders: { [folder]: {} }, filesOf: () => nodeFiles(root, { asksGit: () => false }) });
    await one.open(uri, PROPOSED.replace(/## Consequences[\s\S]*/, ''));
    await one.shows(uri, 'required-sections: Consequences');
  });

  it('comes from the editor where the server has no disk', async () => {
    const folder = 'vscode-vfs://host/team';
    const uri = `${folder}/docs/adr/0001-a.md`;
    const one = await client({ folders: { [folder]: { 'docs/adr/0001-a.md': ACCEPTED } }, filesOf: () => undefined, committed: { [uri]: ACCEPTED } });
    await one.open(uri, PROPOSED);
    await one.shows(uri, FOUND);
  });
});
