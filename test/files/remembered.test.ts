import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { packReading, readDocumentFacts, type PackedReading } from '../../src/core/reading.ts';
import { diskStore } from '../../src/files/disk-store.ts';
import { lookAt } from '../../src/files/file-look.ts';
import { RememberedReadings } from '../../src/files/remembered.ts';

const PATHS = Array.from({ length: 60 }, (_, at) => `docs/${at}.md`);
const LONG_AGO = new Date('2026-01-02T03:04:05Z');
const asked = (words = 'null'): { path: string; words: string }[] => PATHS.map((one) => ({ path: one, words }));

let top: string;
const root = (): string => path.join(top, 'root');
const storage = (): string => path.join(top, 'storage');
const remembered = (engine = 'one', above = ''): RememberedReadings => new RememberedReadings({
  store: diskStore(storage(), 'a.readings'), made: async () => `${engine} ${above}`,
  look: async (paths) => paths.map((one) => lookAt(path.join(root(), one), Date.now())),
});
const readings = async (): Promise<PackedReading[]> => Promise.all(PATHS.map(async (one) => packReading(readDocumentFacts(parseDocument(one, await readFile(path.join(root(), one), 'utf8'))))));

async function write(one: string, text: string): Promise<void> {
  await writeFile(path.join(root(), one), text);
  await utimes(path.join(root(), one), LONG_AGO, LONG_AGO);
}

// As a server that reads all, remembers it and ends.
async function learn(memory = remembered()): Promise<void> {
  expect(await memory.recall(asked())).toEqual([]);
  const all = await readings();
  await memory.keep(() => all);
}

beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'docket-remembered-'));
  await mkdir(path.join(root(), 'docs'), { recursive: true });
  for (const one of PATHS) await write(one, `# About ${one}\n`);
  // The clock of a file stands still for a while, and what could be written again in it is not remembered.
  await new Promise((resolve) => setTimeout(resolve, 2600));
});
afterEach(() => rm(top, { recursive: true, force: true }));

describe('what was read of a folder', () => {
  it('is known at the next start, but for files that look otherwise, also where only their text is another one', async () => {
    await learn();
    await write('docs/7.md', '# About docs/8.md\n');
    const all = await readings();
    expect((await remembered().recall(asked())).map((one) => one.path)).toEqual(PATHS.filter((one) => one !== 'docs/7.md'));
    expect((await remembered().recall(asked())).every((one) => all.some(({ packed }) => packed === one.packed))).toBe(true);
  });

  it('is not known where other words, another engine or another place in the repository read it, or the file is broken', async () => {
    await learn();
    expect(await remembered().recall(asked('other'))).toEqual([]);
    expect(await remembered('two').recall(asked())).toEqual([]);
    expect(await remembered('one', 'services').recall(asked())).toEqual([]);
    const [file] = await readdir(storage());
    const bytes = await readFile(path.join(storage(), file!));
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path.join(storage(), file!), bytes);
    expect(await remembered().recall(asked())).toEqual([]);
    await learn();
    expect(await remembered().recall(asked())).toHaveLength(PATHS.length);
  });

  it('is written again for one long document of which nothing is remembered, such as one that was open in an editor', async () => {
    await learn();
    await write('docs/long.md', `# Long\n\n${'words '.repeat(50_000)}\n`);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    const more = [...asked(), { path: 'docs/long.md', words: 'null' }];
    const memory = remembered();
    expect(await memory.recall(more)).toHaveLength(PATHS.length);
    const long = packReading(readDocumentFacts(parseDocument('docs/long.md', await readFile(path.join(root(), 'docs/long.md'), 'utf8'))));
    const all = [...await readings(), long];
    await memory.keep(() => all);
    expect(await remembered().recall(more)).toHaveLength(more.length);
  });

  it('is not written again where little of it is new', async () => {
    await learn();
    const memory = remembered();
    await memory.recall(asked());
    await rm(storage(), { recursive: true });
    await memory.keep(() => []);
    await expect(readdir(storage())).rejects.toThrow('ENOENT');
  });
});
