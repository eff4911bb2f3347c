import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { templatesIn } from '../templates/built-in.ts';
import { builtInTemplates } from '../templates/built-in.ts';
import { decision, docket, folderOf } from './world.ts';

const TYPES = templatesIn('en').map((template) => template.id);

describe('docket new', () => {
  it('writes a document from the template and prints its path', async () => {
    const folder = await folderOf();
    expect(await docket(folder, ['new', 'decision', 'Keep events for 30 days'])).toEqual({ code: 0, out: 'docs/decisions/0001-keep-events-for-30-days.md\n', err: '' });
    const text = await readFile(path.join(folder, 'docs/decisions/0001-keep-events-for-30-days.md'), 'utf8');
    expect(text).toContain('# Keep events for 30 days\n');
    expect(text).toContain('date: 2026-11-22\n');
    expect(text).not.toContain('docket:');
  });

  it('takes the next free number where documents of that kind lie', async () => {
    const folder = await folderOf({ 'adr/007-old.md': decision() });
    expect((await docket(folder, ['new', 'adr', 'New'])).out).toBe('adr/008-new.md\n');
  });

  it('gives no number that a file has which Git ignores or .docket.yaml excludes', async () => {
    const folder = await folderOf({ '.gitignore': '*-draft.md\n', '.docket.yaml': 'exclude: ["**/0006-*"]\n', 'adr/0003-old.md': decision(), 'adr/0005-draft.md': decision(), 'adr/0006-gone.md': decision() });
    expect((await docket(folder, ['new', 'decision', 'New'])).out).toBe('adr/0007-new.md\n');
  });

  it.each(['Why #', '<details> in Markdown', '<name>', '{curly}', '[Backend] Use queues', '[x]'])('keeps the title %j, and its document is a decision', async (title) => {
    const folder = await folderOf();
    await docket(folder, ['new', 'decision', title]);
    const [document] = (await docket(folder, ['list', '--format', 'ndjson'])).out.trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(document).toMatchObject({ title, kind: 'decision' });
  });

  it('writes a document that lints clean but for what its author has still to say', async () => {
    const folder = await folderOf();
    for (const type of TYPES) {
      for (const lang of ['en', 'ko']) expect(await docket(folder, ['new', type, `A ${type} in ${lang}`, '--lang', lang, '--dir', `docs/${type}`])).toMatchObject({ code: 0, err: '' });
    }
    const findings = JSON.parse((await docket(folder, ['lint', '--format', 'json'])).out) as { rule: string }[];
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set(['placeholder-text']));
  }, 30_000);

  it('writes a document whose prompts are no actions and no questions', async () => {
    const folder = await folderOf();
    for (const { id, language } of builtInTemplates) await docket(folder, ['new', id, `A ${id}`, '--lang', language!, '--dir', `docs/${id}-${language}`]);
    const found = (await docket(folder, ['list', '--format', 'ndjson'])).out.trim().split('\n').map((line) => JSON.parse(line) as { type: string; text: string });
    expect(found.filter(({ type, text }) => type !== 'document' && /^[{<[]/.test(text))).toEqual([]);
    expect(found.filter(({ type }) => type === 'question')).toEqual([]);
  }, 60_000);

  it('prints the document and writes nothing with --print', async () => {
    const folder = await folderOf();
    const { code, out } = await docket(folder, ['new', 'decision', 'Keep events', '--print', '--lang', 'ko']);
    expect(code).toBe(0);
    expect(out).toContain('# Keep events\n\n## 배경과 문제 정의\n');
    expect(await readdir(folder)).toEqual(['.git']);
  });

  it('names the author where that is known', async () => {
    const { out } = await docket(await folderOf(), ['new', 'design', 'Retries', '--print'], { author: async () => 'Mina: "the" Seo' });
    expect(out).toContain(`authors: 'Mina: "the" Seo'\n`);
  });

  it.each([
    ['a/b ../../etc/passwd', '0001-a-b-etc-passwd.md'],
    ['x'.repeat(300), `0001-${'x'.repeat(60)}.md`],
    ['이벤트를 30일 보관', '0001-이벤트를-30일-보관.md'],
    ['  Two\nlines\t ', '0001-two-lines.md'],
  ])('makes a file name inside the folder of the title %j', async (title, name) => {
    const folder = await folderOf();
    expect(await docket(folder, ['new', 'decision', title])).toEqual({ code: 0, out: `docs/decisions/${name}\n`, err: '' });
    expect(await readdir(path.join(folder, 'docs/decisions'))).toEqual([name]);
  });

  it.each(['..', '/', '😀'])('says that the title %j has nothing for a file name, and how the file is called', async (title) => {
    const folder = await folderOf();
    const err = `docket: the title "${title}" has no letter or digit for a file name, so the file is called "0001-decision.md"; rename it as you like\n`;
    expect(await docket(folder, ['new', 'decision', title])).toEqual({ code: 0, out: 'docs/decisions/0001-decision.md\n', err });
  });

  it.each([
    [['new', 'decision', ''], 'docket: the title is empty; write docket new decision "What it is about"\n'],
    [['new', 'decision', ' \n'], 'docket: the title is empty; write docket new decision "What it is about"\n'],
    [['new', 'desing', 'x'], `docket: there is no document type "desing"; did you mean "design"? The types are ${TYPES.join(', ')}\n`],
    [['new', 'novel', 'x'], `docket: there is no document type "novel"; the types are ${TYPES.join(', ')}\n`],
    [['new', 'decision', 'x', '--dir', '..'], 'docket: nothing is written outside of the current folder, and ".." leads out of it\n'],
    [['new', 'decision', 'x', '--dir', '/etc'], 'docket: nothing is written outside of the current folder, and "/etc" leads out of it\n'],
    [['new', 'decision', 'x', '--dir', 'README.md'], 'docket: cannot write "README.md/0001-x.md": a part of the path is not a folder\n'],
  ])('ends with 2 and writes nothing for %j', async (args, err) => {
    const folder = await folderOf({ 'README.md': '# Shop\n' });
    expect(await docket(folder, args)).toEqual({ code: 2, out: '', err });
    expect((await readdir(folder)).sort()).toEqual(['.git', 'README.md']);
  });

  it('never replaces a file', async () => {
    const folder = await folderOf();
    await mkdir(path.join(folder, 'docs/meetings'), { recursive: true });
    const first = (await docket(folder, ['new', 'meeting', 'Weekly', '--dir', 'docs/meetings'])).out.trim();
    await writeFile(path.join(folder, first), 'mine');
    expect(await docket(folder, ['new', 'meeting', 'Weekly', '--dir', 'docs/meetings'])).toEqual({ code: 2, out: '', err: `docket: "${first}" exists already; nothing was written\n` });
    expect(await readFile(path.join(folder, first), 'utf8')).toBe('mine');
  });

  it('follows no link out of the folder', async () => {
    const outside = await folderOf();
    const folder = await folderOf();
    await symlink(outside, path.join(folder, 'docs'));
    expect(await docket(folder, ['new', 'decision', 'x', '--dir', 'docs/decisions'])).toMatchObject({ code: 2, err: 'docket: nothing is written outside of the current folder, and "docs/decisions" leads out of it\n' });
    expect(await readdir(outside)).toEqual(['.git']);
  });

  it('knows the types of .docket.yaml and its language', async () => {
    const folder = await folderOf({ '.docket.yaml': 'language: ko\ntypes:\n  pitch:\n    template: pitch.md\n', 'pitch.md': '---\ndocket: {folder: text, label: Pitch}\n---\n# {title}\n\n## Summary\n\n{what}\n' });
    expect(await docket(folder, ['new', 'pitch', 'Faster labels'])).toEqual({ code: 0, out: 'text/0001-faster-labels.md\n', err: '' });
    expect((await docket(folder, ['new', 'pitchs', 'x'])).err).toBe(`docket: "pitchs" 문서 형식은 없습니다. "pitch"을(를) 뜻하셨나요? 형식은 pitch, ${TYPES.join(', ')}입니다\n`);
  });

  it('shows every type in its help', async () => {
    const { out } = await docket('/', ['help', 'new']);
    for (const type of TYPES) expect(out).toMatch(new RegExp(`^  ${type} +\\S`, 'm'));
  });
});

describe('the number of a new document', () => {
  it('is free on every branch, also for one that supersedes another', async () => {
    const folder = await folderOf({ 'docs/decisions/0001-one.md': decision() });
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, stdio: 'ignore' });
    git('init', '-b', 'main');
    git('add', '.');
    git('commit', '-m', 'One');
    git('checkout', '-b', 'other');
    await writeFile(path.join(folder, 'docs/decisions/0002-theirs.md'), decision());
    git('add', '.');
    git('commit', '-m', 'Two');
    git('checkout', 'main');
    expect((await docket(folder, ['new', 'decision', 'Ours'])).out).toBe('docs/decisions/0003-ours.md\n');
    git('update-ref', 'refs/remotes/origin/there', 'other');
    git('branch', '-D', 'other');
    expect((await docket(folder, ['supersede', 'docs/decisions/0001-one.md', 'Better', '--print'])).out).toContain('+++ b/docs/decisions/0004-better.md');
  });
});

describe('a template that lies in the repository', () => {
  it('is a type, with its own form, beside its documents', async () => {
    const template = '# {title}\n\n## Why now\n\n{why}\n\n## What changes\n\n{what}\n';
    const folder = await folderOf({ 'docs/proposals/template.md': template, 'docs/proposals/0004-one.md': '# One\n\nStatus: accepted\n\n## Why now\n\nText.\n\n## What changes\n\nText.\n' });
    expect(await docket(folder, ['new', 'proposals', 'Two'])).toMatchObject({ code: 0, out: 'docs/proposals/0005-two.md\n' });
    expect(await readFile(path.join(folder, 'docs/proposals/0005-two.md'), 'utf8')).toBe(template.replace('{title}', 'Two'));
  });
});
