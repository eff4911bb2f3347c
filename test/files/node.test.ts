import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_BYTES, type Files } from '../../src/core/files.ts';
import { TOO_LONG } from '../../src/core/problems.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { nodeFiles } from '../../src/files/node.ts';

let top: string;
let root: string;

beforeEach(async () => {
  top = await realpath(await mkdtemp(path.join(tmpdir(), 'docket-files-')));
  root = path.join(top, 'root');
  await mkdir(root);
});
afterEach(() => rm(top, { recursive: true, force: true }));

async function write(files: Record<string, string | Uint8Array>, folder = root): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
async function link(target: string, name: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await symlink(target, path.join(root, name));
}
const isMarkdown = (name: string): boolean => name.endsWith('.md');

// For one run of a command the same is found in another way.
async function bothWays<T>(ask: (files: Files) => Promise<T>): Promise<T> {
  const found = await ask(nodeFiles(root));
  expect(await ask(nodeFiles(root, { forOneRun: true }))).toEqual(found);
  return found;
}
const list = () => bothWays((files) => files.list(isMarkdown));
const read = (name: string) => bothWays((files) => files.read(name));

const TREE = {
  'README.md': '# R', 'a.txt': '', 'docs/0001-a.md': '# A', 'docs/deep/er/b.md': '', '결정/0005-로그 저장소.md': '# 로그', '.github/c.md': '', '.docket.yaml': 'language: ko\n',
  '.gitignore': '/build/\n*.tmp.md\n!keep.tmp.md\nArchive/\n', 'build/x.md': '', 'docs/build/y.md': '', 'docs/a.tmp.md': '', 'docs/keep.tmp.md': '', 'archive/z.md': '',
  'docs/.gitignore': 'deep/\n!*.tmp.md\n', 'node_modules/m/README.md': '', 'docs/node_modules/n.md': '', 'docs/-dash.md': '', 'docs/B.md': '', 'docs/#hash.md': '', 'docs/sp ace.md': '',
};

describe('files on disk', () => {
  it('are listed like the same files in memory', async () => {
    await write(TREE);
    const inMemory = await memoryFiles(new Map(Object.entries(TREE))).list(isMarkdown);
    expect(inMemory).toContain('docs/build/y.md');
    expect(inMemory).not.toContain('docs/deep/er/b.md');
    expect(await list()).toEqual(inMemory);
  });

  it('are listed as Git lists them', async () => {
    await write(TREE);
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    await writeFile(path.join(root, '.git/info/exclude'), 'sp ace.md\n');
    const shown = execFileSync('git', ['-c', 'core.quotePath=false', '-c', 'core.ignoreCase=false', 'ls-files', '-z', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
    const inGit = shown.split('\0').filter((name) => isMarkdown(name) && !name.includes('node_modules/')).sort();
    expect(inGit).not.toContain('docs/sp ace.md');
    expect(await list()).toEqual(inGit);
  });

  it('below one path are those of the whole list that lie there', async () => {
    await write(TREE);
    await link('../README.md', 'docs/link.md');
    await link('docs', 'linked');
    const all = await list();
    expect(all).not.toContain('docs/link.md');
    for (const below of ['docs', 'docs/build', 'docs/deep', 'docs/deep/er', 'build', 'node_modules/m', '결정', 'docs/0001-a.md', 'docs/a.tmp.md', 'build/x.md', 'docs/link.md', 'linked', 'linked/0001-a.md', 'none.md', '.gitignore']) {
      const inMemory = await memoryFiles(new Map(Object.entries(TREE))).list(isMarkdown, undefined, below);
      expect([below, await nodeFiles(root).list(isMarkdown, undefined, below)]).toEqual([below, inMemory]);
      expect([below, inMemory]).toEqual([below, all.filter((one) => one === below || one.startsWith(`${below}/`))]);
    }
  });

  it('are read with the same result as in memory', async () => {
    const files = { 'a.md': '# A\r\n', 'mark.md': '\uFEFF# A', 'empty.md': '', 'latin.md': new Uint8Array([0x61, 0xe9]) };
    await write(files);
    const memory = memoryFiles(new Map<string, string | Uint8Array>(Object.entries(files)));
    for (const name of [...Object.keys(files), 'none.md']) expect(await read(name)).toEqual(await memory.read(name));
  });

  it('of 50 MB are not read', async () => {
    const length = 50_000_000;
    await write({ 'big.md': new Uint8Array(length) });
    const start = performance.now();
    expect(await read('big.md')).toEqual({ problem: { id: 'too-large', data: { megabytes: 50, most: TOO_LONG } } });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(length).toBeGreaterThan(MOST_BYTES);
  });

  it('of JSON are read where a document of that size is not', async () => {
    const text = JSON.stringify('a'.repeat(MOST_BYTES));
    await write({ 'index.json': text, 'a.md': text });
    expect(await read('index.json')).toEqual({ text, hasByteOrderMark: false });
    expect(await read('a.md')).toMatchObject({ problem: { id: 'too-large' } });
  });

  it('that vanish while they are read are a problem', async () => {
    await write({ 'a.md': '# A' });
    const [name] = await list();
    await rm(path.join(root, 'a.md'));
    expect(await read(name!)).toEqual({ problem: { id: 'unreadable', data: { reason: 'ENOENT' } } });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read are a problem', async () => {
    await write({ 'a.md': '# A' });
    await chmod(path.join(root, 'a.md'), 0);
    expect(await read('a.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'EACCES' } } });
  });

  it('are read-only where nobody may write them', async () => {
    await write({ 'a.md': '# A', 'b.md': '# B' });
    await chmod(path.join(root, 'a.md'), 0o444);
    expect(await Promise.all(['a.md', 'b.md', 'gone.md'].map((name) => nodeFiles(root).isReadOnly!(name)))).toEqual([true, false, false]);
  });

  it('are no folders and no pipes', async () => {
    await write({ 'folder.md/a.md': '' });
    execFileSync('mkfifo', [path.join(root, 'pipe.md')]);
    await link('pipe.md', 'link.md');
    expect(await read('folder.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'EISDIR' } } });
    expect(await read('pipe.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'ENODEV' } } });
    expect(await read('link.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'ENODEV' } } });
    expect(await list()).toEqual(['folder.md/a.md', 'link.md']);
  });

  it('are only those of the folder itself where nobody asks for more', async () => {
    await write({ 'a.md': '', 'docs/b.md': '' });
    expect(await nodeFiles(root, { deep: false }).list(isMarkdown)).toEqual(['a.md']);
  });

  it('are not listed to the end when nobody waits for them any more', async () => {
    await write({ 'a.md': '', 'docs/b.md': '' });
    expect(await nodeFiles(root).list(isMarkdown, AbortSignal.abort())).toEqual([]);
  });

  it('are none where the folder is missing', async () => {
    expect(await nodeFiles(path.join(root, 'none')).list(isMarkdown)).toEqual([]);
  });
});

describe('a symbolic link', () => {
  it('to itself is a problem', async () => {
    await link('self.md', 'self.md');
    await link('two.md', 'one.md');
    await link('one.md', 'two.md');
    expect(await list()).toEqual(['one.md', 'self.md', 'two.md']);
    expect(await read('self.md')).toEqual({ problem: { id: 'broken-link', data: {} } });
    expect(await read('one.md')).toEqual({ problem: { id: 'broken-link', data: {} } });
  });

  it('that leads nowhere is a problem', async () => {
    await link('none.md', 'dangling.md');
    expect(await list()).toEqual(['dangling.md']);
    expect(await read('dangling.md')).toEqual({ problem: { id: 'broken-link', data: {} } });
  });

  it('out of the folder is a problem, and nothing outside is read', async () => {
    await write({ 'secret.md': 'secret' }, top);
    await link('../secret.md', 'out.md');
    expect(await list()).toEqual(['out.md']);
    expect(await read('out.md')).toEqual({ problem: { id: 'outside', data: {} } });
  });

  it('to a folder outside is not followed', async () => {
    await write({ 'other/a.md': 'secret' }, top);
    await link('../other', 'docs');
    expect(await list()).toEqual([]);
    expect(await read('docs/a.md')).toEqual({ problem: { id: 'outside', data: {} } });
  });

  it('to a folder inside is followed where a file below it is asked for', async () => {
    await write({ 'docs/a.md': '# A', 'docs/b.md': '# B' });
    await link('docs', 'linked');
    expect(await read('linked/a.md')).toEqual({ text: '# A', hasByteOrderMark: false });
    const files = nodeFiles(root, { forOneRun: true });
    expect(await Promise.all(['docs/a.md', 'linked/b.md', 'docs/b.md'].map((name) => files.read(name)))).toEqual(['# A', '# B', '# B'].map((text) => ({ text, hasByteOrderMark: false })));
  });

  it('out of a folder is refused, also when its neighbours were read', async () => {
    await write({ 'secret.md': 'secret' }, top);
    await write({ 'docs/a.md': '# A' });
    await link('../../secret.md', 'docs/out.md');
    await link('../..', 'docs/up');
    const files = nodeFiles(root, { forOneRun: true });
    expect(await files.read('docs/a.md')).toEqual({ text: '# A', hasByteOrderMark: false });
    for (const name of ['docs/out.md', 'docs/up/secret.md']) expect(await files.read(name)).toEqual({ problem: { id: 'outside', data: {} } });
  });

  it('to a folder that holds it is not followed', async () => {
    await write({ 'docs/a.md': '' });
    await link('..', 'docs/up');
    await link('.', 'docs/here.md');
    expect(await list()).toEqual(['docs/a.md']);
  });

  it('to a file that is listed is not listed a second time', async () => {
    await write({ 'AGENTS.md': '# A', 'docs/a.md': '# A' });
    await link('AGENTS.md', 'CLAUDE.md');
    await link('../docs/a.md', 'other/a.md');
    expect(await list()).toEqual(['AGENTS.md', 'docs/a.md']);
    expect(await read('CLAUDE.md')).toEqual({ text: '# A', hasByteOrderMark: false });
  });

  it('to a file that is not listed stands for it', async () => {
    await write({ 'generated/a.md': '# A', 'b.txt': '# B', '.gitignore': 'generated/\n' });
    await link('../generated/a.md', 'docs/a.md');
    await link('../b.txt', 'docs/b.md');
    expect(await list()).toEqual(['docs/a.md', 'docs/b.md']);
  });

  it('may lead to the root', async () => {
    await write({ 'a.md': '# A' });
    await link('a.md', 'b.md');
    await symlink(root, path.join(top, 'linked'));
    const files = nodeFiles(path.join(top, 'linked'));
    expect(await files.list(isMarkdown)).toEqual(['a.md']);
    expect(await files.read('a.md')).toEqual({ text: '# A', hasByteOrderMark: false });
  });
});

describe('above the folder', () => {
  beforeEach(async () => {
    root = path.join(top, 'repo/docs/decisions');
    await mkdir(root, { recursive: true });
  });

  it('the rules of Git count up to the top of the repository', async () => {
    await write({ '.git/info/exclude': 'excluded.md\n', '.gitignore': '/docs/decisions/old/\nscratch.md\n', 'docs/.gitignore': '!scratch.md\nnear.md\n' }, path.join(top, 'repo'));
    await write({ '.gitignore': '*.md\n' }, top);
    await write({ 'a.md': '', 'old/b.md': '', 'scratch.md': '', 'near.md': '', 'deep/excluded.md': '' });
    expect(await list()).toEqual(['a.md', 'scratch.md']);
  });

  it('rules outside of any repository do not count', async () => {
    await write({ '.gitignore': '*.md\n' }, top);
    await write({ 'a.md': '' });
    expect(await list()).toEqual(['a.md']);
  });

  it('the nearest configuration is found, with the way to it and back', async () => {
    await write({ '.docket.yaml': '', 'docs/.docket.yaml': '' }, path.join(top, 'repo'));
    const files = nodeFiles(root);
    expect(await files.outer('.docket.yaml')).toEqual({ path: '../.docket.yaml', down: 'decisions' });
    await rm(path.join(top, 'repo/docs/.docket.yaml'));
    expect(await files.outer('.docket.yaml')).toEqual({ path: '../../.docket.yaml', down: 'docs/decisions' });
    expect(await files.read('../../.docket.yaml')).toEqual({ text: '', hasByteOrderMark: false });
  });

  it('the names of the folders from the top of the repository are known', async () => {
    await mkdir(path.join(top, 'repo/.git'));
    expect(await nodeFiles(root).above()).toBe('docs/decisions');
    expect(await nodeFiles(path.join(top, 'repo')).above()).toBe('');
    await rm(path.join(top, 'repo/.git'), { recursive: true });
    expect(await nodeFiles(root).above()).toBe('');
  });

  it('is what lies above the folder itself where a link leads to it', async () => {
    await write({ '.git/HEAD': '', '.docket.yaml': 'language: ko\n', '.gitignore': 'old.md\n' }, path.join(top, 'repo'));
    await write({ 'a.md': '', 'old.md': '' });
    await symlink(root, path.join(top, 'linked'));
    const files = nodeFiles(path.join(top, 'linked'));
    expect(await files.outer('.docket.yaml')).toEqual({ path: '../../.docket.yaml', down: 'docs/decisions' });
    expect(await files.read('../../.docket.yaml')).toEqual({ text: 'language: ko\n', hasByteOrderMark: false });
    expect(await files.list(isMarkdown)).toEqual(['a.md']);
    expect(await files.above()).toBe('docs/decisions');
  });

  it('a link above the folder is followed no further up than its own way leads', async () => {
    await write({ 'packages/a.yaml': 'a', 'docs/near.yaml': 'b' }, path.join(top, 'repo'));
    await write({ 'far.yaml': 'c' }, top);
    for (const [name, target] of [['docs/in.yaml', 'near.yaml'], ['docs/up.yaml', '../packages/a.yaml'], ['far.yaml', '../far.yaml'], ['same.yaml', 'packages/a.yaml']] as const) await symlink(target, path.join(top, 'repo', name));
    const files = nodeFiles(root);
    expect(await files.read('../in.yaml')).toMatchObject({ text: 'b' });
    expect(await files.read('../../same.yaml')).toMatchObject({ text: 'a' });
    for (const name of ['../up.yaml', '../../far.yaml']) expect(await files.read(name)).toEqual({ problem: { id: 'outside', data: {} } });
  });

  it('nobody looks for one beyond the top of the repository', async () => {
    await write({ '.docket.yaml': '' }, top);
    await mkdir(path.join(top, 'repo/.git'));
    expect(await nodeFiles(root).outer('.docket.yaml')).toBeUndefined();
    expect(await nodeFiles(path.join(top, 'repo')).outer('.docket.yaml')).toBeUndefined();
  });
});
