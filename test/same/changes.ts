import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { markdownIn } from '../bench/sets.ts';

/** Every so many documents are changed. */
const EVERY = 10;

/** Changes documents of a folder in every way that a cache may overlook, one after the other: another text of the same size at the same time, a longer one, one that is gone, one that is new. Returns how many. */
export async function changeDocuments(folder: string): Promise<number> {
  const files = (await markdownIn(folder)).filter((_, index) => index % EVERY === 0);
  for (const [index, file] of files.entries()) await CHANGES[index % CHANGES.length]!(file);
  return files.length;
}

const CHANGES: readonly ((file: string) => Promise<void>)[] = [
  async (file) => {
    const { atime, mtime } = await stat(file);
    const bytes = await readFile(file);
    // Another capital letter: a heading, a name or a status is another one.
    const at = bytes.findIndex((byte) => byte >= 0x41 && byte < 0x5a);
    if (at >= 0) bytes[at]! += 1;
    await writeFile(file, bytes);
    await utimes(file, atime, mtime);
  },
  async (file) => writeFile(file, `${await readFile(file, 'utf8')}\n\n## Another section\n\n- [ ] Write it @ann\n`),
  (file) => rm(file),
  async (file) => writeFile(file.replace(/\.md$/, '-again.md'), await readFile(file)),
];
