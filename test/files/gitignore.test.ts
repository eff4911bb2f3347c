import { describe, expect, it } from 'vitest';
import { GitIgnore } from '../../src/files/gitignore.ts';

/** Git's rules from a map of folder to the text of its `.gitignore`. */
function rules(files: Record<string, string>): GitIgnore {
  const git = new GitIgnore();
  for (const [folder, text] of Object.entries(files)) git.add(folder, text);
  return git;
}

describe('a path is ignored', () => {
  it.each([
    ['by its name, at any depth', { '': 'a.md' }, 'x/y/a.md'],
    ['by its path', { '': 'x/a.md' }, 'x/a.md'],
    ['by its path from the root', { '': '/a.md' }, 'a.md'],
    ['by a pattern', { '': '*.md' }, 'x/a.md'],
    ['by a folder above it', { '': 'build/' }, 'x/build/deep/a.md'],
    ['by a folder without a slash', { '': 'build' }, 'build/a.md'],
    ['by two stars', { '': 'x/**/a.md' }, 'x/y/z/a.md'],
    ['by the file of its own folder', { x: 'a.md' }, 'x/a.md'],
    ['by the nearer file where an outer one says otherwise', { '': '!a.md', x: 'a.md' }, 'x/a.md'],
    ['below an ignored folder whatever is said inside', { '': 'x/', x: '!a.md' }, 'x/a.md'],
    ['below an ignored folder whatever follows', { '': 'x/\n!x/a.md' }, 'x/a.md'],
    ['by the last of several rules', { '': '!a.md\na.md' }, 'a.md'],
    ['in a file with CRLF', { '': '# why\r\na.md\r\n' }, 'a.md'],
    ['in a file with a byte-order mark', { '': '\uFEFFa.md\n' }, 'a.md'],
    ['by an escaped sign', { '': '\\#a.md' }, '#a.md'],
  ])('%s', (_, files, path) => {
    expect(rules(files).ignoresDeep(path)).toBe(true);
  });
});

describe('a path is not ignored', () => {
  it.each([
    ['without rules', {}, 'a.md'],
    ['by a path of another folder', { '': '/a.md' }, 'x/a.md'],
    ['by a file of another folder', { y: 'a.md' }, 'x/a.md'],
    ['by a rule for folders, as a file', { '': 'a.md/' }, 'a.md'],
    ['after a negation', { '': '*.md\n!a.md' }, 'x/a.md'],
    ['after a negation in a nearer file', { '': '*.md', x: '!a.md' }, 'x/a.md'],
    ['where only its folder’s content but it is ignored', { '': 'x/*\n!x/a.md' }, 'x/a.md'],
    ['by a name in other letters', { '': 'A.md\nBuild/' }, 'build/a.md'],
    ['by comments and empty lines', { '': '# a.md\n\n   \n' }, 'a.md'],
  ])('%s', (_, files, path) => {
    expect(rules(files).ignoresDeep(path)).toBe(false);
  });
});

describe('rules from above the root', () => {
  it('count from their own folder', () => {
    const git = new GitIgnore();
    git.addOuter('repo/docs', '/repo/docs/old/\nscratch.md\n');
    expect([git.ignoresDeep('old/a.md'), git.ignoresDeep('x/scratch.md'), git.ignoresDeep('x/old/a.md')]).toEqual([true, true, false]);
  });

  it('give way to nearer ones', () => {
    const git = rules({ '': '!keep.md' });
    git.addOuter('docs', '!near.md');
    git.addOuter('repo/docs', '*.md');
    expect([git.ignoresDeep('keep.md'), git.ignoresDeep('near.md'), git.ignoresDeep('a.md')]).toEqual([false, false, true]);
  });

  it('without a folder hold everywhere', () => {
    const git = new GitIgnore();
    git.addOuter('', '*.tmp.md');
    expect(git.ignoresDeep('x/a.tmp.md')).toBe(true);
  });
});
