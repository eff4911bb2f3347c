import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import type { Outcome } from './world.ts';

/** Bundles the command line once for a test file, as the build does; the function that comes back says where it is. */
export function bundledCli(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docket-bundle-'));
    await build({
      entryPoints: { cli: 'src/cli/main.ts' }, outdir: folder, outExtension: { '.js': '.mjs' }, splitting: true, chunkNames: 'cli/[name]-[hash]', bundle: true, platform: 'node', format: 'esm', target: 'node20',
      loader: { '.md': 'text' }, mainFields: ['module', 'main'], define: { 'process.env.DOCKET_VERSION': '"1.2.3"' }, logLevel: 'warning',
      banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'cli.mjs');
}

/** Runs the bundle in a process of its own; `readAtMost` closes its output after so many characters, as `head` does; `outTo` is a file that takes its output; `uid` is the user that it runs as; `input` is what its standard input brings. */
export function runBundle(file: string, args: readonly string[], { cwd, env = {}, readAtMost = Infinity, outTo = 'pipe', uid, input }: { cwd: string; env?: NodeJS.ProcessEnv; readAtMost?: number; outTo?: number | 'pipe'; uid?: number | undefined; input?: string }): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd, env: { PATH: process.env['PATH'], ...env }, stdio: [input === undefined ? 'ignore' : 'pipe', outTo, 'pipe'], ...(uid === undefined ? {} : { uid }) });
    child.stdin?.end(input);
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length >= readAtMost) child.stdout?.destroy();
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}
