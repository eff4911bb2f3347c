import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import type { Outcome } from '../cli/world.ts';

const require = createRequire(import.meta.url);
const cliOf = fileURLToPath(new URL('../../node_modules/remark-cli/cli.js', import.meta.url));

/** Bundles the plugin once for a test file, as the build does; the function that comes back says where it is. */
export function bundledPlugin(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docket-remark-'));
    await build({
      entryPoints: ['src/remark/index.ts'], outfile: path.join(folder, 'index.mjs'), bundle: true, platform: 'node', format: 'esm', target: 'node20',
      loader: { '.md': 'text' }, mainFields: ['module', 'main'], logLevel: 'warning',
      banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'index.mjs');
}

/** Runs the real remark-cli with the plugin in a process of its own; the report is JSON on standard error. */
export function runRemark(plugin: string, cwd: string, args: readonly string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliOf, '--no-config', '--no-stdout', '--use', plugin, '--report', require.resolve('vfile-reporter-json'), ...args], { cwd, env: { PATH: process.env['PATH'], ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.end(input);
  });
}
