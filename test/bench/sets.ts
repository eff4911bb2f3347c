import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decision } from './made-document.ts';

/** The folders of documents that are checked. */
export interface Sets {
  /** As many documents as asked for. */
  readonly many: string;
  /** The first of the folders that were given as it is, or a tenth of the documents that were made. */
  readonly some: string;
  /** One document of 20 kB. */
  readonly single: string;
  /** As many small documents as asked for, and ten times as many; they are made when they are asked for. */
  readonly small: () => Promise<{ readonly one: string; readonly ten: string }>;
}

/** How many documents a folder inside of a set has. */
const TOGETHER = 100;

/** Makes the documents that are asked for in a folder, unless they are there already. */
export async function makeSets(work: string, { folders, count }: { readonly folders: readonly string[]; readonly count: number }): Promise<Sets> {
  const made = (name: string, number: number, text: (index: number) => Promise<string> | string): Promise<string> => makeFolder(path.join(work, name), number, text);
  const usual = (index: number): string => decision(index + 1, 2000 + (((index + 1) * 7919) % 30_000));
  const small = (index: number): string => decision(index + 1, 800 + (((index + 1) * 7919) % 800));
  const sources = (await Promise.all(folders.map(markdownIn))).flat();
  if (folders.length && !sources.length) throw new Error(`${folders.join(', ')}: there is no Markdown file.`);
  // Each copy differs, so that no tool answers from a cache of equal contents.
  const copy = async (index: number): Promise<string> => `${(await readFile(sources[index % sources.length]!, 'utf8')).trimEnd()}\n\nCopy ${index}.\n`;
  return {
    many: await made(`${count}${folders.length ? '-copies' : ''}`, count, sources.length ? copy : usual),
    some: folders[0] ? await copied(folders[0], path.join(work, path.basename(folders[0]))) : await made(`${Math.ceil(count / 10)}`, Math.ceil(count / 10), usual),
    single: await made('single', 1, () => decision(1, 20_000)),
    small: async () => ({ one: await made(`${count}-small`, count, small), ten: await made(`${count * 10}-small`, count * 10, small) }),
  };
}

/** All Markdown files below a folder, sorted. */
export async function markdownIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort().map((name) => path.join(folder, name));
}

/** How many Markdown files lie below a folder, and how many bytes they have. */
export async function sizeOf(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const files = await markdownIn(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return { files: files.length, bytes };
}

async function makeFolder(folder: string, count: number, text: (index: number) => Promise<string> | string): Promise<string> {
  if (existsSync(folder)) return folder;
  for (let index = 0; index < count; index++) {
    const part = path.join(folder, `d${String(Math.floor(index / TOGETHER)).padStart(4, '0')}`);
    if (index % TOGETHER === 0) await mkdir(part, { recursive: true });
    await writeFile(path.join(part, `${String(index + 1).padStart(5, '0')}-queue.md`), await text(index));
  }
  return folder;
}

async function copied(from: string, to: string): Promise<string> {
  if (!existsSync(to)) await cp(from, to, { recursive: true });
  return to;
}
