import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/core/config/load.ts';
import { readConfig } from '../../src/core/config/read.ts';
import { builtInTypes, nearestConfig, type Configuration } from '../../src/core/configuration.ts';
import type { Files } from '../../src/core/files.ts';
import { say } from '../../src/core/language.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const builtIn = builtInTypes(builtInTemplates);
const load = (files: Record<string, string | Uint8Array>, path = '.docket.yaml', down = ''): Promise<Configuration> => loadConfiguration(path, memoryFiles(new Map(Object.entries(files))), builtIn, down);
const mistakesOf = ({ mistakes, text }: Configuration) => mistakes.map(({ message, data, range }) => [say(message, 'en', data), text.slice(range.start, range.end)]);
const RFC = '# {title}\n\n## Summary\n\n## Motivation\n';

describe('a type of a configuration', () => {
  it('has its template and the documents that its globs name', async () => {
    const { types, mistakes } = await load({ '.docket.yaml': 'types:\n  pitch:\n    template: templates/pitch.md\n    files: ["text/**/*.md"]\n', 'templates/pitch.md': RFC });
    expect(mistakes).toEqual([]);
    expect(types[0]).toMatchObject({ id: 'pitch', builtIn: false, templates: [{ id: 'pitch', label: 'pitch' }] });
    expect([types[0]!.claims('text/0001-a.md'), types[0]!.claims('docs/a.md')]).toEqual([true, false]);
    expect(types.map((type) => type.id)).toEqual(['pitch', ...builtIn.map((type) => type.id)]);
  });

  it('means the front pages of folders that hold one record each, and no other README, by a wildcard', async () => {
    const { types } = await load({ '.docket.yaml': 'types: {rfc: {template: rfc.md, files: ["features/**"]}}', 'rfc.md': RFC });
    const claims = (path: string) => types.find(({ id }) => id === 'rfc')!.claims(path);
    expect(['features/0012-queues/README.md', 'features/RFC-0013/index.md', 'features/web/127-vans/README.md', 'features/a.md'].map(claims)).toEqual([true, true, true, true]);
    expect(['features/README.md', 'features/2024/README.md', 'features/v2/README.md', 'features/2024-06/README.md', 'features/web/README.md'].map(claims)).toEqual([false, false, false, false, false]);
  });

  it('counts paths and globs from the configuration', async () => {
    const { types, templates, excludes, mistakes } = await load(
      { 'docs/.docket.yaml': 'types: {rfc: {template: ../templates/rfc.md, files: ["text/*.md"]}}\nexclude: ["old/**"]\n', 'templates/rfc.md': RFC },
      'docs/.docket.yaml',
    );
    expect(mistakes).toEqual([]);
    expect(templates).toEqual(['templates/rfc.md']);
    expect([types[0]!.claims('docs/text/a.md'), types[0]!.claims('text/a.md')]).toEqual([true, false]);
    expect([excludes('docs/old/a.md'), excludes('old/a.md')]).toEqual([true, false]);
  });

  it('may be a built-in one for other files, or with another template', async () => {
    const { types, mistakes } = await load({ '.docket.yaml': 'types:\n  meeting: {files: ["weekly/*.md"]}\n  postmortem: {template: pm.md}\n', 'pm.md': RFC });
    expect(mistakes).toEqual([]);
    const [meeting, postmortem] = types;
    expect(meeting).toMatchObject({ id: 'meeting', kind: 'meeting', builtIn: true });
    expect(meeting!.templates).toHaveLength(2);
    expect(postmortem).toMatchObject({ id: 'postmortem', kind: 'postmortem', builtIn: false });
    expect(postmortem!.templates.map((template) => [template.kind, template.sections.length])).toEqual([['postmortem', 2]]);
    expect(types.filter((type) => type.id === 'meeting' || type.id === 'postmortem')).toHaveLength(2);
  });

  it('keeps its name whatever the template calls itself', async () => {
    const { types } = await load({ '.docket.yaml': 'types: {rfc: {template: t.md}}', 't.md': `---\ndocket: {type: other, kind: design}\n---\n${RFC}` });
    expect(types[0]).toMatchObject({ id: 'rfc', kind: 'design', templates: [{ id: 'rfc' }] });
  });
});

describe('a mistake about a template is said where the configuration names it', () => {
  const NOT_READ = (path: string) => `The template "${path}" cannot be read; check the path, which is relative to this file.`;
  const OUTSIDE = (path: string) => `The template "${path}" lies outside the workspace; move it inside.`;

  it.each([
    ['it is missing', 'types:\n  rfc: {template: none.md}\n', NOT_READ('none.md'), 'none.md'],
    ['its name is a slip of another one', 'types:\n  rfc: {template: ./old/tempalte.md}\n', 'There is no template "./old/tempalte.md"; did you mean "old/template.md"?', './old/tempalte.md'],
    ['it is the name of a built-in type', 'types:\n  rfc: {template: decision}\n', '"decision" is a type of Docket and no file; call the type "decision" and leave "template" out, or name a file.', 'decision'],
    ['there is none, and the type is a slip of a built-in one', 'types:\n  desing: {files: ["*.md"]}\n', 'The type "desing" has no template, and Docket has none of that name; did you mean "design"? Otherwise add "template".', 'desing'],
    ['it is not UTF-8', 'types:\n  rfc: {template: latin.md}\n', 'The template "latin.md" cannot be read (it is not UTF-8 text); mend the file, or name another one.', 'latin.md'],
    ['it lies outside', 'types:\n  rfc: {template: ../a.md}\n', OUTSIDE('../a.md'), '../a.md'],
    ['it leads outside and back', 'types:\n  rfc: {template: x/../../a.md}\n', OUTSIDE('x/../../a.md'), 'x/../../a.md'],
    ['it is an absolute path', 'types:\n  rfc: {template: /etc/passwd}\n', OUTSIDE('/etc/passwd'), '/etc/passwd'],
    ['it is an absolute path on Windows', "types:\n  rfc: {template: 'C:\\a.md'}\n", OUTSIDE('C:\\a.md'), "'C:\\a.md'"],
    ['it has no headings', 'types:\n  rfc: {template: flat.md}\n', 'The template "flat.md" has no heading, so nothing can be checked by it; add the sections as headings.', 'flat.md'],
    ['there is none, and no built-in type of that name', 'types:\n  pitch: {files: ["*.md"]}\n', 'The type "pitch" has no template, and Docket has none of that name; add "template".', 'pitch'],
  ])('%s', async (_, text, message, place) => {
    const configuration = await load({ '.docket.yaml': text, 'flat.md': 'only text\n', 'old/template.md': '# T\n', 'latin.md': new Uint8Array([0x23, 0x20, 0xe9]) });
    expect(mistakesOf(configuration)).toEqual([[message, place]]);
  });

  it('also where there is another mistake', async () => {
    const configuration = await load({ '.docket.yaml': 'langauge: ko\ntypes: {bad: {template: none.md}, rfc: {template: rfc.md}}\n', 'rfc.md': RFC });
    expect(mistakesOf(configuration).map(([, place]) => place)).toEqual(['langauge', 'none.md']);
    expect(configuration.types.map((type) => type.id)).toEqual(builtIn.map((type) => type.id));
  });

  it('and the other types hold', async () => {
    const { types } = await load({ '.docket.yaml': 'types: {bad: {template: none.md}, pitch: {template: pitch.md}}', 'pitch.md': RFC });
    expect(types.map((type) => type.id)).toEqual(['pitch', ...builtIn.map((type) => type.id)]);
  });
});

describe('a configuration that cannot be read', () => {
  it('is a mistake and no silent default', async () => {
    expect(mistakesOf(await load({ '.docket.yaml': new Uint8Array([0xff, 0xfe, 0x61]) }))).toEqual([['This file cannot be read (it is not UTF-8 text), so none of its settings hold.', '']]);
    expect(mistakesOf(await load({}))).toEqual([['This file cannot be read (there is no such file or folder), so none of its settings hold.', '']]);
  });

  it('may begin with a byte-order mark', async () => {
    expect(await load({ '.docket.yaml': '\uFEFFlanguage: ko\n' })).toMatchObject({ mistakes: [], config: { language: 'ko' } });
  });
});

describe('of several configurations', () => {
  const configs = new Map([['.docket.yaml', 'root'], ['docs/.docket.yaml', 'docs'], ['docs/adr/old/.docket.yaml', 'old']]);

  it.each([['a.md', 'root'], ['docs/a.md', 'docs'], ['docs/adr/a.md', 'docs'], ['docs/adr/old/deep/a.md', 'old'], ['documents/a.md', 'root']])('%s has the nearest', (path, expected) => {
    expect(nearestConfig(path, configs)).toBe(expected);
  });

  it('there may be none', () => {
    expect(nearestConfig('docs/a.md', new Map())).toBeUndefined();
  });
});

describe('a configuration above the folder', () => {
  const above: Record<string, string> = {
    '../../.docket.yaml': 'types: {rfc: {template: templates/rfc.md, files: ["docs/decisions/*.md"]}, own: {template: docs/decisions/template.md}}\nexclude: ["docs/decisions/old/**", "new/**"]\n',
    '../../templates/rfc.md': RFC,
    'template.md': RFC,
  };
  // What lies in the folder itself is found by either path, as on a disk.
  const files: Files = {
    ...memoryFiles(new Map(Object.entries(above))),
    read: (path) => memoryFiles(new Map(Object.entries(above))).read(path.replace('../../docs/decisions/', '')),
  };

  it('counts paths and globs from itself, and knows a template in the folder by its path there', async () => {
    const { types, excludes, mistakes, templates } = await loadConfiguration('../../.docket.yaml', files, builtIn, 'docs/decisions');
    expect(mistakes).toEqual([]);
    expect(types[0]!.claims('0001-a.md')).toBe(true);
    expect([excludes('old/a.md'), excludes('new/a.md')]).toEqual([true, false]);
    expect(templates).toEqual(['../../templates/rfc.md', 'template.md']);
  });

  it('may not name a template above itself', async () => {
    const own = memoryFiles(new Map([['../../.docket.yaml', 'types: {rfc: {template: ../rfc.md}}'], ['../../../rfc.md', RFC]]));
    expect((await loadConfiguration('../../.docket.yaml', own, builtIn, 'docs/decisions')).mistakes[0]!.message.en).toContain('lies outside');
  });
});

describe('the configuration of the sample', () => {
  it('has no mistake', async () => {
    const text = await readFile(new URL('../../media/sample/.docket.yaml', import.meta.url), 'utf8');
    expect(readConfig('.docket.yaml', text).mistakes).toEqual([]);
  });
});
