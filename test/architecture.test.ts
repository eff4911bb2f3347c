import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string): string[] =>
  existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.split(path.sep).join('/')}`).sort() : [];
const sources = filesIn('src').filter((file) => /(?<!\.d)\.ts$/.test(file));

interface Import {
  readonly file: string;
  readonly from: string;
  /** Erased when the code is built. */
  readonly isType: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/gm;
const CALL = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = read(file);
  return [
    ...[...text.matchAll(IMPORT)].map((found) => ({ file, from: found[2]!, isType: found[1] !== undefined })),
    ...[...text.matchAll(CALL)].map((found) => ({ file, from: found[1]!, isType: false })),
  ];
}

/** Packages that run anywhere: they ask for no disk, no network, no editor and no page. */
const PURE = [
  '@dagrejs/dagre', '@valibot/to-json-schema', 'd3-array', 'd3-shape', 'github-slugger', 'gray-matter', 'jsonc-parser', 'leven', 'mdast', 'mdast-util-to-string',
  'decode-named-character-reference', 'hast', 'hast-util-to-html', 'hastscript', 'micromark-util-decode-string', 'micromark-util-html-tag-name', 'micromark-util-normalize-identifier', 'unified', 'unist-util-visit',
  'valibot', 'vfile', 'vfile-message', 'yaml',
];

/** What each folder may import beyond itself: other folders, packages, and Node only in the files named. */
const ARROW: Readonly<Record<string, { readonly folders: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[]; readonly node?: (file: string) => boolean }>> = {
  core: { folders: [], packages: PURE },
  templates: { folders: [], packages: [] },
  files: { folders: ['core'], types: ['protocol'], packages: ['ignore', 'vscode-uri'], node: (file) => ['src/files/node.ts', 'src/files/plain-reader.ts', 'src/files/git-process.ts', 'src/files/git-objects.ts', 'src/files/git-changes.ts', 'src/files/git-folder.ts', 'src/files/git-stamp.ts', 'src/files/file-look.ts', 'src/files/disk-store.ts', 'src/files/compiled.ts'].includes(file) },
  protocol: { folders: [], types: ['core'], packages: [] },
  server: {
    folders: ['core', 'templates', 'files', 'protocol'],
    packages: ['hast-util-to-html', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
    node: (file) => ['src/server/node.ts', 'src/server/starter.ts'].includes(file),
  },
  cli: { folders: ['core', 'templates', 'files'], packages: ['commander', 'csv-stringify', 'diff', 'ical-generator', 'sarif', 'string-width', 'valibot', 'xast-util-to-xml', 'xastscript'], node: () => true },
  remark: { folders: ['core', 'templates', 'files'], packages: ['vfile'], node: () => true },
  webview: { folders: ['core'], types: ['client'], packages: [] },
  client: { folders: ['protocol'], packages: ['vscode', 'vscode-languageclient'], node: (file) => file === 'src/client/extension.node.ts' },
};

function offenceOf({ file, from, isType }: Import): string | undefined {
  const folder = file.split('/')[1]!;
  const allowed = ARROW[folder];
  if (!allowed) return `${file} lies in a folder that has no arrow`;
  const refused = `${file} imports ${from}`;
  if (from.startsWith('node:')) return allowed.node?.(file) ? undefined : refused;
  if (!from.startsWith('.')) {
    const [first = '', second = ''] = from.split('/');
    return allowed.packages.includes(first.startsWith('@') ? `${first}/${second}` : first) ? undefined : refused;
  }
  const target = path.posix.join(path.posix.dirname(file), from).split('/');
  if (target[0] !== 'src') return refused;
  return target[1] === folder || allowed.folders.includes(target[1]!) || (isType && allowed.types?.includes(target[1]!)) ? undefined : refused;
}

describe('the arrow', () => {
  it('is followed by every import', () => {
    expect(sources.flatMap((file) => importsOf(file).flatMap((one) => offenceOf(one) ?? []))).toEqual([]);
  });

  it('names every folder of the source', () => {
    const folders = [...new Set(sources.map((file) => file.split('/')[1]!))];
    expect(folders.filter((folder) => !(folder in ARROW))).toEqual([]);
  });

  it('lets nothing through that it forbids', () => {
    const refused: readonly (readonly [string, string, boolean?])[] = [
      ['src/core/lint.ts', 'node:fs'], ['src/core/lint.ts', 'fs'], ['src/core/lint.ts', 'vscode'], ['src/core/trees/tree.ts', '../../files/memory.ts'], ['src/core/lint.ts', '../templates/index.ts'],
      ['src/templates/index.ts', '../core/template.ts'], ['src/protocol/protocol.ts', '../core/lint.ts', false], ['src/files/memory.ts', 'node:path'], ['src/files/client.ts', '../protocol/protocol.ts', false],
      ['src/server/server.ts', 'node:fs'], ['src/server/server.ts', 'vscode'], ['src/server/server.ts', '../client/extension.ts'], ['src/client/extension.ts', '../core/lint.ts'],
      ['src/client/extension.ts', '../core/entry.ts', true], ['src/client/extension.ts', 'node:path'], ['src/cli/main.ts', '../server/server.ts'], ['src/core/a.ts', '../../test/core/excerpt.ts'],
    ];
    for (const [file, from, isType = false] of refused) expect(offenceOf({ file, from, isType })).toBe(`${file} imports ${from}`);
  });

  it('knows every way to import', () => {
    const text = "import a from 'a';\nimport type { b } from 'b';\nimport {\n  c,\n  d,\n} from 'c';\nexport * from 'd';\nexport { e } from 'e';\nimport 'f';\nconst g = await import('g');\nconst h = require('h');\n";
    const found = [...[...text.matchAll(IMPORT)].map((one) => one[2]), ...[...text.matchAll(CALL)].map((one) => one[1])];
    expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('is kept by code that touches neither a page nor a process', () => {
    const world = /\b(?:process\.|window\.|document\.(?:body|create|query)|localStorage|fetch\(|XMLHttpRequest|setTimeout|console\.|Buffer\.)/;
    expect(sources.filter((file) => file.startsWith('src/core/') && world.test(read(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '').replace(/'(?:\\.|[^'\\])*'/g, "''")))).toEqual([]);
  });

  it('ends at the packages: each is named in package.json', () => {
    const { devDependencies = {}, dependencies = {} } = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
    const named = new Set(Object.keys({ ...devDependencies, ...dependencies }).flatMap((name) => [name, name.replace(/^@types\//, '')]));
    const used = sources.flatMap(importsOf).map(({ from }) => from).filter((from) => !/^(?:\.|node:)/.test(from)).map((from) => from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/'));
    expect([...new Set(used)].filter((name) => !named.has(name))).toEqual([]);
  });
});

/** The lists: in which folder, and how a file shows that it is one of the listed things and not a part of one. */
const LISTS: readonly { readonly name: string; readonly folder: string; readonly is: RegExp; readonly id?: boolean }[] = [
  { name: 'rules', folder: 'src/core/rules', is: /^export default rule</m, id: true },
  { name: 'dialects', folder: 'src/core/dialects', is: /^export const (\w+): Dialect = /m, id: true },
  { name: 'ways of writing actions', folder: 'src/core/actions', is: /^export const (\w+): Syntax = /m, id: true },
  { name: 'ways of leaving questions open', folder: 'src/core/questions', is: /^export const (\w+): QuestionSyntax = /m, id: true },
  { name: 'trees', folder: 'src/core/trees', is: /^export const (\w+): Tree = /m, id: true },
  { name: 'commands of the terminal', folder: 'src/cli/commands', is: /^export const (\w+): Command = /m },
  { name: 'reporters of findings', folder: 'src/cli/reporters/lint', is: /^export async function\* (\w+)\([^)]*: LintReport\): AsyncGenerator<string>/m },
  { name: 'reporters of documents', folder: 'src/cli/reporters/list', is: /^export function (\w+)\([^)]*: ListReport\): string/m },
  { name: 'reporters of what is open', folder: 'src/cli/reporters/report', is: /^export function (\w+)\([^)]*: SummaryReport\): string/m },
  { name: 'features of the server', folder: 'src/server/features', is: /^export function (\w+)\(session: Session\)(?:: void)? \{/m },
  { name: 'commands of the editor', folder: 'src/client/commands', is: /^export function (\w+)\(client: BaseLanguageClient(?:, extension: vscode\.Uri)?\): vscode\.Disposable/m },
];

describe.each(LISTS.filter(({ folder }) => existsSync(path.join(root, folder, 'index.ts'))))('the list of $name', ({ folder, is, id }) => {
  const listed = filesIn(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('/index.ts') && is.test(read(file)));
  const index = read(`${folder}/index.ts`);

  it('holds every file of its folder that is one', () => {
    const missing = listed.filter((file) => {
      const imported = new RegExp(`^import \\{? ?(\\w+)[^;]*? from '\\./${path.basename(file)}';`, 'm').exec(index);
      const isAskedFor = new RegExp(`^ {2}'?[\\w-]+'?: \\(\\) => import\\('\\./${path.basename(file)}'\\)\\.then\\(\\(source\\) => source\\.\\w+\\),$|^ {2}onDemand\\(.*import\\('\\./${path.basename(file)}'\\)\\)\\.\\w+\\),$`, 'm').test(index);
      return !isAskedFor && (!imported || !new RegExp(`[[{,]\\s*${imported[1]}\\s*[\\]},]`).test(index.slice(index.indexOf('export const'))));
    });
    expect(missing).toEqual([]);
    expect(listed.length).toBeGreaterThan(1);
  });

  if (id) {
    it('calls each by the name of its file', () => {
      for (const file of listed) expect([file, /^ {2}id: '([^']*)'/m.exec(read(file))?.[1]]).toEqual([file, path.basename(file, '.ts')]);
    });
  }
});

describe('the list of rules', () => {
  const pages = filesIn('src/core/rules').filter((file) => file.endsWith('.md'));

  it('has a page for every rule, and one about the configuration', () => {
    const rules = filesIn('src/core/rules').filter((file) => file.endsWith('.ts') && /^export default rule</m.test(read(file)));
    expect(pages).toEqual([...rules.map((file) => file.replace(/\.ts$/, '.md')), 'src/core/rules/configuration.md'].sort());
  });

  it('holds to what an early check goes by: no rule asks which documents one requires, and whoever asks what a team does with a template says so', () => {
    const rules = filesIn('src/core/rules').filter((file) => file.endsWith('.ts'));
    expect(rules.filter((file) => /'requires'|\.requires\b|requiredBy/.test(read(file)))).toEqual([]);
    expect(rules.filter((file) => /isRequired\(|keepsOrder/.test(read(file)) && !/\bpractice: /.test(read(file)))).toEqual([]);
  });
});

describe('the list of templates', () => {
  it.each(['en', 'ko'])('holds every template in %s', (language) => {
    const index = read('src/templates/index.ts');
    const names = filesIn(`src/templates/${language}`).filter((file) => file.endsWith('.md'));
    expect(names.length).toBeGreaterThan(0);
    const list = new RegExp(`^ {2}${language}: \\[([^\\]]*)\\]`, 'm').exec(index)![1]!.split(',').map((one) => one.trim());
    const imported = names.map((file) => new RegExp(`^import (\\w+) from '\\./${language}/${path.basename(file)}';`, 'm').exec(index)?.[1]);
    expect([...list].sort()).toEqual(imported.sort());
  });

  it('has the same files in every language', () => {
    const names = (language: string) => filesIn(`src/templates/${language}`).map((file) => path.basename(file));
    expect(names('ko')).toEqual(names('en'));
  });
});

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[]; readonly views: Readonly<Record<string, readonly { readonly id: string }[]>> };
}

describe('package.json', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const commands = manifest.contributes.commands.map(({ command }) => command);

  it.skipIf(!existsSync(path.join(root, 'src/client/commands/index.ts')))('names the commands of the editor, in the order of their list', () => {
    const index = read('src/client/commands/index.ts');
    const names = /= \[([^\]]*)\];/.exec(index)![1]!.split(',').map((name) => name.trim()).filter(Boolean);
    const registered = names.map((name) => {
      const file = new RegExp(`^import \\{ ${name} \\} from '\\./([\\w-]+)\\.ts';`, 'm').exec(index)![1]!;
      return /registerCommand\('([^']+)'/.exec(read(`src/client/commands/${file}.ts`))?.[1];
    });
    expect(registered).toEqual(commands.filter((id) => id.split('.').length === 2));
    expect(registered).toEqual(names.map((name) => `docket.${name}`));
  });

  it('names the commands of each view', () => {
    const index = read('src/client/views/view-commands.ts');
    const namesIn = (list: string): string[] => new RegExp(`const ${list} = \\{ ([^}]*) \\}`).exec(index)![1]!.split(', ');
    const views = Object.values(manifest.contributes.views).flat().map(({ id }) => id);
    const expected = views.flatMap((view) => [...namesIn('COMMANDS'), ...(view === 'docket.actions' ? namesIn('OF_DONE') : [])].map((name) => `${view}.${name}`));
    expect(commands.filter((id) => id.split('.').length > 2)).toEqual(expected);
  });

  it('names a view for every tree, in the order of their list', () => {
    const trees = /readonly Tree\[\] = \[([^\]]*)\]/.exec(read('src/core/trees/index.ts'))![1]!.split(',').map((one) => one.trim());
    expect(Object.values(manifest.contributes.views).flat().map(({ id }) => id)).toEqual(trees.map((tree) => `docket.${tree}`));
  });

  it('names the views that the editor draws', () => {
    const drawn = [...read('src/client/views/names.ts').matchAll(/'(\w+)'(?=[\],])/g)].map((found) => `docket.${found[1]}`);
    expect(drawn).toEqual(Object.values(manifest.contributes.views).flat().map(({ id }) => id));
  });

  it('mentions no command that there is not', () => {
    const texts = [read('package.json'), read('package.nls.json'), read('package.nls.ko.json')].join('\n');
    const views = Object.values(manifest.contributes.views).flat().map(({ id }) => id);
    const mentioned = [...texts.matchAll(/"command": "(docket\.[\w.]+)"|\(command:(docket\.[\w.]+)/g)].map((found) => found[1] ?? found[2]!);
    expect(mentioned.filter((id) => !commands.includes(id))).toEqual([]);
    expect([...texts.matchAll(/view == (docket\.\w+)/g)].map((found) => found[1]!).filter((id) => !views.includes(id))).toEqual([]);
  });

  it('says in each view what to do where there is no folder, no document, nothing open, nothing that fits the filter, and no server, without markup that the editor does not draw', () => {
    const { viewsWelcome } = JSON.parse(read('package.json')).contributes as { viewsWelcome: readonly { view: string; contents: string; when: string }[] };
    for (const { id } of Object.values(manifest.contributes.views).flat()) {
      const whens = viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
      const isEmpty = (reason: string): string => `workspaceFolderCount != 0 && docket.ready && ${id}.empty == ${reason}`;
      // One view says what to do where nothing can be listed yet; what is done can be shown in one.
      const none = id === 'docket.decisions' ? ['workspaceFolderCount == 0', isEmpty('documents')] : [`workspaceFolderCount == 0 || docket.ready && ${id}.empty == documents`];
      const nothing = id === 'docket.actions' ? [`${isEmpty('nothing')} && !docket.actions.done`, `${isEmpty('nothing')} && docket.actions.done`] : [isEmpty('nothing')];
      expect([id, whens]).toEqual([id, [...none, ...nothing, isEmpty('filter'), ...(id === 'docket.waiting' ? [isEmpty('nobody')] : []), 'workspaceFolderCount != 0 && docket.stopped']]);
    }
    for (const file of ['package.nls.json', 'package.nls.ko.json']) {
      const texts = JSON.parse(read(file)) as Record<string, string>;
      for (const { contents } of viewsWelcome) expect(texts[contents.slice(1, -1)]).not.toMatch(/[`*]/);
    }
  });

  it('has every text in every language, and no text that nothing shows', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((found) => found[1]!))].sort();
    for (const file of ['package.nls.json', 'package.nls.ko.json']) {
      const texts = JSON.parse(read(file)) as Record<string, string>;
      expect([file, Object.keys(texts).sort()]).toEqual([file, used]);
      expect(Object.values(texts).filter((text) => !text.trim())).toEqual([]);
    }
  });
});

describe.skipIf(!existsSync(path.join(root, 'media/l10n/bundle.l10n.ko.json')))('the texts of the editor', () => {
  const CALLED = /\bl10n\.t\(/g;
  const LITERAL = /\bl10n\.t\(\s*'((?:\\.|[^'\\])*)'/g;
  const clients = sources.filter((file) => file.startsWith('src/client/'));
  const bundle = JSON.parse(read('media/l10n/bundle.l10n.ko.json')) as Record<string, string>;

  it('are written where they are used, so that they can be found', () => {
    for (const file of clients) expect([file, [...read(file).matchAll(LITERAL)].length]).toEqual([file, [...read(file).matchAll(CALLED)].length]);
  });

  it('are all in the Korean bundle, and no others', () => {
    const used = clients.flatMap((file) => [...read(file).matchAll(LITERAL)].map((found) => found[1]!.replace(/\\(.)/g, '$1')));
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
  });

  it('have the same places for data in Korean', () => {
    const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();
    for (const [en, ko] of Object.entries(bundle)) {
      expect(places(ko)).toEqual(places(en));
      expect(ko.trim()).not.toBe('');
    }
  });
});
