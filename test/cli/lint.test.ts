import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decision, docket, folderOf } from './world.ts';

const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');

describe('docket lint', () => {
  it('ends with 0 where nothing is found, and says how much it read', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': decision(), 'README.md': '# Shop\n' });
    expect(await docket(folder, ['lint'])).toEqual({ code: 0, out: '2 Markdown files read, no problems found.\n', err: '' });
    expect(await docket(folder, ['lint', '--format', 'json'])).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('ends with 1 where warnings are found', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': WITHOUT_OUTCOME });
    const { code, out } = await docket(folder, ['lint', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ path: 'docs/decisions/0001-keep-events.md', rule: 'required-sections', severity: 'warning', data: { section: 'Decision Outcome' }, fixable: true }]);
  });

  it('ends with 0 where there is nothing but information', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': WITHOUT_OUTCOME, '.docket.yaml': 'rules:\n  required-sections: info\n' });
    const { code, out } = await docket(folder, ['lint', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ severity: 'info' }]);
    expect((await docket(folder, ['lint'])).out).toContain('\n1 note in 1 Markdown file\n');
  });

  it('gives exactly the keys of its contract', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': WITHOUT_OUTCOME });
    const [finding] = JSON.parse((await docket(folder, ['lint', '--format', 'json'])).out) as object[];
    expect(Object.keys(finding!)).toEqual(['path', 'line', 'column', 'endLine', 'endColumn', 'rule', 'severity', 'message', 'data', 'fixable']);
  });

  it('calls fixable what --fix mends: not what somebody has to choose, and not what only informs', async () => {
    const folder = await folderOf({ 'docs/a.md': '# A\n\n[x](./retry-budgt.md) [y](none.md) [z](Retry-Budget.md)\n', 'docs/retry-budget.md': '# B\n' });
    const fixable = async (...args: string[]): Promise<unknown[]> => (JSON.parse((await docket(folder, ['lint', '--format', 'json', ...args])).out) as { fixable: unknown }[]).map((one) => one.fixable);
    expect(await fixable()).toEqual([false, false, true]);
    expect(await fixable('--rule', 'broken-link=info')).toEqual([false, false, false]);
  });

  it('names files from the current folder in every format', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-a.md': WITHOUT_OUTCOME });
    for (const format of ['stylish', 'json', 'ndjson', 'junit', 'markdown', 'github', 'gitlab', 'sarif', 'report']) {
      for (const asked of ['docs', 'docs/decisions', 'docs/decisions/0001-a.md']) {
        expect((await docket(folder, ['lint', '--format', format, asked])).out, `${format} ${asked}`).toMatch(/(?<![\w./])docs\/decisions\/0001-a\.md/);
      }
    }
  });

  it('shows findings by file for people, with paths from the current folder and a summary', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': WITHOUT_OUTCOME, 'docs/decisions/0002-b.md': decision() });
    const { out } = await docket(path.join(folder, 'docs'), ['lint', '../docs/decisions']);
    expect(out).toBe('decisions/0001-keep-events.md\n11:1-11:22 warning The section "Decision Outcome" is missing; the Decision record template requires it. required-sections\n\n⚠ 1 warning in 1 of 2 Markdown files\n');
  });

  it('colours only where it is wanted', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-keep-events.md': WITHOUT_OUTCOME });
    expect((await docket(folder, ['lint'], { color: true })).out).toContain('\u001B[33m⚠\u001B[39m 1 warning');
    expect((await docket(folder, ['lint'])).out).not.toContain('\u001B');
  });

  it('takes several folders and files, each result relative to the current folder', async () => {
    const folder = await folderOf({ 'a/decisions/0001-x.md': WITHOUT_OUTCOME, 'b/decisions/0001-y.md': WITHOUT_OUTCOME, 'b/decisions/0002-z.md': WITHOUT_OUTCOME });
    const { out } = await docket(folder, ['lint', '--format', 'json', 'a', './b/decisions/../decisions/0001-y.md']);
    expect((JSON.parse(out) as { path: string }[]).map((finding) => finding.path)).toEqual(['a/decisions/0001-x.md', 'b/decisions/0001-y.md']);
  });

  it('names a file once though two paths lead to it', async () => {
    const folder = await folderOf({ 'a/decisions/0001-x.md': WITHOUT_OUTCOME });
    expect(JSON.parse((await docket(folder, ['lint', '--format', 'json', '.', 'a', 'a/decisions/0001-x.md'])).out)).toHaveLength(1);
  });

  it('leaves out what Git ignores, unless it is named', async () => {
    const folder = await folderOf({ '.gitignore': 'old/\n', 'old/decisions/0001-x.md': WITHOUT_OUTCOME });
    expect((await docket(folder, ['lint'])).code).toBe(0);
    expect((await docket(folder, ['lint', 'old/decisions/0001-x.md'])).code).toBe(1);
  });

  it('leaves out what .docket.yaml excludes, and says so where it is named', async () => {
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["old/**"]\n', 'old/decisions/0001-x.md': WITHOUT_OUTCOME });
    expect((await docket(folder, ['lint'])).code).toBe(0);
    expect(await docket(folder, ['lint', 'old/decisions/0001-x.md'])).toMatchObject({ code: 0, err: 'docket: "old/decisions/0001-x.md" is excluded by .docket.yaml and was not read\n' });
  });

  it('checks the configuration where that is the file named', async () => {
    const folder = await folderOf({ '.docket.yaml': 'rules: {}\n' });
    expect((await docket(folder, ['lint', '.docket.yaml'])).code).toBe(0);
  });

  it('says of what it was asked for that there is nothing to show', async () => {
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["old/**"]\n', 'old/decisions/0001-x.md': WITHOUT_OUTCOME, 'old/b.md': '# B\n', 'notes/a.txt': '' });
    const excluded = 'There are no Markdown documents here but those that .docket.yaml excludes (2).\n';
    for (const command of ['lint', 'list']) {
      expect(await docket(folder, [command])).toEqual({ code: 0, out: excluded, err: '' });
      expect(await docket(folder, [command, 'old'])).toEqual({ code: 0, out: excluded, err: '' });
      expect((await docket(folder, [command, 'notes'])).out).toBe('There are no Markdown documents here.\n');
      expect((await docket(folder, [command, '.docket.yaml'])).out).toBe('The configuration has no mistakes; name its folder to read the documents.\n');
      expect(await docket(folder, [command, ''])).toEqual({ code: 2, out: '', err: 'docket: a path is empty; write "." for the current folder\n' });
    }
  });

  it('shows a path in a message without what would drive the terminal', async () => {
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["**/*.md"]\n', 'a\u001B[31m.md': '# A\n' });
    expect((await docket(folder, ['lint', 'a\u001B[31m.md'])).err).toBe('docket: "a [31m.md" is excluded by .docket.yaml and was not read\n');
    expect((await docket(folder, ['lint', 'b\u001B[31m\u202E'])).err).toBe('docket: cannot read "b [31m ": there is no such file or folder\n');
  });

  it('says so where there is no document', async () => {
    const folder = await folderOf();
    expect(await docket(folder, ['lint'])).toEqual({ code: 0, out: 'There are no Markdown documents here.\n', err: '' });
  });

  it.each([
    [['nowhere'], 'docket: cannot read "nowhere": there is no such file or folder\n'],
    [['README.md/docs'], 'docket: cannot read "README.md/docs": a part of the path is not a folder\n'],
    [['notes.txt'], 'docket: "notes.txt" is neither a folder nor a Markdown file (.md, .markdown)\n'],
  ])('ends with 2 for the path %j', async (paths, err) => {
    const folder = await folderOf({ 'README.md': '# Shop\n', 'notes.txt': 'x' });
    expect(await docket(folder, ['lint', ...paths])).toEqual({ code: 2, out: '', err });
  });

  it('ends with 2 and the place of each mistake in a configuration', async () => {
    const folder = await folderOf({ 'docs/.docket.yaml': 'exclude: []\nrules:\n  required-section: error\nlanguage: fr\n', 'docs/a.md': WITHOUT_OUTCOME });
    for (const command of ['lint', 'list']) {
      const { code, out, err } = await docket(folder, [command]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^docs\/\.docket\.yaml:3:3: There is no setting "required-section" here; did you mean "required-sections"\?\ndocs\/\.docket\.yaml:4:11: .*"language".*\n$/);
    }
  });

  it('ends with 2 and the place of each mistake in a template that a configuration names', async () => {
    const template = '---\ndocket: {kind: decison}\n---\n# {title}\n\n## Summary\n<!-- docket: {aliases: [a -->\n';
    const folder = await folderOf({ '.docket.yaml': 'types: {rfc: {template: templates/rfc.md}}\nexclude: ["templates/**"]\n', 'templates/rfc.md': template, 'a.md': '# A\n' });
    const { code, out, err } = await docket(folder, ['lint']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^templates\/rfc\.md:2:16: "kind" has to be one of decision, .*\ntemplates\/rfc\.md:7:\d+: This directive is not valid YAML: .*\n$/);
  });

  it('leaves a configuration alone that lies in an excluded folder', async () => {
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["old/**"]\n', 'old/.docket.yaml': 'rules: [\n', 'old/deep/.docket.yml': '', 'a.md': '# A\n' });
    expect(await docket(folder, ['lint'])).toMatchObject({ code: 0, err: '' });
    expect(await docket(path.join(folder, 'old'), ['lint'])).toMatchObject({ code: 2 });
  });

  it('ends with 2 for a configuration under a name that is not read', async () => {
    const folder = await folderOf({ '.docket.yml': 'language: ko\n', 'docs/a.md': '# A\n' });
    expect(await docket(folder, ['lint'])).toEqual({ code: 2, out: '', err: '.docket.yml:1:1: Docket does not read this file; rename it to .docket.yaml.\n' });
    expect((await docket(folder, ['lint', 'docs'])).err).toBe('.docket.yml:1:1: Docket does not read this file; rename it to .docket.yaml.\n');
    expect((await docket(folder, ['lint', '.docket.yml'])).code).toBe(2);
  });

  it('finds the configuration above the folder that is named', async () => {
    const folder = await folderOf({ '.docket.yaml': 'rules: [\n', 'docs/a.md': '# A\n' });
    const { code, err } = await docket(path.join(folder, 'docs'), ['lint']);
    expect(code).toBe(2);
    expect(err).toMatch(/^\.\.\/\.docket\.yaml:\d+:\d+: This is not valid YAML: .+\.\n$/);
  });

  it('speaks the language of --lang, then of .docket.yaml, then of the environment', async () => {
    const folder = await folderOf({ 'a/.docket.yaml': 'language: ko\n', 'a/decisions/0001-x.md': WITHOUT_OUTCOME, 'b/decisions/0001-x.md': WITHOUT_OUTCOME });
    expect((await docket(folder, ['lint', 'a'])).out).toContain('섹션이 없습니다');
    expect((await docket(folder, ['lint', 'a', '--lang', 'en'])).out).toContain('is missing');
    expect((await docket(folder, ['lint', 'b'])).out).toContain('is missing');
    expect((await docket(folder, ['lint', 'b'], { env: { LANG: 'ko_KR.UTF-8' } })).out).toContain('섹션이 없습니다');
    expect((await docket(folder, ['lint', 'b', '--lang', 'ko'])).out).toContain('Markdown 파일 1개에서 ⚠ 경고 1개');
  });

  it('writes nothing', async () => {
    const folder = await folderOf({ 'decisions/0001-x.md': WITHOUT_OUTCOME });
    await mkdir(path.join(folder, 'empty'));
    await docket(folder, ['lint']);
    expect(await readFile(path.join(folder, 'decisions/0001-x.md'), 'utf8')).toBe(WITHOUT_OUTCOME);
  });

  it('shows how far it has come only in a terminal and only when it takes long', async () => {
    const folder = await folderOf({ 'decisions/0001-x.md': decision() });
    let time = 0;
    const slow = { now: () => new Date((time += 700)) };
    expect((await docket(folder, ['lint'], { showsProgress: true })).err).toBe('');
    expect((await docket(folder, ['lint'], slow)).err).toBe('');
    expect((await docket(folder, ['lint'], { ...slow, showsProgress: true })).err).toMatch(/^\r\u001B\[KReading \d+ of 1 documents…[\s\S]*\r\u001B\[K$/);
  });
});
