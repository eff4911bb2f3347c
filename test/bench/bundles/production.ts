import { cp, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../../host/command.ts';
import { root } from '../../host/root.ts';

/** What the build reads. */
const PARTS = ['LICENSE', 'README.md', 'media/readme', 'package.json', 'packages', 'src'];

/** Builds what a release holds in an empty folder, beside a copy of its sources, and returns the folder `dist` in it: the one of the project stays as it is. */
export async function buildProduction(folder: string): Promise<string> {
  for (const part of PARTS) {
    await mkdir(path.dirname(path.join(folder, part)), { recursive: true });
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  await runCommand(process.execPath, [path.join(folder, 'src', 'build.mjs'), '--production'], { cwd: folder });
  return path.join(folder, 'dist');
}

/** The bytes of all files of `dist` whose name, relative and with slashes, fits. */
export async function bytesOf(dist: string, files: RegExp): Promise<number> {
  const names = (await readdir(dist, { recursive: true })).map((name) => name.split(path.sep).join('/')).filter((name) => files.test(name));
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(dist, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
