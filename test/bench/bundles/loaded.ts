import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodeOf } from '../../host/command.ts';

/** The bytes of those files beside a program that it loads to check a folder; `told` is a folder for what Node tells of it. */
export async function bytesLoaded(program: string, folder: string, told: string): Promise<number> {
  await exitCodeOf(process.execPath, [program, 'lint', '--no-cache'], { cwd: folder, env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', NODE_V8_COVERAGE: told } });
  const scripts = new Set<string>();
  for (const name of await readdir(told)) {
    const { result } = JSON.parse(await readFile(path.join(told, name), 'utf8')) as { result: readonly { url: string }[] };
    for (const { url } of result) if (url.startsWith('file:')) scripts.add(fileURLToPath(url));
  }
  const sizes = await Promise.all([...scripts].filter((file) => file.startsWith(path.dirname(program) + path.sep)).map(async (file) => (await readFile(file)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
