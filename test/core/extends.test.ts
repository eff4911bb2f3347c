import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/core/config/load.ts';
import { builtInTypes, type Configuration } from '../../src/core/configuration.ts';
import type { Files } from '../../src/core/files.ts';
import { LANGUAGES, say, type Language } from '../../src/core/language.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

type Texts = Record<string, string | Uint8Array>;

const builtIn = builtInTypes(builtInTemplates);
const load = (texts: Texts, path = '.docket.yaml', more: Partial<Files> = {}): Promise<Configuration> => loadConfiguration(path, { ...memoryFiles(new Map(Object.entries(texts))), ...more }, builtIn, '');
const mistakesOf = ({ mistakes, text }: Configuration, language: Language = 'en') => mistakes.map(({ message, data, range }) => [say(message, language, data), text.slice(range.start, range.end)]);
const ownTypes = ({ types }: Configuration): string[] => types.filter((type) => !builtIn.includes(type)).map(({ id }) => id);

const RFC = '# {title}\n\n## Summary\n\n## Motivation\n';
const PITCH = '# {title}\n\n## Problem\n';

describe('a configuration takes what it extends', () => {
  it.each([
    ['a file', 'shared/team.yaml', 'shared/team.yaml', 'shared/t/pitch.md'],
    ['a file with a dot before it', './shared/team.yaml', 'shared/team.yaml', 'shared/t/pitch.md'],
    ['a folder that holds one', 'shared', 'shared/.docket.yaml', 'shared/t/pitch.md'],
    ['a package', 'docket-templates', 'node_modules/docket-templates/.docket.yaml', 'node_modules/docket-templates/t/pitch.md'],
    ['a package with a scope', '"@acme/docket"', 'node_modules/@acme/docket/.docket.yaml', 'node_modules/@acme/docket/t/pitch.md'],
    ['a folder in a package', '"@acme/docket/small"', 'node_modules/@acme/docket/small/.docket.yaml', 'node_modules/@acme/docket/small/t/pitch.md'],
    ['a file in a package', '"@acme/docket/small.yaml"', 'node_modules/@acme/docket/small.yaml', 'node_modules/@acme/docket/t/pitch.md'],
  ])('%s', async (_, entry, file, template) => {
    const configuration = await load({ '.docket.yaml': `extends: ${entry}\n`, [file]: 'types: {pitch: {template: t/pitch.md, files: ["pitches/*.md"]}}\nrules: {readable: warning}\nvocabulary: {statuses: {accepted: [ratified]}}\n', [template]: PITCH });
    expect(mistakesOf(configuration)).toEqual([]);
    expect(ownTypes(configuration)).toEqual(['pitch']);
    expect(configuration.types[0]!.claims('pitches/a.md')).toBe(true);
    expect(configuration.config.rules).toEqual({ readable: { severity: 'warning', options: undefined } });
    expect(configuration.vocabulary.statuses.get('ratified')).toBe('accepted');
    expect(configuration.templates).toEqual([template]);
  });

  it('finds a package in the folders above its own', async () => {
    const configuration = await load({ 'a/b/.docket.yaml': 'extends: "@acme/docket"\n', 'node_modules/@acme/docket/.docket.yaml': 'types: {pitch: {template: pitch.md}}\n', 'node_modules/@acme/docket/pitch.md': PITCH }, 'a/b/.docket.yaml');
    expect([mistakesOf(configuration), ownTypes(configuration)]).toEqual([[], ['pitch']]);
  });

  it('finds a package above the folder that is open, up to the top of the repository', async () => {
    const texts = { '.docket.yaml': 'extends: acme\n', '../../node_modules/acme/.docket.yaml': 'types: {pitch: {template: pitch.md}}\n', '../../node_modules/acme/pitch.md': PITCH };
    expect(ownTypes(await load(texts, '.docket.yaml', { above: async () => 'packages/a' }))).toEqual(['pitch']);
    expect(mistakesOf(await load(texts, '.docket.yaml', { above: async () => 'a' }))).toHaveLength(1);
  });

  it('reads a folder before a package of the same name', async () => {
    const { config } = await load({ '.docket.yaml': 'extends: shared\n', 'shared/.docket.yaml': 'rules: {readable: info}\n', 'node_modules/shared/.docket.yaml': 'rules: {readable: warning}\n' });
    expect(config.rules['readable']!.severity).toBe('info');
  });

  it('leaves what is said of one folder there: what is excluded, the language, adoption and the baseline', async () => {
    const configuration = await load({ '.docket.yaml': 'extends: shared\n', 'shared/.docket.yaml': 'exclude: ["**/*.md"]\nlanguage: ko\nadopt: false\nbaseline: b.json\n' });
    expect(mistakesOf(configuration)).toEqual([]);
    expect([configuration.excludes('a.md'), configuration.config.language, configuration.adopts, configuration.baseline]).toEqual([false, undefined, true, undefined]);
  });

  it('counts its templates from the file that names them, and its globs from the folder that extends it', async () => {
    const { types } = await load({ 'docs/.docket.yaml': 'extends: ../shared/x\n', 'shared/x/.docket.yaml': 'types: {pitch: {template: ../pitch.md, files: ["pitches/*.md"]}}\n', 'shared/pitch.md': PITCH }, 'docs/.docket.yaml');
    expect([types[0]!.claims('docs/pitches/a.md'), types[0]!.claims('shared/x/pitches/a.md'), types[0]!.claims('pitches/a.md')]).toEqual([true, false, false]);
  });
});

describe('where two say something of one thing', () => {
  const texts = {
    'a.yaml': 'types: {pitch: {template: a.md, files: ["a/*.md"]}, rfc: {template: a.md}}\nrules: {readable: info, not-empty: info}\nvocabulary: {statuses: {accepted: [ratified, in force]}}\n',
    'b.yaml': 'types: {pitch: {template: b.md}}\nrules: {readable: warning}\nvocabulary: {statuses: {rejected: [Ratified], accepted: [agreed]}}\n',
    'a.md': RFC, 'b.md': PITCH, 'own.md': '# {title}\n\n## Own\n',
  };
  const titles = ({ types }: Configuration, id: string) => types.find((type) => type.id === id)!.templates[0]!.sections.map(({ title }) => title);

  it('the later one wins', async () => {
    const configuration = await load({ ...texts, '.docket.yaml': 'extends: [a.yaml, b.yaml]\n' });
    expect(titles(configuration, 'pitch')).toEqual(['Problem']);
    expect(configuration.types[0]!.claims('a/1.md')).toBe(true);
    expect(ownTypes(configuration)).toEqual(['pitch', 'rfc']);
    expect(configuration.config.rules).toMatchObject({ readable: { severity: 'warning' }, 'not-empty': { severity: 'info' } });
    expect(['ratified', 'in force', 'agreed'].map((word) => configuration.vocabulary.statuses.get(word))).toEqual(['rejected', 'accepted', 'accepted']);
  });

  it('the file itself wins over all, setting by setting', async () => {
    const configuration = await load({ ...texts, '.docket.yaml': 'extends: [a.yaml, b.yaml]\ntypes: {pitch: {files: ["own/*.md"]}, rfc: {template: own.md}}\nrules: {readable: error}\nvocabulary: {statuses: {deferred: [ratified]}}\n' });
    expect(mistakesOf(configuration)).toEqual([]);
    expect([titles(configuration, 'pitch'), titles(configuration, 'rfc')]).toEqual([['Problem'], ['Own']]);
    expect(['own/1.md', 'a/1.md'].map((path) => configuration.types[0]!.claims(path))).toEqual([true, false]);
    expect(configuration.config.rules['readable']!.severity).toBe('error');
    expect(configuration.vocabulary.statuses.get('ratified')).toBe('deferred');
  });

  it('a file wins over what it extends', async () => {
    const { config } = await load({ '.docket.yaml': 'extends: a.yaml\n', 'a.yaml': 'extends: b.yaml\nrules: {readable: info}\n', 'b.yaml': 'rules: {readable: warning, not-empty: warning}\n' });
    expect(config.rules).toMatchObject({ readable: { severity: 'info' }, 'not-empty': { severity: 'warning' } });
  });

  it('one that two of them extend is taken once', async () => {
    const configuration = await load({ '.docket.yaml': 'extends: [a.yaml, b.yaml]\n', 'a.yaml': 'extends: c.yaml\n', 'b.yaml': 'extends: c.yaml\n', 'c.yaml': 'rules: {readable: info}\n' });
    expect(mistakesOf(configuration)).toEqual([]);
    expect(configuration.extended.map(({ path }) => path)).toEqual(['b.yaml', 'c.yaml', 'a.yaml']);
  });
});

describe('a mistake is said at the entry', () => {
  const texts: Texts = {
    'self.yaml': 'extends: self.yaml\n', 'ping.yaml': 'extends: pong.yaml\n', 'pong.yaml': 'extends: ping.yaml\n', 'back.yaml': 'extends: ./\n',
    'latin.yaml': new Uint8Array([0x23, 0x20, 0xe9]), 'empty/a.md': '', 'broken.yaml': 'rules:\n  readable: errr\n', 'no-yaml.yaml': 'rules: [\n',
    'no-template.yaml': '# ours\ntypes:\n  pitch: {template: none.md}\n', 'no-schema.yaml': 'types: {pitch: {files: ["*.md"]}}\n', 'lost.yaml': 'extends: gone.yaml\n',
    'out/t.yaml': 'types: {rfc: {template: ../../rfc.md}}\n',
  };

  it.each([
    ['a path that leads nowhere', './none.yaml', '"./none.yaml" cannot be found; check the path, which is relative to this file.'],
    ['a name that nothing has', '"@acme/docket"', '"@acme/docket" is neither a file or folder here nor a package in node_modules; check the name, or install the package, which Docket never does by itself.'],
    ['a path out of the workspace', '../team.yaml', '"../team.yaml" lies outside the workspace; move it inside, or install it as a package.'],
    ['an absolute path', '/etc/passwd', '"/etc/passwd" lies outside the workspace; move it inside, or install it as a package.'],
    ['a folder without settings', 'empty', 'There is no .docket.yaml in "empty"; name the file to extend.'],
    ['a file that is not UTF-8', 'latin.yaml', '"latin.yaml" cannot be read: it is not UTF-8 text.'],
    ['itself', '.docket.yaml', 'This leads in a circle: .docket.yaml → .docket.yaml; remove one of these "extends".'],
    ['its own folder', '.', 'This leads in a circle: .docket.yaml → .docket.yaml; remove one of these "extends".'],
    ['a file that extends it', 'back.yaml', '"back.yaml" has a mistake on line 1: This leads in a circle: .docket.yaml → back.yaml → .docket.yaml; remove one of these "extends".'],
    ['a file that extends itself', 'self.yaml', '"self.yaml" has a mistake on line 1: This leads in a circle: self.yaml → self.yaml; remove one of these "extends".'],
    ['files that extend each other', 'ping.yaml', '"pong.yaml" has a mistake on line 1: This leads in a circle: ping.yaml → pong.yaml → ping.yaml; remove one of these "extends".'],
    ['a file with a mistake', 'broken.yaml', '"broken.yaml" has a mistake on line 2: "readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.'],
    ['a file that is no YAML', 'no-yaml.yaml', '"no-yaml.yaml" has a mistake on line 2: This is not valid YAML: a line is indented too little or too much, or a bracket is not closed.'],
    ['a file whose template is missing', 'no-template.yaml', '"no-template.yaml" has a mistake on line 3: The template "none.md" cannot be read; check the path, which is relative to this file.'],
    ['a file whose template lies outside', 'out/t.yaml', '"out/t.yaml" has a mistake on line 1: The template "../../rfc.md" lies outside the workspace; move it inside.'],
    ['a file with a type without a template', 'no-schema.yaml', '"no-schema.yaml" has a mistake on line 1: The type "pitch" has no template, and Docket has none of that name; add "template".'],
    ['a file that extends nothing there is', 'lost.yaml', '"lost.yaml" has a mistake on line 1: "gone.yaml" is neither a file or folder here nor a package in node_modules; check the name, or install the package, which Docket never does by itself.'],
  ])('%s', async (_, entry, message) => {
    const configuration = await load({ ...texts, 'fine.yaml': 'language: en\n', '.docket.yaml': `extends:\n  - fine.yaml\n  - ${entry}\n` });
    expect(mistakesOf(configuration)).toEqual([[message, entry]]);
    expect(mistakesOf(configuration, 'ko')[0]![0]).toMatch(/(?:니다|세요)\.$/);
  });

  it('a package in a virtual workspace, where a path goes on to be read', async () => {
    const configuration = await load({ '.docket.yaml': 'extends: [base.yaml, "@acme/docket"]\n', 'base.yaml': 'rules: {readable: info}\n', 'node_modules/@acme/docket/.docket.yaml': 'language: en\n' }, '.docket.yaml', { isVirtual: true });
    expect(mistakesOf(configuration)).toEqual([['"@acme/docket" is no file or folder here, and packages cannot be read in a virtual workspace; name a path in this workspace.', '"@acme/docket"']]);
    expect(configuration.config.rules['readable']!.severity).toBe('info');
  });

  it('and a type that waits for what is missing is not blamed', async () => {
    const configuration = await load({ '.docket.yaml': 'extends: gone\ntypes: {pitch: {files: ["*.md"]}}\n' });
    expect(mistakesOf(configuration).map(([, place]) => place)).toEqual(['gone']);
  });

  it('also where there is another mistake, and then nothing of it holds', async () => {
    const configuration = await load({ '.docket.yaml': 'langauge: ko\nextends: [a.yaml, gone.yaml]\n', 'a.yaml': 'rules: {readable: info}\ntypes: {pitch: {template: p.md}}\n', 'p.md': PITCH });
    expect(mistakesOf(configuration).map(([, place]) => place)).toEqual(['langauge', 'gone.yaml']);
    expect([configuration.config.rules, ownTypes(configuration)]).toEqual([{}, []]);
  });

  it('a row of files that is too long', async () => {
    const row = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.yaml`, `extends: ./${index + 1}.yaml\n`]));
    expect(mistakesOf(await load({ ...row, '.docket.yaml': 'extends: 0.yaml\n' }))).toEqual([
      ['"9.yaml" has a mistake on line 1: "./10.yaml" is not read: more than 10 files extend each other in a row; extend it directly.', '0.yaml'],
    ]);
  });

  it('more files than anybody means', async () => {
    const all = Array.from({ length: 300 }, (_, index) => `${index}.yaml`);
    const configuration = await load({ ...Object.fromEntries(all.map((name) => [name, ''])), '.docket.yaml': `extends: [${all.join(', ')}]\n` });
    expect(mistakesOf(configuration)).toEqual([['"199.yaml" is not read: a configuration can extend no more than 100 files.', '199.yaml']]);
  });

  it('a folder that is met again in itself', async () => {
    const files = memoryFiles(new Map([['.docket.yaml', 'extends: [./loop, ./loop/loop]\n']]));
    const looped: Files = { ...files, read: (path) => files.read(path.replaceAll('loop/', '')) };
    expect((await loadConfiguration('.docket.yaml', looped, builtIn, '')).mistakes.length).toBeGreaterThan(0);
  });
});

describe('in a workspace', () => {
  const open = async (texts: Record<string, string>, language: Language = 'en') => {
    const files = new Map(Object.entries(texts));
    const workspace = new Workspace({ files: memoryFiles(files), templates: builtInTemplates, language, rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    return { files, workspace };
  };
  const found = async (workspace: Workspace): Promise<string[]> => (await Promise.all(workspace.configPaths().map(async (path) => (await workspace.lint(path)).map(({ line, column }) => `${path}:${line}:${column}`)))).flat();

  it.each(LANGUAGES)('a mistake is also said where it is made, but for what is installed (%s)', async (language) => {
    const { workspace } = await open({ '.docket.yaml': 'extends: [shared/team.yaml, shared, acme]\n', 'shared/team.yaml': '\nlangauge: ko\n', 'shared/.docket.yaml': 'langauge: ko\n', 'node_modules/acme/.docket.yaml': 'langauge: ko\n' }, language);
    expect(await found(workspace)).toEqual(['.docket.yaml:1:11', '.docket.yaml:1:29', '.docket.yaml:1:37', 'shared/.docket.yaml:1:1', 'shared/team.yaml:2:1']);
  });

  it('what is extended is followed when it changes, comes or goes', async () => {
    const { files, workspace } = await open({ '.docket.yaml': 'extends: shared/team.yaml\n' });
    expect(await found(workspace)).toEqual(['.docket.yaml:1:10']);
    files.set('shared/team.yaml', 'extends: base.yaml\n').set('shared/base.yaml', 'rules: {readable: info}\n');
    expect(await workspace.look(['shared/team.yaml'])).toBe(true);
    expect([await found(workspace), workspace.configurationOf('a.md').config.rules['readable']?.severity]).toEqual([[], 'info']);
    files.set('shared/base.yaml', 'rules: {readable: warning}\n');
    expect(await workspace.look(['shared/base.yaml'])).toBe(true);
    expect(workspace.configurationOf('a.md').config.rules['readable']?.severity).toBe('warning');
    files.delete('shared/base.yaml');
    expect(await workspace.look(['shared/base.yaml'])).toBe(true);
    expect(await found(workspace)).toEqual(['.docket.yaml:1:10', 'shared/team.yaml:1:10']);
  });

  it('YAML that nobody extends is none of its business', async () => {
    const { files, workspace } = await open({ '.docket.yaml': 'language: en\n' });
    files.set('ci.yaml', '');
    expect(await workspace.look(['ci.yaml'])).toBe(false);
  });

  it('a document is read with the words that are taken', async () => {
    const { files, workspace } = await open({ '.docket.yaml': 'extends: shared\n', 'shared/.docket.yaml': '', 'adr/0001-a.md': '# A\n\nStatus: ratified\n' });
    files.set('shared/.docket.yaml', 'vocabulary: {statuses: {accepted: [ratified]}}\n');
    await workspace.look(['shared/.docket.yaml']);
    await workspace.catchUp();
    expect(workspace.entry('adr/0001-a.md')?.status).toBe('accepted');
  });

  it('a template that is taken is a template', async () => {
    const { workspace } = await open({ '.docket.yaml': 'extends: shared\n', 'shared/.docket.yaml': 'types: {pitch: {template: pitch.md}}\n', 'shared/pitch.md': PITCH });
    expect(workspace.entry('shared/pitch.md')?.kind).toBe('template');
  });
});
