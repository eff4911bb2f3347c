// Bundles src into dist: `node src/build.mjs [--production] [--watch]`.
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildInTwoParts } from './in-two-parts.mjs';
import { languageModules } from './language-modules.mjs';
import { lateBuiltins } from './late-builtins.mjs';
import { vscodeModule } from './vscode-module.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  plugins: [languageModules],
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  // Written out they would be made anew at each use, and every engine that runs this has them.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  loader: { '.md': 'text' },
  define: { 'process.env.DOCKET_VERSION': JSON.stringify(version) },
  // A letter that is no ASCII is three bytes so, and six where it is escaped.
  charset: 'utf8',
  alias: {
    'js-yaml': path.join(root, 'src/files/no-js-yaml.ts'),
    'semver/functions/parse': path.join(root, 'src/client/no-semver.ts'),
    'semver/functions/satisfies': path.join(root, 'src/client/no-semver.ts'),
    // Its other form, for Node, cannot be left out in part.
    yaml: path.join(root, 'node_modules/yaml/browser/index.js'),
    'string-width': path.join(root, 'src/cli/lazy-string-width.ts'),
    'string-width/whole': path.join(root, 'node_modules/string-width/index.js'),
  },
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
};
const node = /** @type {const} */ ({ platform: 'node', target: 'node20' });
const browser = /** @type {const} */ ({ platform: 'browser', mainFields: ['browser', 'module', 'main'], conditions: ['worker'], inject: [path.join(root, 'src/files/no-buffer.ts')], alias: { ...common.alias, fs: path.join(root, 'src/files/no-fs.ts') } });

const isWatching = process.argv.includes('--watch');
/** Stands in the server's script for the web until what it holds is known, and is as long as the name that comes in its place. */
const NAMELESS = 'engine-without-name.';
/** @type {import('esbuild').BuildOptions} */
const whole = isWatching ? common : { ...common, plugins: [...(common.plugins ?? []), preparedTemplates(await templatesRead())] };

const client = { ...whole, plugins: [...(whole.plugins ?? []), vscodeModule] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...client, ...node, entryPoints: ['src/client/extension.node.ts'], outfile: 'dist/extension.node.cjs', format: 'cjs' },
  { ...client, ...browser, entryPoints: ['src/client/extension.browser.ts'], outfile: 'dist/extension.browser.js', format: 'cjs' },
  { ...whole, platform: 'browser', entryPoints: ['src/webview/dashboard.ts'], outfile: 'dist/webview/dashboard.js', format: 'iife', sourcemap: false },
  {
    ...whole, ...node, entryPoints: ['src/remark/index.ts'], outfile: 'dist/remark-docket/index.js', format: 'esm',
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  },
];

/** @type {Parameters<typeof buildInTwoParts>[0][]} */
const inTwoParts = [
  { ...whole, ...node, entryPoints: ['src/server/node.ts'], outfile: isWatching ? 'dist/server.node.cjs' : 'dist/server/program.cjs', format: 'cjs' },
  { ...whole, ...browser, entryPoints: ['src/server/browser.ts'], outfile: 'dist/server.browser.js', format: 'iife', define: { ...common.define, 'process.env.DOCKET_ENGINE': JSON.stringify(isWatching ? '' : NAMELESS) } },
  { ...whole, ...node, plugins: [...(whole.plugins ?? []), lateBuiltins], entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli/program.cjs', format: 'cjs', soon: ['src/cli/commands/lint.ts', 'src/core/config/load.ts'], define: { ...common.define, 'import.meta.url': 'docketAddress' } },
];

/** What starts a program, and how it begins. */
const STARTED = { cli: { outfile: 'dist/cli.js', begins: '#!/usr/bin/env node\n' }, server: { outfile: 'dist/server.node.cjs', begins: '' } };

const dist = path.join(root, 'dist');
await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, 'rules'), { recursive: true });
const rules = path.join(root, 'src/core/rules');
for (const page of readdirSync(rules).filter((name) => name.endsWith('.md'))) await cp(path.join(rules, page), path.join(dist, 'rules', page));
await cp(path.join(root, 'packages/remark-docket'), path.join(dist, 'remark-docket'), { recursive: true });
await cp(path.join(dist, 'rules'), path.join(dist, 'remark-docket/rules'), { recursive: true });
await cp(path.join(root, 'LICENSE'), path.join(dist, 'remark-docket/license'));

if (isWatching) {
  // One file each, for they are built anew at every change.
  await buildStarter('cli');
  for (const options of [...bundles, ...inTwoParts.map(({ soon: _, ...options }) => options)]) await (await context(options)).watch();
} else {
  await Promise.all([...bundles.map((options) => build(options)), ...inTwoParts.map(buildInTwoParts)]);
  await buildStarter('cli');
  await buildStarter('server');
  await nameEngine();
  await writeSchema();
  await writeReadme();
}

/**
 * Puts what was read of the built-in templates in the place of their texts: to read them takes longer than all else that a short command does, and half of them is directives.
 * @param {unknown} prepared
 * @returns {import('esbuild').Plugin}
 */
function preparedTemplates(prepared) {
  return {
    name: 'docket:prepared-templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]templates[\\/]index\.ts$/ }, () => ({ contents: `export const templates = JSON.parse(${JSON.stringify(JSON.stringify({ en: [], ko: [], prepared }))});`, loader: 'js' }));
    },
  };
}

/** What the engine reads of the built-in templates. */
async function templatesRead() {
  const { readTemplates, prepareTemplates, templates } = await exportsOf("export { readTemplates } from './src/core/template.ts'; export { prepareTemplates } from './src/core/template/prepared.ts'; export { templates } from './src/templates/index.ts';");
  return prepareTemplates(readTemplates(templates));
}

/**
 * Bundles what starts the program in a folder of dist; it names the program by what that holds, and is another one where that is. While sources are watched it has no name, and nothing is kept of it.
 * @param {keyof typeof STARTED} folder
 */
async function buildStarter(folder) {
  const hash = createHash('sha256');
  if (!isWatching) for (const name of ['program.cjs', 'program.later.cjs']) hash.update(await readFile(path.join(dist, folder, name)));
  const { outfile, begins } = STARTED[folder];
  await build({
    ...common, ...node, entryPoints: [`src/${folder}/starter.ts`], outfile, format: 'cjs', banner: { js: `${begins}const docketAddress = require('node:url').pathToFileURL(__filename).href;` },
    define: { ...common.define, 'import.meta.url': 'docketAddress', 'process.env.DOCKET_PROGRAM': JSON.stringify(isWatching ? '' : hash.digest('hex').slice(0, 20)) },
  });
}

/** Names what reads documents in the server for the web by what its two scripts hold: what another one has read is of no use to it, and it cannot look at its own scripts. */
async function nameEngine() {
  const [script, ...others] = await Promise.all(['server.browser.js', 'server.browser.later.js'].map((name) => readFile(path.join(dist, name), 'utf8')));
  const name = createHash('sha256').update([script, ...others].join('\n')).digest('hex').slice(0, NAMELESS.length);
  await writeFile(path.join(dist, 'server.browser.js'), String(script).replaceAll(NAMELESS, name));
}

/** Writes the JSON Schemas of `.docket.yaml` and of an index, from the types that validate them. */
async function writeSchema() {
  const { configJsonSchema, sharedIndexJsonSchema } = await exportsOf("export { configJsonSchema } from './src/core/config/schema.ts'; export { sharedIndexJsonSchema } from './src/core/shared-index/schema.ts';");
  await writeFile(path.join(dist, 'docket.schema.json'), JSON.stringify(configJsonSchema(), null, 2));
  await writeFile(path.join(dist, 'docket-index.schema.json'), JSON.stringify(sharedIndexJsonSchema(), null, 2));
}

/**
 * What a module of the source exports, run here.
 * @param {string} contents
 */
async function exportsOf(contents) {
  const { outputFiles } = await build({ ...common, ...browser, stdin: { contents, resolveDir: root }, format: 'esm', write: false, sourcemap: false });
  const code = outputFiles?.[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** Writes dist/readme.md, the README of the package: an extension's page shows no file of the extension, so it holds its pictures itself. */
async function writeReadme() {
  const text = await readFile(path.join(root, 'README.md'), 'utf8');
  const parts = text.split(/(?<=!\[[^\]]*\]\()(media\/[^)]+\.png)(?=\))/);
  const embedded = await Promise.all(parts.map(async (part, index) => (index % 2 === 0 ? part : `data:image/png;base64,${(await readFile(path.join(root, part))).toString('base64')}`)));
  await writeFile(path.join(dist, 'readme.md'), embedded.join(''));
}
