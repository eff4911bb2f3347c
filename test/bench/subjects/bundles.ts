import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles as list } from '../bundles/bundles.ts';
import { bytesOf } from '../bundles/production.ts';
import { exitCodeOf } from '../../host/command.ts';
import type { Figure } from '../figure.ts';
import type { Subject } from '../subject.ts';

/** How large the bundles of a release are, and how much of the command line a short command loads. */
export const bundles: Subject = {
  id: 'bundles',
  async measure({ work, release, sets: { single } }) {
    const sizes = await Promise.all(list.map(async ({ name, files, goal }): Promise<Figure> => ({ name: `bundle: ${name}`, unit: 'kB', values: [(await bytesOf(release, files)) / 1000], goal: goal / 1000 })));
    const loaded = await bytesLoaded(path.join(release, 'cli.js'), single, path.join(work, 'coverage'));
    return { probes: [], figures: () => [...sizes, { name: 'bundle: command line, what is loaded to check one file', unit: 'kB', values: [loaded / 1000] }] };
  },
};

/** The bytes of those files beside a program that it loads to check a folder. */
async function bytesLoaded(program: string, folder: string, told: string): Promise<number> {
  await exitCodeOf(process.execPath, [program, 'lint', '--no-cache'], { cwd: folder, env: { ...process.env, NODE_V8_COVERAGE: told } });
  const scripts = new Set<string>();
  for (const name of await readdir(told)) {
    const { result } = JSON.parse(await readFile(path.join(told, name), 'utf8')) as { result: readonly { url: string }[] };
    for (const { url } of result) if (url.startsWith('file:')) scripts.add(fileURLToPath(url));
  }
  const sizes = await Promise.all([...scripts].filter((file) => file.startsWith(path.dirname(program) + path.sep)).map(async (file) => (await readFile(file)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
