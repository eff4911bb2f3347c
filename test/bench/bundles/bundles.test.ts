import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

  const ofServer = async (env: NodeJS.ProcessEnv = {}): Promise<unknown> => {
    const server = spawn(process.execPath, [path.join(dist, 'server.node.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: [], capabilities: {} });
    await connection.sendNotification('initialized', {});
    const dashboard = await connection.sendRequest(Method.dashboard, { history: false });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await once(server, 'exit');
    return dashboard;
  };

  it('has a server that loads what few ask for when somebody does', async () => {
    expect(await ofServer()).toMatchObject({ language: 'en', documents: [] });
  }, 60_000);

  it('has a server that keeps what was compiled of it where it is told to, and answers the same with it', async () => {
    const env = { DOCKET_COMPILED: path.join(folder, 'server', 'compiled') };
    const first = await ofServer(env);
    const [name = ''] = await readdir(env.DOCKET_COMPILED);
    const kept = await readFile(path.join(env.DOCKET_COMPILED, name));
    expect(kept.length).toBeGreaterThan(500_000);
    expect(await ofServer(env)).toEqual(first);
    expect((await readFile(path.join(env.DOCKET_COMPILED, name))).equals(kept)).toBe(true);
    await writeFile(path.join(env.DOCKET_COMPILED, name), kept.subarray(0, 100_000));
    expect(await ofServer(env)).toEqual(first);
  }, 60_000);

  it('finds the same with what it kept of the code that it compiled, without it and where that is broken', async () => {
    const [documents, caches] = [path.join(folder, 'documents'), path.join(folder, 'caches')];
    await mkdir(documents);
    await writeFile(path.join(documents, '0001-queue.md'), '# 1. Use a queue\n\n## Status\n\nProposed\n\nSee [this](missing.md).\n');
    const found = (env: NodeJS.ProcessEnv): string => spawnSync(process.execPath, [path.join(dist, 'cli.js'), 'lint', '--no-cache'], { cwd: documents, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: caches, HOME: caches, LOCALAPPDATA: caches, ...env } }).stdout;
    const kept = async (): Promise<string[]> => (await readdir(caches, { recursive: true, withFileTypes: true })).flatMap((one) => (one.isFile() ? [path.join(one.parentPath, one.name)] : []));
    const first = found({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(first).toContain('missing.md');
    await mkdir(caches);
    expect(await kept()).toEqual([]);
    expect(found({})).toBe(first);
    const [file = ''] = await kept();
    const whole = await readFile(file);
    expect(found({})).toBe(first);
    expect((await readFile(file)).equals(whole)).toBe(true);
    for (const broken of [whole.subarray(0, 100_000), Buffer.from('nothing'), Buffer.alloc(0)]) {
      await writeFile(file, broken);
      expect(found({})).toBe(first);
      expect((await readFile(file)).length).toBeGreaterThan(500_000);
    }
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
