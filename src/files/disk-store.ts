import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Store } from './remembered.ts';

/** A file in a folder, which is made where it is not there. */
export function diskStore(folder: string, name: string): Store {
  const file = path.join(folder, name);
  return {
    async read(most) {
      try {
        return (await stat(file)).size > most ? undefined : await readFile(file);
      } catch {
        return undefined;
      }
    },
    async write(bytes) {
      const own = `${file}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(own, bytes, { mode: 0o600 });
        await rename(own, file);
      } catch {
        await rm(own, { force: true }).catch(() => {});
      }
    },
  };
}
