import { build, type Plugin } from 'esbuild';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../host/root.ts';

/** The command line with Docket's own reading of Markdown, or with remark's. */
export type Engine = 'docket' | 'remark';

/** How a command is run: in this folder, with so many threads, each of which waits so many milliseconds for a document. */
export interface Running {
  readonly cwd: string;
  readonly threads: number;
  readonly patience?: number;
}

/** No document that can be read takes longer, in milliseconds. */
const PATIENCE = 300_000;
/** No command takes longer, in milliseconds. */
const LIMIT = 3_600_000;

/** Builds the command line into a folder and returns its file; how many threads it has is said when it runs. */
export async function buildProgram(engine: Engine, folder: string): Promise<string> {
  await build({
    absWorkingDir: root, entryPoints: { cli: 'src/cli/main.ts' }, outdir: folder, outExtension: { '.js': '.mjs' }, splitting: true, chunkNames: 'cli/[name]-[hash]', bundle: true, platform: 'node', format: 'esm', target: 'node20',
    loader: { '.md': 'text' }, mainFields: ['module', 'main'], define: { 'process.env.DOCKET_VERSION': '"0.0.0"' }, logLevel: 'warning', plugins: [inTheirPlace(engine)],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  });
  return path.join(folder, 'cli.mjs');
}

// Only what the source itself asks for is another file: the file in its place asks for the true one.
function inTheirPlace(engine: Engine): Plugin {
  return {
    name: 'same',
    setup({ onResolve }) {
      onResolve({ filter: /\/pool\.ts$/ }, ({ importer }) => (isSource(importer) ? { path: path.join(root, 'test/same/given-threads.ts') } : undefined));
      if (engine === 'remark') onResolve({ filter: /\/markdown\.ts$/ }, ({ path: asked, importer }) => (path.resolve(path.dirname(importer), asked) === path.join(root, 'src/core/markdown.ts') && isSource(importer) ? { path: path.join(root, 'test/same/reference-markdown.ts') } : undefined));
    },
  };
}

const isSource = (file: string): boolean => file.startsWith(path.join(root, 'src') + path.sep);

/** Runs the command line and returns what it prints; rejects where it cannot do what it is told. */
export function outputOf(program: string, args: readonly string[], { cwd, threads, patience = PATIENCE }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DOCKET_SAME_THREADS: String(threads), DOCKET_SAME_PATIENCE: String(patience) };
    const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 || code === 1) resolve(Buffer.concat(out).toString('utf8'));
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}: ${Buffer.concat(errors).toString('utf8').slice(0, 1000)}`));
    });
  });
}
