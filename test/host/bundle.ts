import { build, type Plugin } from 'esbuild';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.ts';

const suite = path.join(root, 'test', 'host', 'suite');

/** What a bundle of tests is for: one of the two extension hosts, or the packaged extension. */
export type Suite = 'node' | 'web' | 'vsix';

/** Bundles the test files of a suite into one CommonJS file whose `run` runs them in an extension host. */
export async function bundleTests(name: Suite, outfile: string): Promise<void> {
  const requires = (await testFiles(name)).map((file) => `require(${JSON.stringify(`./${file}`)});`).join(' ');
  await build({
    stdin: {
      contents: `import { runTests } from './run.ts';\nexport const run = () => runTests(() => { ${requires} });`,
      resolveDir: suite,
      loader: 'ts',
    },
    bundle: true,
    platform: name === 'web' ? 'browser' : 'node',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    loader: { '.md': 'text' },
    plugins: [mochaOfTheRun],
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
  });
}

/** The files in suite/ run in both hosts, those in suite/node and suite/web in one; the packaged extension has but to come up. */
async function testFiles(name: Suite): Promise<string[]> {
  if (name === 'vsix') return ['activation.test.ts'];
  const own = (await testsIn(path.join(suite, name))).map((file) => `${name}/${file}`);
  return [...await testsIn(suite), ...own];
}

async function testsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith('.test.ts')).sort();
}

const mochaOfTheRun: Plugin = {
  name: 'mocha of the run',
  setup({ onResolve }) {
    onResolve({ filter: /^mocha$/ }, () => ({ path: path.join(suite, 'mocha.ts') }));
  },
};
