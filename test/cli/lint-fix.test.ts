import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryOf } from './repository.ts';
import { docket, folderOf } from './world.ts';

const RFC = { '.docket.yaml': 'types:\n  rfc:\n    template: rfc.md\n    files: ["text/*.md"]\n', 'rfc.md': '# {title}\n\n## Why\n\n## How\n\n## Costs\n' };
const SWAPPED = '# A\n\n## Why\n\nw\n\n## Costs\n\nc\n\n## How\n\nh\n';
const IN_ORDER = '# A\n\n## Why\n\nw\n\n## How\n\nh\n\n## Costs\n\nc\n';
const textOf = (folder: string, name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

describe('docket lint --fix', () => {
  it('writes what needs no choice, says how much, and reports what is left', async () => {
    const folder = await folderOf({ ...RFC, 'text/a.md': SWAPPED, 'text/b.md': '# B\n\n## Why\n\nw\n\n## How\n\nh\n' });
    const { code, out, err } = await docket(folder, ['lint', '--fix', '--format', 'json']);
    expect([code, err]).toEqual([1, 'docket: problems fixed: 2, in files: 2\n']);
    expect(JSON.parse(out)).toMatchObject([{ path: 'text/b.md', line: 11, rule: 'empty-section' }]);
    expect(await textOf(folder, 'text/a.md')).toBe(IN_ORDER);
    expect(await docket(folder, ['lint', '--fix', 'text/a.md'])).toMatchObject({ code: 0, err: '' });
  });

  it('leaves files without such findings as they are, also their time', async () => {
    const folder = await folderOf({ ...RFC, 'text/a.md': SWAPPED, 'text/b.md': IN_ORDER });
    const before = (await stat(path.join(folder, 'text/b.md'))).mtimeMs;
    await docket(folder, ['lint', '--fix']);
    expect((await stat(path.join(folder, 'text/b.md'))).mtimeMs).toBe(before);
  });

  it('keeps the byte-order mark, line endings and the end of the file', async () => {
    const folder = await folderOf({ ...RFC, 'text/a.md': `\uFEFF${SWAPPED.replaceAll('\n', '\r\n').trimEnd()}` });
    await docket(folder, ['lint', '--fix']);
    expect(await textOf(folder, 'text/a.md')).toBe(`\uFEFF${IN_ORDER.replaceAll('\n', '\r\n').trimEnd()}`);
  });

  it('leaves hints, information and what is accepted for now', async () => {
    const draft = `---\nstatus: draft\n---\n${SWAPPED}`;
    const accepted = JSON.stringify({ version: 1, documents: { 'text/b.md': { 'section-order': { Costs: 1, How: 1 } } } });
    const folder = await folderOf({ ...RFC, 'accepted.json': accepted, 'text/a.md': draft, 'text/b.md': SWAPPED });
    await docket(folder, ['lint', '--fix', '--baseline', 'accepted.json']);
    expect([await textOf(folder, 'text/a.md'), await textOf(folder, 'text/b.md')]).toEqual([draft, SWAPPED]);
  });

  it('writes nothing where a file is not to be written', async () => {
    const folder = await folderOf({ ...RFC, 'text/a.md': SWAPPED, 'elsewhere.md': SWAPPED });
    await symlink(path.join(await folderOf({ 'b.md': SWAPPED }), 'b.md'), path.join(folder, 'text/b.md'));
    await docket(folder, ['lint', '--fix']);
    expect(await textOf(folder, 'text/b.md')).toBe(SWAPPED);
    await writeFile(path.join(folder, 'text/a.md'), SWAPPED);
    await chmod(path.join(folder, 'text/a.md'), 0o444);
    if (process.getuid?.() !== 0) expect((await docket(folder, ['lint', '--fix'])).code).toBe(2);
  });

  it.each([
    [['--dry-run'], 'docket: "--dry-run" shows what "--fix" would change; write both\n'],
    [['--fix', '--staged'], 'docket: "--fix" mends the files on disk, and "--staged" looks at the text that is staged; run "docket lint --fix" on the files and stage them again\n'],
    [['--fix', '--stdin', '--stdin-filename', 'a.md'], 'docket: "--fix" mends files, and the text that "--stdin" brings is in none; name the file in place of "--stdin", or leave "--fix" out\n'],
    [['--fix', '--update-baseline'], 'docket: "--fix" and "--update-baseline" cannot be used together; leave one of them out\n'],
  ])('ends %j with 2 and a clear line', async (args, err) => {
    const outcome = await docket(await folderOf({ 'a.md': '# A\n' }), ['lint', ...args]);
    expect(outcome).toEqual({ code: 2, out: '', err });
  });
});

describe('docket lint --fix --dry-run', () => {
  it('prints a diff from the current folder and writes nothing', async () => {
    const folder = await folderOf({ 'docs/.docket.yaml': RFC['.docket.yaml'], 'docs/rfc.md': RFC['rfc.md'], 'docs/text/a.md': SWAPPED });
    const { code, out, err } = await docket(folder, ['lint', '--fix', '--dry-run', 'docs']);
    expect([code, err]).toEqual([1, 'docket: problems that would be fixed: 1, in files: 1; that would be left: 0\n']);
    expect(out).toContain('--- a/docs/text/a.md\n+++ b/docs/text/a.md\n');
    expect(out.split('\n').filter((line) => /^[-+][^-+]/.test(line))).toEqual(expect.arrayContaining(['-## Costs', '+## Costs']));
    expect(await textOf(folder, 'docs/text/a.md')).toBe(SWAPPED);
  });

  const odd = (text: string): string => text.replace('\nc\n', '\na\u202Eb\u2028c\u001B[31m\n');
  const ODD = { 'text/mark.md': `\uFEFF${SWAPPED}`, 'text/crlf.md': SWAPPED.replaceAll('\n', '\r\n'), 'text/no end.md': SWAPPED.trimEnd(), 'text/"설\t계".md': SWAPPED, 'text/odd.md': odd(SWAPPED) };

  it('prints what git apply makes of the files as --fix does, whatever they hold and are called', async () => {
    const { folder, git } = await repositoryOf({ ...RFC, ...ODD });
    const { out } = await docket(folder, ['lint', '--fix', '--dry-run']);
    await writeFile(path.join(folder, 'fix.diff'), out);
    git('apply', 'fix.diff');
    const applied = await Promise.all(Object.keys(ODD).map((name) => textOf(folder, name)));
    git('checkout', '--quiet', '--', 'text');
    await docket(folder, ['lint', '--fix']);
    expect(applied).toEqual(await Promise.all(Object.keys(ODD).map((name) => textOf(folder, name))));
    expect(applied).toEqual([`\uFEFF${IN_ORDER}`, IN_ORDER.replaceAll('\n', '\r\n'), IN_ORDER.trimEnd(), IN_ORDER, odd(IN_ORDER)]);
  });

  it('lets nothing drive a terminal', async () => {
    const { out } = await docket(await folderOf({ ...RFC, ...ODD }), ['lint', '--fix', '--dry-run'], { columns: 80 });
    expect(out).toContain('\n-a b c [31m\n');
    expect(out).not.toMatch(/[\u001B\u2028\u202E]/);
  });

  it('ends with 0 where there is nothing to fix and nothing left', async () => {
    expect(await docket(await folderOf({ ...RFC, 'text/a.md': IN_ORDER }), ['lint', '--fix', '--dry-run'])).toMatchObject({ code: 0, out: '' });
  });

  it('speaks Korean', async () => {
    expect((await docket(await folderOf({ ...RFC, 'text/a.md': SWAPPED }), ['lint', '--fix', '--dry-run', '--lang', 'ko'])).err).toBe('docket: 고칠 문제: 1개, 파일: 1개. 남을 문제: 0개\n');
  });
});

describe('docket lint --format report', () => {
  it('prints what the editor shows of a document, with paths from the current folder', async () => {
    const folder = await folderOf({ 'docs/.docket.yaml': RFC['.docket.yaml'], 'docs/rfc.md': RFC['rfc.md'], 'docs/text/a.md': SWAPPED });
    const { code, out } = await docket(folder, ['lint', '--format', 'report', 'docs/text/a.md']);
    expect([code, out.split('\n').slice(0, 3), out.split('\n').at(-2)]).toEqual([1, ['# Review of “A”', '', '- **Document**: [`docs/text/a.md`][document]'], expect.stringMatching(/^\[L\d+\]: docs\/text\/a\.md#L\d+$/)]);
  });

  it('keeps the links of several documents apart', async () => {
    const { out } = await docket(await folderOf({ ...RFC, 'text/a.md': SWAPPED, 'text/b.md': SWAPPED }), ['lint', '--format', 'report', 'text']);
    const targets = [...out.matchAll(/^\[([^\]]+)\]: /gm)].map(([, label]) => label);
    expect(new Set(targets).size).toBe(targets.length);
    expect([...out.matchAll(/\]\[([^\]]+)\]/g)].every(([, label]) => targets.includes(label))).toBe(true);
  });

  it('is of the text as --fix has left it', async () => {
    const { out } = await docket(await folderOf({ ...RFC, 'text/a.md': SWAPPED }), ['lint', '--fix', '--format', 'report', 'text/a.md']);
    expect(out).not.toContain('## Problems');
  });
});
