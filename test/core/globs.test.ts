import { describe, expect, it } from 'vitest';
import { globBase, globMistake, globTest } from '../../src/core/globs.ts';

describe('globs', () => {
  it.each([
    ['text/**/*.md', 'text/a.md', true],
    ['text/**/*.md', 'text/deep/er/a.md', true],
    ['text/**/*.md', 'other/text/a.md', false],
    ['./text/*.md', 'text/a.md', true],
    ['/text/*.md', 'text/a.md', true],
    ['archive/', 'archive/old/a.md', true],
    ['**/README.md', 'README.md', true],
    ['**', '.hidden/a.md', true],
    ['{a,b}/[0-9]*.md', 'b/0001-x.md', true],
    ['**', 'a.md', true],
    ['a/**/b/**/c.md', 'a/b/x/y/c.md', true],
    ['a/**/b/**/c.md', 'a/x/c.md', false],
    ['*-*-x.md', 'a-b-c-x.md', true],
    ['a*.md', 'a/b.md', false],
    ['?.md', '가.md', true],
    ['?.md', '👍.md', true],
    ['[!a-c]*.md', 'd.md', true],
    ['[!a-c]*.md', 'b.md', false],
    ['[가-힣]*.md', '나.md', true],
    ['[]a].md', '].md', true],
    ['{docs,text/{a,b}}/*.md', 'text/b/x.md', true],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'a.md', false],
    ['\\{a\\}.md', '{a}.md', true],
    ['결정/*.md', '결정/a.md'.normalize('NFD'), true],
    ['결정/*.md', '결정/0001-로그.md', true],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(globTest([glob])(path)).toBe(expected);
  });

  it.each([
    ['many stars in a name', `${'*a'.repeat(200)}*b`, 'a'.repeat(4000)],
    ['many folders', `${'**/a/'.repeat(150)}b`, 'a/'.repeat(2000)],
    ['both', `**/${'*a'.repeat(200)}b`, `${'a'.repeat(200)}/`.repeat(20)],
    ['many choices', '{a,b}'.repeat(190), 'a'.repeat(190)],
  ])('take little time whatever they are: %s', (_, glob, path) => {
    const start = process.cpuUsage();
    expect(globTest([glob])(path)).toBe(false);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1);
  });

  it.each([['!a.md', 'negated'], ['a'.repeat(70_000), 'too-long'], ['{a,b}'.repeat(20), 'too-long'], ['[a', 'unclosed'], ['{a,b', 'unclosed'], ['a}', 'unclosed'], ['@(a)', 'extended'], ['[[:digit:]]', 'extended'], ['{1..3}', 'extended'], ['a/../b', 'outside'], ['a..b/*.md', undefined]])('%.20s has the mistake %s', (glob, mistake) => {
    expect(globMistake(glob)).toBe(mistake);
  });

  it.each([['text/**/*.md', 'text'], ['docs/adr/*.md', 'docs/adr'], ['docs/{a,b}/*.md', 'docs'], ['docs/a.md', 'docs'], ['./a.md', ''], ['*.md', '']])('%s begin in the folder %j', (glob, base) => {
    expect(globBase(glob)).toBe(base);
  });

  it('name nothing where there are none', () => {
    expect(globTest([])('a.md')).toBe(false);
  });
});
