import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { Method } from '../../../src/protocol/protocol.ts';
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

  it('has a server that loads what few ask for when somebody does', async () => {
    const server = spawn(process.execPath, [path.join(dist, 'server.node.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: [], capabilities: {} });
    await connection.sendNotification('initialized', {});
    expect(await connection.sendRequest(Method.dashboard, { history: false })).toMatchObject({ language: 'en', documents: [] });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await once(server, 'exit');
  }, 60_000);

  it('loads of its command line only what checking one file takes', async () => {
    const single = path.join(folder, 'single');
    await mkdir(single);
    await writeFile(path.join(single, '0001-queue.md'), '# 1. Use a queue\n\n## Status\n\nProposed\n');
    const bytes = await bytesLoaded(path.join(dist, 'cli.js'), single, path.join(folder, 'told'));
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThanOrEqual(loadedGoal);
  }, 60_000);
});
