import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeDocuments } from './changes.ts';
import { firstDifference, unreadOf } from './findings.ts';

const found = (...rules: readonly string[]): string => JSON.stringify(rules.map((rule, index) => ({ path: `${index}.md`, line: 1, rule })), null, 2);

describe('what is found in two ways', () => {
  it('is told by the first finding that is another one', () => {
    expect(firstDifference(found('title', 'chair'), found('title', 'late'))).toMatch(/^2 findings, not 2; number 2 is 1\.md:1 chair .*, not 1\.md:1 late /);
  });

  it('is told where there is more, or less, of it', () => {
    expect(firstDifference(found('title'), found('title', 'late'))).toMatch(/^1 findings, not 2; number 2 is nothing, not 1\.md:1 late /);
    expect(firstDifference(found('title', 'late'), found('title'))).toMatch(/^2 findings, not 1; number 2 is 1\.md:1 late .*, not nothing$/);
  });

  it('names the documents that could not be read', () => {
    expect([...unreadOf(found('title', 'readable', 'readable'))]).toEqual(['1.md', '2.md']);
  });
});

describe('the documents that a cache has to notice', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docket-same-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('have another text of the same size at the same time, or a longer one, or are gone, or new', async () => {
    for (let number = 10; number < 50; number++) await writeFile(path.join(folder, `${number}.md`), '# A title\n');
    const before = await stat(path.join(folder, '10.md'));
    expect(await changeDocuments(folder)).toBe(4);
    const after = await stat(path.join(folder, '10.md'));
    expect([after.size, after.mtime]).toEqual([before.size, before.mtime]);
    expect(await readFile(path.join(folder, '10.md'), 'utf8')).toBe('# B title\n');
    expect(await readFile(path.join(folder, '20.md'), 'utf8')).toContain('## Another section');
    expect((await readdir(folder)).filter((name) => !/^[1-4]\d\.md$/.test(name))).toEqual(['40-again.md']);
    expect((await readdir(folder)).includes('30.md')).toBe(false);
  });
});
