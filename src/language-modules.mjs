// @ts-check
// What the bundles hold of the packages behind the language server and its client, which are CommonJS and come whole wherever one name of theirs is asked for.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The features of `vscode-languageclient` and `vscode-languageserver` that Docket's server has; the client offers no others. */
const FEATURES = new Set([
  'CodeActionFeature', 'CompletionItemFeature', 'ConfigurationFeature', 'DefinitionFeature', 'DocumentLinkFeature', 'FileSystemWatcherFeature', 'HoverFeature', 'ProgressFeature',
  'SyncConfigurationFeature', 'WorkspaceFoldersFeature',
]);

/** What stands for a module that others name but never use without the features that are left out. */
const STAND_INS = new Map([['vscode-languageclient/lib/common/notebook.js', "export class NotebookDocumentSyncFeature { static CellScheme = 'vscode-notebook-cell'; }"]]);

/** Reads the packages as ES modules with the features that Docket has, so that esbuild leaves out what nothing uses. @type {import('esbuild').Plugin} */
export const languageModules = {
  name: 'language modules',
  setup({ onLoad, onResolve, resolve }) {
    // Only features that are left out match globs.
    onResolve({ filter: /^minimatch$/ }, async ({ path: name, pluginData, ...from }) => (
      pluginData ? undefined : { ...(await resolve(name, { ...from, pluginData: true })), sideEffects: false }
    ));
    onLoad({ filter: /[\\/]vscode-(?:jsonrpc|languageclient|languageserver(?:-protocol|-types)?)[\\/]lib[\\/].*\.js$/ }, async ({ path: file }) => {
      const name = file.replaceAll(path.sep, '/').replace(/^.*\/node_modules\//, '');
      const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
      return { contents: STAND_INS.get(name) ?? withoutUnused(name.includes('/esm/') ? text : moduleOf(withFeatures(text), name)) };
    });
  },
};

/** Takes out of `text` where a client or a server is given a feature that is none of Docket's. @param {string} text @returns {string} */
export function withFeatures(text) {
  return text
    .replace(/^ *this\.registerFeature\(new \w+\.(\w+)\(this\)\);\n/gm, (all, name) => (FEATURES.has(name) ? all : ''))
    .replace(/\(0, \w+\.(\w+Feature)\)(?=\()/g, (all, name) => (FEATURES.has(name) ? all : ''));
}

/** The ES module of which the TypeScript compiler made the CommonJS module `text`; throws where it finds something that the compiler does not write. @param {string} text @param {string} name @returns {string} */
export function moduleOf(text, name) {
  /** @type {Map<string, string>} */
  const imported = new Map();
  /** @type {Set<string>} */
  const exported = new Set();
  const module = text
    .replace(/^"use strict";\n/, '')
    .replace(/^var __\w+ = \(this && this\.__\w+\) \|\| [^]*?^\}\)?(?:\(\))?\)?;\n/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;\n/gm, '')
    .replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, 'export * from "$1";')
    .replace(/^(?:const|var) (\w+) = (?:__import(?:Star|Default)\()?require\("([^"]+)"\)\)?;$/gm, (all, local, from) => {
      imported.set(local, from);
      // Where a module is itself a function, its name goes without the compiler's ending.
      return `import ${/_1 =|__importStar/.test(all) ? `* as ${local}` : local} from "${from}";`;
    })
    .replace(/^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm, (_, as, local, one) => `export { ${one} as ${as} } from "${imported.get(local)}";`)
    .replace(/^exports\.default = /gm, 'export default ')
    .replace(/^exports\.(\w+) = (?:\1;\n)?|\(exports\.(\w+) = (?=\2 = \{\}\))/gm, (all, one, namespace) => {
      exported.add(one ?? namespace);
      if (namespace) return '(';
      return all.endsWith('\n') ? '' : `var ${one} = `;
    })
    .replace(/\bexports\.(\w+)/g, (all, one) => (exported.has(one) ? one : all));
  const left = /^(?! *(?:\/?\*|\/\/)).*(?:\bexports\b|\brequire\(|\bthis && this\b).*/m.exec(module);
  if (left) throw new Error(`${name} is no module as the TypeScript compiler writes them: ${left[0].trim()}`);
  return `${module}\nexport { ${[...exported].join(', ')} };\n`;
}

/** Says of each namespace in `text`, which is a function that is called at once, that it does nothing else. @param {string} text @returns {string} */
export function withoutUnused(text) {
  return text.replace(/^(export )?var (\w+);\n((?:\/\*\*[^]*?\*\/\n)?)\(function \(\2\) \{\n([^]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm, (all, exporting = '', name, comment, body) => (
    // One that is opened a second time is changed by that.
    text.split(`})(${name} || (${name} = {}));`).length > 2 ? all : `${comment}${exporting}var ${name} = /* @__PURE__ */ ((${name}) => {\n${body}return ${name};\n})({});`
  ));
}
