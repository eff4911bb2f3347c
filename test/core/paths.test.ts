import { describe, expect, it } from 'vitest';
import { folderOf, isMarkdownPath, nameOf, resolvePath } from '../../src/core/paths.ts';

describe('a path', () => {
  it('has a folder and a name', () => {
    expect([folderOf('a/b/c.md'), nameOf('a/b/c.md'), folderOf('c.md'), nameOf('c.md')]).toEqual(['a/b', 'c.md', '', 'c.md']);
  });

  it.each([
    ['a/b', 'c.md', 'a/b/c.md'], ['a/b', '../c.md', 'a/c.md'], ['', './c.md', 'c.md'], ['a', '../../c.md', '../c.md'], ['../..', 'x/y.md', '../../x/y.md'], ['../x', '../y.md', '../y.md'], ['a', '', 'a'], ['', '', ''], ['a', 'b//c/.', 'a/b/c'],
  ])('is resolved from its folder: %s and %s', (folder, relative, expected) => {
    expect(resolvePath(folder, relative)).toBe(expected);
  });

  it('is that of a Markdown file by its end', () => {
    expect(['a.md', 'A.MD', 'a.markdown', 'a.mdx', 'md', 'a.md.bak'].map(isMarkdownPath)).toEqual([true, true, true, false, false, false]);
  });
});
