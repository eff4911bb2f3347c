// @ts-check
// What the client's bundles hold in place of `vscode`, which only VS Code has.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES = path.join(import.meta.dirname, '..', 'node_modules', '@types', 'vscode', 'index.d.ts');

/** Takes from VS Code once what is used of it. Left to itself esbuild copies all of its five hundred names, for each of a hundred files that import it, whenever the extension is started. @type {import('esbuild').Plugin} */
export const vscodeModule = {
  name: 'vscode',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) => (namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode', sideEffects: false }));
    onLoad({ filter: /./, namespace: 'vscode' }, async () => {
      const names = new Set([...(await readFile(TYPES, 'utf8')).matchAll(/^\texport (?:abstract )?(?:class|const|enum|function|namespace) (\w+)/gm)].map(([, name]) => name));
      return { contents: `const api = require('vscode');\n${[...names].map((name) => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`).join('\n')}\n` };
    });
  },
};
