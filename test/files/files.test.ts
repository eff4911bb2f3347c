import { describe, expect, it } from 'vitest';
import { decodeText, MOST_BYTES } from '../../src/core/files.ts';
import { TOO_LONG } from '../../src/core/problems.ts';
import { clientFiles } from '../../src/files/client.ts';
import { memoryFiles } from '../../src/files/memory.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('bytes become text', () => {
  it('when they are UTF-8', () => {
    expect(decodeText(bytes('한글 🎉\r\n'))).toEqual({ text: '한글 🎉\r\n', hasByteOrderMark: false });
    expect(decodeText(new Uint8Array())).toEqual({ text: '', hasByteOrderMark: false });
  });

  it('without their byte-order mark, of which only the first is one', () => {
    expect(decodeText(bytes('\uFEFFa\uFEFF'))).toEqual({ text: 'a\uFEFF', hasByteOrderMark: true });
  });

  it.each([
    ['Latin-1', [0x61, 0xe9, 0x61], 3],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 1],
    ['a character that is cut off', [0x61, 0xed, 0x95], 3],
    ['a surrogate', [0x61, 0x61, 0xed, 0xa0, 0x80], 4],
  ])('and nothing is replaced when they are %s, which the first byte that cannot follow shows', (_, list, offset) => {

    expect(decodeText(new Uint8Array(list))).toEqual({ problem: { id: 'not-utf8', data: { offset } } });
  });

  it('unless they are too many', () => {
    expect(decodeText(new Uint8Array(MOST_BYTES + 1))).toEqual({ problem: { id: 'too-large', data: { megabytes: 1.5, most: TOO_LONG } } });
  });
});

describe('files in memory', () => {
  it('are what the map holds at the moment', async () => {
    const map = new Map([['a.md', '# A']]);
    const files = memoryFiles(map);
    map.set('b.md', '# B').delete('a.md');
    expect(await files.list(() => true)).toEqual(['b.md']);
    expect(await files.read('a.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'ENOENT' } } });
    expect(await files.outer('.docket.yaml')).toBeUndefined();
  });
});

describe('files behind an editor', () => {
  const remote = (files: Record<string, string>, refused: Record<string, { tooLong: number } | { failed: string }> = {}) =>
    clientFiles('vscode-vfs://host/repo', {
      listFiles: async (top) => [...Object.keys(files), ...Object.keys(refused)].map((path) => `vscode-vfs://host/repo/${path.split('/').map(encodeURIComponent).join('/')}`).concat('vscode-vfs://host/repository/other.md')
        .filter((uri) => `${uri}/`.startsWith(`${top}/`) || top === 'vscode-vfs://host/repo'),
      committedText: async (uri) => (uri.endsWith('/docs/a%20b.md') ? '\uFEFF# A\r\n' : null),
      listNames: async (folder) => {
        const paths = Object.keys(files).filter((path) => `vscode-vfs://host/repo/${path}`.startsWith(`${folder}/`));
        return [...new Set(paths.map((path) => `vscode-vfs://host/repo/${path}`.slice(folder.length + 1).split('/')[0]!))];
      },
      readFile: async (uri) => {
        const path = decodeURIComponent(uri.slice('vscode-vfs://host/repo/'.length));
        return refused[path] ?? (path in files ? { base64: btoa(String.fromCharCode(...bytes(files[path]!))) } : { failed: 'FileNotFound' });
      },
    });

  it('are listed by their paths, but for what Git ignores', async () => {
    const files = remote({ 'docs/0005-로그 저장소.md': '# 로그', 'docs/.gitignore': 'draft*.md', 'docs/draft 1.md': '', 'node_modules/a.md': '' });
    expect(await files.list((path) => path.endsWith('.md'))).toEqual(['docs/0005-로그 저장소.md']);
    expect(await files.read('docs/0005-로그 저장소.md')).toEqual({ text: '# 로그', hasByteOrderMark: false });
  });

  it('are listed below one path, but for what Git ignores from above', async () => {
    const files = remote({ 'docs/a b/0001.md': '', 'docs/a b/old/x.md': '', 'docs/c.md': '', 'docs/.gitignore': 'old/' });
    const below = (path: string) => files.list((one) => one.endsWith('.md'), undefined, path);
    expect([await below('docs/a b'), await below('docs/a b/0001.md'), await below('docs/a b/old'), await below('docs/none')]).toEqual([['docs/a b/0001.md'], ['docs/a b/0001.md'], [], []]);
  });

  it('have the text that the editor’s Git has committed, where it has one', async () => {
    const files = remote({});
    expect([await files.committed('docs/a b.md'), await files.committed('docs/b.md'), await files.changedSince('2026-01-31')]).toEqual(['# A\r\n', undefined, undefined]);
  });

  it('that the editor does not answer for cannot be read', async () => {
    const files = clientFiles('vscode-vfs://host/repo', { listFiles: async () => [], listNames: async () => [], committedText: () => Promise.reject(new Error('Connection is closed')), readFile: () => Promise.reject(new Error('Connection is closed')) });
    expect(await files.committed('a.md')).toBeUndefined();
    expect(await files.read('a.md')).toMatchObject({ problem: { id: 'unreadable' } });
  });

  it('name all that lies in a folder, also what Git ignores', async () => {
    const all = { 'docs/0001-a.md': '', 'docs/0002-b.md': '', 'docs/0003-c/README.md': '', 'docs/.gitignore': '0002-*', 'e.md': '' };
    for (const files of [remote(all), memoryFiles(new Map(Object.entries(all)))]) {
      expect(await files.names('docs')).toEqual(['.gitignore', '0001-a.md', '0002-b.md', '0003-c']);
      expect(await files.names('')).toEqual(['docs', 'e.md']);
      expect(await files.names('none')).toEqual([]);
    }
  });

  it('have the problems that the editor tells', async () => {
    const files = remote({}, { 'big.md': { tooLong: 9_000_000 }, 'locked.md': { failed: 'NoPermissions' } });
    expect(await files.read('big.md')).toEqual({ problem: { id: 'too-large', data: { megabytes: 9, most: TOO_LONG } } });
    expect(await files.read('locked.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'NoPermissions' } } });
    expect(await files.read('none.md')).toEqual({ problem: { id: 'unreadable', data: { reason: 'FileNotFound' } } });
  });
});
