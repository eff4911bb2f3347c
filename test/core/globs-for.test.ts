import { describe, expect, it } from 'vitest';
import { globTest } from '../../src/core/globs.ts';
import { globsFor } from '../../src/core/globs-for.ts';

describe('the globs for documents', () => {
  it.each([
    ['numbered', ['docs/adr/0001-a.md', 'docs/adr/0002-b.md'], 'docs/adr', ['docs/adr/[0-9]*.md']],
    ['with a word before the number', ['EIPS/eip-1.md', 'EIPS/eip-20.md'], '', ['EIPS/eip-[0-9]*.md']],
    ['each in a folder', ['keps/sig-a/1-x/README.md', 'keps/sig-b/2-y/README.md', 'keps/sig-c/3-y/README.md', 'keps/sig-d/3-y/README.md'], 'keps', ['keps/*/*/README.md']],
    ['in a few folders', ['features/0001-a/README.md', 'concepts/0002-b/README.md', 'features/0003-c/README.md'], '', ['concepts/*/README.md', 'features/*/README.md']],
    ['under many names', ['d/retries.md', 'd/queues.md', 'd/1-a.md'], 'd', ['d/*.md']],
    ['with signs that mean something in a glob', ['a[b]/x.md'], '', ['a?b?/x.md']],
    ['the only one', ['docs/adr/0001-a.md'], 'docs/adr', ['docs/adr/[0-9]*.md']],
    ['the only one in a folder of its own', ['rfcs/0001-a/README.md'], 'rfcs', ['rfcs/*/README.md']],
    ['the only one without a number', ['docs/retries.md'], 'docs', ['docs/retries.md']],
  ])('%s say how they are named', (_, paths, scope, globs) => {
    expect(globsFor(paths, scope)).toEqual(globs);
    expect(paths.filter(globTest(globs))).toEqual(paths);
  });

  it('are none for no documents', () => {
    expect(globsFor([], '')).toEqual([]);
  });
});
