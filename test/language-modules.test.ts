import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { moduleOf, withFeatures, withoutUnused } from '../src/language-modules.mjs';

const compiled = (...lines: readonly string[]): string => ['"use strict";', 'Object.defineProperty(exports, "__esModule", { value: true });', ...lines, ''].join('\n');
const moduleLines = (...lines: readonly string[]): string[] => moduleOf(compiled(...lines), 'a.js').trim().split('\n').filter(Boolean);

describe('the packages of the language server and its client, as the bundles take them', () => {
  it('import and export by name again, as they did before they were compiled', () => {
    expect(moduleLines(
      'exports.Reader = exports.read = void 0;',
      'exports.read = read;',
      'const events_1 = require("./events");',
      'const Is = __importStar(require("./is"));',
      'const parse = require("other/parse");',
      'class Reader {',
      '}',
      'exports.Reader = Reader;',
      'exports.most = 3;',
      'function read() { return parse(Is.string, events_1.Event, exports.most); }',
      'Object.defineProperty(exports, "Emitter", { enumerable: true, get: function () { return events_1.Emitter; } });',
      '__exportStar(require("./more"), exports);',
    )).toEqual([
      'import * as events_1 from "./events";',
      'import * as Is from "./is";',
      'import parse from "other/parse";',
      'class Reader {',
      '}',
      'var most = 3;',
      'function read() { return parse(Is.string, events_1.Event, most); }',
      'export { Emitter as Emitter } from "./events";',
      'export * from "./more";',
      'export { read, Reader, most };',
    ]);
  });

  it('say of a namespace that it is nothing but its members, so that it can be left out', () => {
    const namespace = (name: string): string[] => [`var ${name};`, `(function (${name}) {`, `    ${name}.one = 1;`, `})(${name} || (exports.${name} = ${name} = {}));`];
    expect(withoutUnused(moduleOf(compiled(...namespace('Kind')), 'a.js'))).toContain('var Kind = /* @__PURE__ */ ((Kind) => {\n    Kind.one = 1;\nreturn Kind;\n})({});');
    const twice = withoutUnused(moduleOf(compiled(...namespace('Kind'), ...namespace('Kind').slice(1)), 'a.js'));
    expect(twice).not.toContain('@__PURE__');
  });

  it('keep the features that Docket’s server has, and no others', () => {
    expect(withFeatures('    this.registerFeature(new rename_1.RenameFeature(this));\n    this.registerFeature(new codeAction_1.CodeActionFeature(this));\n')).toBe('    this.registerFeature(new codeAction_1.CodeActionFeature(this));\n');
    expect(withFeatures('const Impl = (0, moniker_1.MonikerFeature)((0, progress_1.ProgressFeature)(_Impl));')).toBe('const Impl = ((0, progress_1.ProgressFeature)(_Impl));');
  });

  it('keep the feature behind each thing that the server says it provides', async () => {
    const provided = [...(await readFile('src/server/server.ts', 'utf8')).matchAll(/^ +(\w+)Provider: /gm)].map(([, name]) => name!);
    expect(provided).toEqual(['codeAction', 'hover', 'completion']);
    for (const name of provided) {
      const registered = `    this.registerFeature(new ${name}_1.${{ codeAction: 'CodeAction', hover: 'Hover', completion: 'CompletionItem' }[name]}Feature(this));\n`;
      expect(withFeatures(registered)).toBe(registered);
    }
  });

  it('are refused where they are written in another way, for then something might be missing in a bundle', () => {
    expect(() => moduleOf(compiled('const a = require("./a").b;'), 'a.js')).toThrow('a.js is no module as the TypeScript compiler writes them: const a = require("./a").b;');
  });
});
