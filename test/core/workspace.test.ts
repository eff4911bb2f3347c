import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const RFC = '# {title}\n\n## Summary\n\n## Motivation\n';
const DECISION = '# 1. Keep it\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';

async function workspaceOf(content: Record<string, string | Uint8Array>, language: Language = 'en') {
  const map = new Map(Object.entries(content));
  const workspace = new Workspace({ files: memoryFiles(map), templates: builtInTemplates, language, rulePage: (id) => `rules/${id}.md`, today: () => '2026-03-02' });
  await workspace.load();
  return { workspace, map };
}
const told = (findings: Awaited<ReturnType<Workspace['lint']>>) => findings.map((finding) => [finding.ruleId, finding.data['section'] ?? finding.messageId]);

describe('a workspace', () => {
  it('knows every Markdown file that Git shows and the configuration does not exclude', async () => {
    const { workspace } = await workspaceOf({ 'a.md': '', 'docs/b.markdown': '', 'c.txt': '', 'old/d.md': '', 'x.md': '', '.gitignore': 'x.md', '.docket.yaml': 'exclude: ["old/**"]' });
    expect(workspace.paths()).toEqual(['a.md', 'docs/b.markdown']);
    expect(workspace.entries().map((entry) => entry.path).sort()).toEqual(['a.md', 'docs/b.markdown']);
  });

  it('believes the configuration of what a document is, where its text does not say', async () => {
    const { workspace } = await workspaceOf({
      'text/pay-monthly.md': '# Pay monthly\n\n## Why\n\nIt is cheaper.\n',
      'templates/rfc.md': '# Title\n\n## Why\n',
      '.docket.yaml': 'types:\n  rfc:\n    template: templates/rfc.md\n    files: ["text/*.md"]\n',
    });
    expect(workspace.entries().map(({ path, kind }) => `${path}: ${kind}`)).toEqual(['templates/rfc.md: template', 'text/pay-monthly.md: decision']);
  });

  it('reads with the words of the team', async () => {
    const { workspace } = await workspaceOf({
      'docs/adr/0001-a.md': '# 1. Use queues\n\nPhase: in force\n\n## Why we are here\n\nSlow.\n\n## Decision\n\nQueues.\n',
      '.docket.yaml': 'vocabulary:\n  statuses:\n    accepted: [in force]\n  fields:\n    status: [phase]\n',
    });
    expect(workspace.entry('docs/adr/0001-a.md')).toMatchObject({ status: 'accepted', statusText: 'in force' });
  });

  it('tells how far it has come', async () => {
    const { workspace } = await workspaceOf({ 'a.md': '', 'b.md': '' });
    const seen: string[] = [];
    await workspace.load(({ done, total }) => seen.push(`${done}/${total}`));
    expect(seen.at(-1)).toBe('2/2');
  });

  it('stops when nobody waits any more', async () => {
    const map = new Map([['a.md', ''], ['b.md', '']]);
    const workspace = new Workspace({ files: memoryFiles(map), templates: [], language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load(() => {}, AbortSignal.abort());
    expect(workspace.paths()).toEqual([]);
  });

  it('takes a file that came, changed or went', async () => {
    const { workspace, map } = await workspaceOf({ 'docs/adr/0001-a.md': DECISION });
    map.set('docs/adr/0002-b.md', DECISION.replace('1. Keep', '2. Drop'));
    await workspace.refresh('docs/adr/0002-b.md');
    expect(workspace.entries().map((entry) => entry.title).sort()).toEqual(['Drop it', 'Keep it']);
    map.set('docs/adr/0002-b.md', DECISION.replace('1. Keep', '2. Move'));
    await workspace.refresh('docs/adr/0002-b.md');
    expect(workspace.entry('docs/adr/0002-b.md')?.title).toBe('Move it');
    map.clear();
    await workspace.look(['docs']);
    expect([workspace.paths(), workspace.entries()]).toEqual([[], []]);
  });

  it('loads again what is there and forgets what is gone', async () => {
    const { workspace, map } = await workspaceOf({ 'a.md': '# A', 'b.md': '# B' });
    map.delete('a.md');
    map.set('c.md', '# C');
    await workspace.load();
    expect(workspace.paths()).toEqual(['b.md', 'c.md']);
  });
});

describe('a workspace that looks again', () => {
  /** A workspace that has been read, and everything that it asks of its files from then on. */
  async function watched(content: Record<string, string>) {
    const map = new Map(Object.entries(content));
    const files = memoryFiles(map);
    const asked: string[] = [];
    const workspace = new Workspace({
      files: {
        ...files,
        list: (wanted, signal, below) => { asked.push(`list ${below ?? ''}`); return files.list(wanted, signal, below); },
        read: (path) => { asked.push(path); return files.read(path); },
      },
      templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02',
    });
    await workspace.load();
    asked.length = 0;
    const look = async (...paths: string[]) => ({ configured: await workspace.look(paths), read: await workspace.catchUp() });
    return { workspace, map, asked, look };
  }

  it('at a new folder reads what is in it and nothing else', async () => {
    const { workspace, map, asked, look } = await watched({ 'a.md': '# A', 'docs/b.md': '# B' });
    map.set('new/deep/c.md', '# C').set('new/d.txt', '').set('new/.docket.yaml', 'language: ko');
    expect(await look('new')).toEqual({ configured: true, read: ['new/deep/c.md'] });
    expect(asked).toEqual(['list new', 'new/.docket.yaml', 'new/deep/c.md']);
    expect([workspace.paths(), workspace.languageOf('new/deep/c.md')]).toEqual([['a.md', 'docs/b.md', 'new/deep/c.md'], 'ko']);
  });

  it('reads nothing in a folder that Git ignores', async () => {
    const { workspace, map, asked, look } = await watched({ '.gitignore': 'dist/', 'a.md': '# A' });
    map.set('dist/b.md', '# B');
    expect(await look('dist', 'dist/b.md')).toEqual({ configured: false, read: [] });
    expect(asked).toEqual(['list dist']);
    expect(workspace.has('dist/b.md')).toBe(false);
  });

  it('at a .gitignore shows what it hides no more, and forgets what it hides now', async () => {
    const { workspace, map, asked, look } = await watched({ 'docs/.gitignore': 'old/', 'docs/old/a.md': '# A', 'docs/new/b.md': '# B', 'c.md': '# C' });
    map.set('docs/.gitignore', 'new/');
    expect((await look('docs/.gitignore')).read).toEqual(['docs/old/a.md']);
    expect([workspace.paths(), asked]).toEqual([['c.md', 'docs/old/a.md'], ['list docs', 'docs/old/a.md']]);
  });

  it('at many places at once looks at the whole folder once', async () => {
    const { asked, map, look } = await watched({ 'a.md': '# A' });
    const many = Array.from({ length: 50 }, (_, index) => `n${index}.md`);
    for (const path of many) map.set(path, '# N');
    expect((await look(...many)).read).toHaveLength(50);
    expect(asked.filter((one) => one.startsWith('list'))).toEqual(['list ']);
  });

  it('at a configuration reads it and its templates, and only those documents of which it lets something else be read', async () => {
    const { workspace, map, asked } = await watched({ '.docket.yaml': 'exclude: ["old/**"]', 'old/a.md': '# A', 'b.md': DECISION, 'c/.docket.yaml': '', 'c/d.md': DECISION, 'rfc.md': RFC });
    const change = async (text: string) => {
      asked.length = 0;
      map.set('.docket.yaml', text);
      expect(await workspace.look(['.docket.yaml'])).toBe(true);
      await workspace.catchUp();
      return asked.filter((one) => !one.startsWith('list'));
    };
    expect(await change('exclude: ["old/**"]\nrules: {required-sections: off}\ntypes: {rfc: {template: rfc.md}}')).toEqual(['.docket.yaml', 'rfc.md']);
    expect(await change('language: ko')).toEqual(['.docket.yaml', 'old/a.md']);
    expect(await change('vocabulary: {statuses: {accepted: [ratified]}}')).toEqual(['.docket.yaml', 'b.md', 'old/a.md', 'rfc.md']);
    expect(await change('exclude: ["b.md"]\nvocabulary: {statuses: {accepted: [ratified]}}')).toEqual(['.docket.yaml']);
    expect(workspace.paths()).toEqual(['c/d.md', 'old/a.md', 'rfc.md']);
  });

  it('says that a template’s change is a configuration’s, also of one that was missing', async () => {
    const { workspace, map, look } = await watched({ '.docket.yaml': 'types: {rfc: {template: rfc.md, files: ["text/*.md"]}}', 'text/a.md': '# A\n\n## Summary\n\nx\n' });
    expect(workspace.configFindings('.docket.yaml')).toHaveLength(1);
    map.set('rfc.md', RFC);
    expect(await look('rfc.md')).toEqual({ configured: true, read: ['rfc.md'] });
    expect(workspace.configFindings('.docket.yaml')).toEqual([]);
    expect(told(await workspace.lint('text/a.md'))).toEqual([['required-sections', 'Motivation']]);
    map.set('rfc.md', '# T\n\n## Costs\n');
    expect((await look('rfc.md')).configured).toBe(true);
    expect(told(await workspace.lint('text/a.md'))).toEqual([['required-sections', 'Costs']]);
  });

  it('goes on where it was ended early', async () => {
    const { workspace, map } = await watched({});
    for (const path of ['a.md', 'b.md', 'c.md']) map.set(path, '# X');
    await workspace.look(['']);
    const stop = new AbortController();
    expect(await workspace.catchUp({ progress: ({ done }) => { if (done) stop.abort(); }, signal: stop.signal })).toEqual(['a.md']);
    expect(await workspace.catchUp()).toEqual(['b.md', 'c.md']);
  });

  it('reads again what changes while it is read', async () => {
    const map = new Map([['a.md', '# Old']]);
    const files = memoryFiles(map);
    let changed = Promise.resolve(false);
    const workspace: Workspace = new Workspace({
      files: {
        ...files,
        read: async (path) => {
          const read = await files.read(path);
          if (map.get('a.md') === '# Old') {
            map.set('a.md', '# New');
            changed = workspace.look(['a.md']);
            await changed;
          }
          return read;
        },
      },
      templates: [], language: 'en', rulePage: (id) => id, today: () => '2026-03-02',
    });
    await workspace.load();
    expect(workspace.entry('a.md')?.title).toBe('New');
  });

  it('reads a few files at a time and pauses between two documents', async () => {
    const map = new Map(Array.from({ length: 40 }, (_, index) => [`${index}.md`, '# X'] as const));
    const files = memoryFiles(map);
    let reading = 0;
    let most = 0;
    let pauses = 0;
    const workspace = new Workspace({
      files: {
        ...files,
        read: async (path) => {
          most = Math.max(most, ++reading);
          await new Promise((resolve) => setTimeout(resolve));
          reading--;
          return files.read(path);
        },
      },
      pause: async () => { pauses++; },
      templates: [], language: 'en', rulePage: (id) => id, today: () => '2026-03-02',
    });
    await workspace.load();
    expect([workspace.paths().length, most > 1 && most <= 10, pauses]).toEqual([40, true, 40]);
  });
});

describe('a document that is open in an editor', () => {
  const PATH = 'docs/adr/0001-a.md';
  const DISK = DECISION.replace('Keep it', 'On disk');
  const EDITOR = DECISION.replace('Keep it', 'In the editor');

  it('has the editor’s text until it is closed', async () => {
    const { workspace } = await workspaceOf({ [PATH]: DISK });
    await workspace.open(PATH, EDITOR);
    expect((await workspace.document(PATH)).text).toBe(EDITOR);
    await workspace.load();
    expect(workspace.entry(PATH)?.title).toBe('In the editor');
    await workspace.close(PATH);
    expect(workspace.entry(PATH)?.title).toBe('On disk');
  });

  it('is not read again when it is saved, but when it is closed', async () => {
    const { workspace, map } = await workspaceOf({ [PATH]: DISK });
    await workspace.open(PATH, EDITOR);
    const entries = workspace.entries();
    map.set(PATH, EDITOR);
    await workspace.look([PATH]);
    expect([await workspace.catchUp(), workspace.entries() === entries]).toEqual([[], true]);
    map.set(PATH, DISK);
    await workspace.close(PATH);
    expect(workspace.entry(PATH)?.title).toBe('On disk');
  });

  it('keeps it although the file is read late', async () => {
    let release = (): void => {};
    const late = new Promise<void>((resolve) => { release = resolve; });
    const files = memoryFiles(new Map([[PATH, DISK]]));
    const workspace = new Workspace({ files: { ...files, read: async (path) => { await late; return files.read(path); } }, templates: [], language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    const loading = workspace.load();
    await new Promise((resolve) => setTimeout(resolve));
    await workspace.open(PATH, EDITOR);
    release();
    await loading;
    expect(workspace.entry(PATH)?.title).toBe('In the editor');
  });

  it('is read with the configuration above it before the folder has been looked at', async () => {
    const map = new Map([['docs/.docket.yaml', 'types: {rfc: {template: rfc.md, files: ["text/*.md"]}}'], ['docs/rfc.md', RFC], ['docs/text/a.md', '# A']]);
    const files = memoryFiles(map);
    const workspace = new Workspace({ files: { ...files, list: (wanted, signal, below) => (below ? files.list(wanted, signal, below) : new Promise(() => {})) }, templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    void workspace.load();
    await workspace.open('docs/text/a.md', '# A\n\n## Summary\n\nx\n');
    expect(told(await workspace.lint('docs/text/a.md'))).toEqual([['required-sections', 'Motivation']]);
  });

  it('is forgotten when its file is deleted, until the editor gives its text again or the file is back', async () => {
    const { workspace, map } = await workspaceOf({ [PATH]: DISK });
    const look = async () => {
      await workspace.look(['']);
      await workspace.catchUp();
      return workspace.entry(PATH)?.title;
    };
    await workspace.open(PATH, EDITOR);
    map.delete(PATH);
    expect([await look(), workspace.isOpen(PATH)]).toEqual([undefined, false]);
    map.set(PATH, DISK);
    expect(await look()).toBe('On disk');
    map.delete(PATH);
    await look();
    await workspace.open(PATH, EDITOR);
    expect([await look(), workspace.isOpen(PATH)]).toEqual(['In the editor', true]);
    await workspace.close(PATH);
    expect([workspace.has(PATH), await look()]).toEqual([false, undefined]);
  });

  it('has the text of the editor when it is opened again while it is being closed', async () => {
    const { workspace, map } = await workspaceOf({ [PATH]: DISK });
    await workspace.open(PATH, EDITOR);
    map.delete(PATH);
    const closing = workspace.close(PATH);
    await workspace.open(PATH, EDITOR.replace('In the editor', 'Open again'));
    await closing;
    expect(workspace.entry(PATH)?.title).toBe('Open again');
  });

  it('is none of what was read of files while it is being closed, and what lies on disk is', async () => {
    const { workspace } = await workspaceOf({ [PATH]: DISK });
    const readings = () => workspace.readings().map(({ packed }) => /On disk|In the editor/.exec(packed)?.[0]);
    await workspace.open(PATH, EDITOR);
    const closing = workspace.close(PATH);
    expect(readings()).toEqual([]);
    await closing;
    expect(readings()).toEqual(['On disk']);
  });

  it('is forgotten when it was never saved', async () => {
    const { workspace } = await workspaceOf({});
    await workspace.open('new.md', '# New');
    expect(workspace.paths()).toEqual(['new.md']);
    await workspace.close('new.md');
    expect([workspace.paths(), workspace.entries()]).toEqual([[], []]);
  });
});

describe('the findings of a document', () => {
  it('are those of its built-in type', async () => {
    const { workspace } = await workspaceOf({ 'docs/adr/0001-a.md': DECISION, 'docs/adr/0002-b.md': DECISION.replace('1. Keep', '2. Drop').replace(/## Consequences[\s\S]*/, '') });
    expect(told(await workspace.lint('docs/adr/0001-a.md'))).toEqual([]);
    expect(told(await workspace.lint('docs/adr/0002-b.md'))).toEqual([['required-sections', 'Consequences']]);
  });

  it('are those of the template that the configuration names for it', async () => {
    const { workspace } = await workspaceOf({
      '.docket.yaml': 'types: {rfc: {template: templates/rfc.md, files: ["text/*.md"]}}\nrules: {required-sections: error}\n', 'templates/rfc.md': RFC, 'text/a.md': '# A\n\n## Summary\n\nx\n',
    });
    const findings = await workspace.lint('text/a.md');
    expect(told(findings)).toEqual([['required-sections', 'Motivation']]);
    expect(findings[0]).toMatchObject({ severity: 'error', url: 'rules/required-sections.md' });
    expect(await workspace.lint('templates/rfc.md')).toEqual([]);
  });

  it('change with the template and with the configuration', async () => {
    const { workspace, map } = await workspaceOf({ '.docket.yaml': 'types: {rfc: {template: rfc.md, files: ["text/*.md"]}}\n', 'rfc.md': RFC, 'text/a.md': '# A\n\n## Summary\n\nx\n' });
    map.set('rfc.md', '# {title}\n\n## Summary\n');
    await workspace.refresh('rfc.md');
    expect(await workspace.lint('text/a.md')).toEqual([]);
    await workspace.open('rfc.md', '# {title}\n\n## Costs\n');
    expect(told(await workspace.lint('text/a.md'))).toEqual([['required-sections', 'Costs']]);
    map.set('.docket.yaml', 'rules: {required-sections: off}\n');
    await workspace.refresh('.docket.yaml');
    expect(await workspace.lint('text/a.md')).toEqual([]);
  });

  it('are none where the configuration excludes it or it is of no type', async () => {
    const { workspace } = await workspaceOf({ '.docket.yaml': 'exclude: ["old/"]', 'old/0001-a.md': '# A\n## Status\nAccepted\n## Context\n## Decision\n', 'README.md': '# Hello\n' });
    expect([await workspace.lint('old/0001-a.md'), await workspace.lint('README.md')]).toEqual([[], []]);
  });

  it('say that it cannot be read, whatever it is', async () => {
    const { workspace } = await workspaceOf({ 'latin.md': new Uint8Array([0xe9, 0x61]), 'deep.md': '>'.repeat(1000), 'big.md': 'a'.repeat(2_000_000), 'bad.md': '---\na: [\n---\n# A\n', 'js.md': '---js\n1\n---\n' });
    for (const [path, expected] of [['latin.md', 'not-utf8'], ['deep.md', 'too-deep'], ['big.md', 'too-large'], ['bad.md', 'front-matter'], ['js.md', 'front-matter-language'], ['none.md', 'unreadable']] as const) {
      expect([path, (await workspace.lint(path)).map((finding) => finding.messageId)]).toEqual([path, [expected]]);
    }
  });

  it('are in the language of the configuration', async () => {
    const { workspace } = await workspaceOf({ 'ko/.docket.yaml': 'language: ko', 'ko/a.md': '---js\n---\n', 'a.md': '---js\n---\n' });
    expect([(await workspace.lint('ko/a.md'))[0]!.reason, (await workspace.lint('a.md'))[0]!.reason]).toEqual([expect.stringContaining('머리말'), expect.stringContaining('Front matter')]);
    expect([workspace.languageOf('ko/a.md'), workspace.languageOf('a.md')]).toEqual(['ko', 'en']);
  });
});

describe('the findings of a configuration', () => {
  it('stand in its file', async () => {
    const { workspace } = await workspaceOf({ 'docs/.docket.yaml': 'language: ko\nexclud: []\n' });
    const findings = await workspace.lint('docs/.docket.yaml');
    expect(findings).toMatchObject([{ ruleId: 'configuration', severity: 'error', line: 2, column: 1, url: 'rules/configuration.md', fixes: [] }]);
    expect(workspace.configPaths()).toEqual(['docs/.docket.yaml']);
  });

  it('are settled by a correction in the editor', async () => {
    const { workspace } = await workspaceOf({ '.docket.yaml': 'exclud: []\n' });
    await workspace.open('.docket.yaml', 'exclude: []\n');
    expect(workspace.configFindings('.docket.yaml')).toEqual([]);
    await workspace.close('.docket.yaml');
    expect(workspace.configFindings('.docket.yaml')).toHaveLength(1);
  });
});
