// @ts-check
// Bundles a program in two files: what it runs from its start, and beside it what it asks for with import().
import { build } from 'esbuild';
import path from 'node:path';

/**
 * How the first file has the second one run, by the format of both. A web worker loads scripts at once, from the address
 * that it was told; it can do so wherever it was started itself, which cannot be said of modules.
 */
const LOAD = {
  cjs: (/** @type {string} */ name) => `require(${JSON.stringify(`./${name}`)});`,
  iife: () => 'importScripts(self.docketLater);',
};

/**
 * Builds `options` with its one entry point into `outfile`, and what is imported there only when it is asked for into the file whose name says `later`.
 * The second file takes what both need from the first one, by `globalThis.docketParts`.
 * @param {import('esbuild').BuildOptions & { outfile: string, format: 'cjs' | 'iife', soon?: readonly string[] }} options `soon` are sources that are asked for, and belong to the first file all the same
 */
export async function buildInTwoParts({ outfile, format, soon = [], ...options }) {
  const { absWorkingDir: root = '.', entryPoints: _entry, inject: _inject, alias: _alias, define: _define, ...plain } = options;
  const laterFile = outfile.replace(/(?=\.\w+$)/, '.later');
  const split = await build({ ...options, format: 'esm', splitting: true, outdir: 'parts', entryNames: 'start', chunkNames: '[name]-[hash]', sourcemap: options.sourcemap ? 'inline' : false, write: false, metafile: true });
  const texts = new Map(split.outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const chunks = new Map(Object.entries(split.metafile.outputs).map(([file, { imports }]) => [path.basename(file), imports.filter(({ external }) => !external)]));

  /** @type {(name: string, found: Set<string>) => Set<string>} */
  const reached = (name, found) => {
    if (found.has(name)) return found;
    found.add(name);
    for (const { path: file, kind } of chunks.get(name) ?? []) if (kind === 'import-statement') reached(path.basename(file), found);
    return found;
  };
  const atStart = reached('start.js', new Set());
  for (const [file, { entryPoint }] of Object.entries(split.metafile.outputs)) if (entryPoint !== undefined && soon.includes(entryPoint)) reached(path.basename(file), atStart);
  const later = [...chunks.keys()].filter((name) => !atStart.has(name));
  const asked = later.filter((name) => [...chunks.values()].flat().some(({ path: file, kind }) => kind === 'dynamic-import' && path.basename(file) === name));
  const shared = [...new Set(later.flatMap((name) => (chunks.get(name) ?? []).map(({ path: file }) => path.basename(file))))].filter((name) => atStart.has(name));

  /** @type {(isLater: boolean) => import('esbuild').Plugin} */
  const chunksOf = (isLater) => ({
    name: 'docket:parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path: name }) => {
        const chunk = path.basename(name);
        if (chunk === path.basename(laterFile)) return { path: name, external: true };
        return { path: chunk, namespace: atStart.has(chunk) === isLater ? 'other-part' : 'part' };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path: name }) => ({ contents: texts.get(name) ?? '' }));
      onLoad({ filter: /./, namespace: 'other-part' }, ({ path: name }) => ({
        contents: isLater ? `module.exports = globalThis.docketParts.atStart[${JSON.stringify(name)}];` : `module.exports = require('later').open(${JSON.stringify(name)});`,
      }));
      onResolve({ filter: /^later$/ }, () => ({ path: 'later', namespace: 'later' }));
      onLoad({ filter: /./, namespace: 'later' }, () => ({ contents: `${LOAD[format](path.basename(laterFile))} module.exports = globalThis.docketParts.later;` }));
    },
  });
  /** @type {(names: readonly string[], way: (name: string) => string) => string} */
  const listed = (names, way) => `{ ${names.map((name) => `${JSON.stringify(name)}: ${way(name)}`).join(', ')} }`;
  const start = `${shared.map((name, index) => `import * as shared${index} from './${name}';`).join('\n')}\nimport './start.js';\nglobalThis.docketParts = { atStart: ${listed(shared, (name) => `shared${shared.indexOf(name)}`)} };`;
  const rest = `const ways = ${listed(asked, (name) => `() => require('./${name}')`)};\nglobalThis.docketParts.later = { open: (name) => ways[name]() };`;
  await Promise.all([[start, outfile], [rest, laterFile]].map(([contents, file], index) => build({
    ...plain, absWorkingDir: root, stdin: { contents, resolveDir: root }, format, outfile: file, plugins: [chunksOf(index === 1)], logOverride: { 'direct-eval': 'silent' },
  })));
}
