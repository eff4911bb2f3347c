import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

// A copy of the rules, and `npm run new:rule ID` in it.
async function copy(): Promise<{ run: (id: string) => Promise<{ code: number; out: string; err: string }>; read: (name: string) => Promise<string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-new-rule-'));
  made.push(folder);
  await cp(path.join(root, 'src/core/rules'), path.join(folder, 'src/core/rules'), { recursive: true });
  return {
    run: (id) => promisify(execFile)(process.execPath, [path.join(root, 'src/new-rule.mjs'), id], { env: { ...process.env, DOCKET_ROOT: folder } }).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, err: error.stderr }),
    ),
    read: (name) => readFile(path.join(folder, 'src/core/rules', name), 'utf8'),
  };
}

describe('npm run new:rule', () => {
  it('makes the source and the page of a rule, and puts it into the list at its place', async () => {
    const { run, read } = await copy();
    const before = await read('index.ts');
    expect(await run('mind-the-gap')).toMatchObject({ code: 0, err: '' });
    const index = await read('index.ts');
    expect(index.split('\n').filter((line) => !before.split('\n').includes(line))).toEqual([
      "import mindTheGap from './mind-the-gap.ts';", '  mindTheGap,',
    ]);
    const list = /rules: readonly Rule\[\] = \[\n([^\]]*)\];/.exec(index)![1]!.split('\n').slice(0, -1);
    expect(list).toEqual([...list].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await read('mind-the-gap.ts')).toContain("  id: 'mind-the-gap',");
    expect((await read('mind-the-gap.md')).match(/^## .*/gm)).toEqual(['## Why', '## Options', '## Fix', '## Wrong', '## Right']);
  });

  it('leaves something to write: a page that says what its rule does not, and a TODO in each', async () => {
    const { run, read } = await copy();
    await run('mind-the-gap');
    expect([await read('mind-the-gap.ts'), await read('mind-the-gap.md')].map((text) => text.includes('TODO'))).toEqual([true, true]);
    const [, title] = /title: \{ en: '([^']*)'/.exec(await read('mind-the-gap.ts'))!;
    expect((await read('mind-the-gap.md')).split('\n')[2]).toBe(`${title}.`);
  });

  it.each([['Mind The Gap'], ['../x'], ['index'], ['required-sections'], ['']])('refuses %j and writes nothing', async (id) => {
    const { run, read } = await copy();
    const before = await read('index.ts');
    const { code, err } = await run(id);
    expect([code, err]).toEqual([2, expect.stringMatching(/^new:rule: /)]);
    expect(await read('index.ts')).toBe(before);
  });
});
