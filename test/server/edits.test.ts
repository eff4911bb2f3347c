import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Files } from '../../src/core/files.ts';
import type { PackedReading } from '../../src/core/reading.ts';
import type { Memory } from '../../src/server/folders.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const FIRST = `${TEAM}/docs/adr/0001-a.md`;
const decision = (status: string, context = 'x'): string => `# Keep it\n\n## Status\n\n${status}\n\n## Context\n\n${context}\n\n## Decision\n\ny\n`;
const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`docs/adr/${String(at + 1).padStart(4, '0')}-${'abcdefghij'[at % 10]}.md`, decision('Accepted')]));

const clients: Client[] = [];
async function client(files: Record<string, string> = many): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

describe('a start', () => {
  it('reads only those documents of which nothing is remembered, and remembers all when there is nothing to do', async () => {
    const kept = new Map<string, PackedReading>();
    const memory: Memory = {
      recall: async (asked) => asked.flatMap(({ path }) => kept.get(path) ?? []),
      keep: async (readings) => { for (const reading of readings()) kept.set(reading.path, reading); },
    };
    const read: string[] = [];
    const start = async (): Promise<string[]> => {
      const one = await connect({ folders: { [TEAM]: many }, options: { storage: 'file:///storage' }, memory, filesOf: (_, files) => ({ ...files, read: async (path) => { read.push(path); return files.read(path); } }) });
      const rows = await one.rows();
      await one.until(() => kept.size === Object.keys(many).length);
      await one.end();
      return rows;
    };
    const rows = await start();
    expect(read.filter((path) => path.endsWith('.md')).toSorted()).toEqual(Object.keys(many));
    read.length = 0;
    kept.delete('docs/adr/0003-c.md');
    expect(await start()).toEqual(rows);
    expect(read.filter((path) => path.endsWith('.md'))).toEqual(['docs/adr/0003-c.md']);
  });
});

describe('a long start', () => {
  const start = async (milliseconds: number, options: { readonly language?: string } = {}): Promise<Client> => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const read = (files: Files): Files['read'] => (path) => { vi.setSystemTime(Date.now() + milliseconds); return files.read(path); };
    const one = await connect({ folders: { [TEAM]: many }, options, capabilities: { window: { workDoneProgress: true } }, filesOf: (_, files) => ({ ...files, read: read(files) }) });
    clients.push(one);
    await one.rows();
    return one;
  };
  afterEach(() => { vi.useRealTimers(); });

  it('tells how far it has come, and when it has come to its end', async () => {
    const { progress } = await start(200);
    expect(progress[0]).toMatchObject({ kind: 'begin', title: 'Docket is reading the documents' });
    expect(progress.at(-1)).toEqual({ kind: 'end' });
    const percentages = progress.flatMap((one) => ('percentage' in one && one.percentage !== undefined ? [one.percentage] : []));
    expect(percentages.length).toBeGreaterThan(2);
    expect(percentages).toEqual(percentages.toSorted((one, other) => one - other));
  });

  it('does so in the language of the user', async () => {
    expect((await start(200, { language: 'ko' })).progress[0]).toMatchObject({ title: 'Docket이 문서를 읽고 있습니다' });
  });

  it('that is none says nothing', async () => {
    expect((await start(0)).progress).toEqual([]);
  });
});

describe('an edit', () => {
  it('of words sends the findings of its document and nothing else; one of what the views show has them drawn again, once', async () => {
    const one = await client();
    await one.rows();
    await one.open(FIRST, decision('Accepted'));
    await one.until(() => one.sent.some(({ version }) => version === 1));
    await one.request('docket/refresh');
    await one.until(() => one.heard.includes('itemsChanged'));
    one.heard.length = one.wire.bytes = 0;
    const versions = [2, 3, 4, 5];
    for (const version of versions) {
      await one.change(FIRST, decision('Accepted', 'words '.repeat(version)), version);
      await one.until(() => one.sent.some((sent) => sent.version === version));
    }
    expect(one.wire.bytes).toBeLessThan(4 * 1000);
    await one.change(FIRST, decision('Rejected', 'words'), 6);
    await one.until(() => one.heard.length === versions.length + 2);
    expect(one.heard.toSorted()).toEqual(['itemsChanged', ...[...versions, 6].map(() => 'publishDiagnostics')]);
  });

  it('of words looks at no folder again where the client tells of what comes and goes', async () => {
    const looked: string[] = [];
    const words = (more: string): string => decision('Accepted', `![it](plan.png) [nothing](none.md) ${more}`);
    const one = await connect({
      folders: { [TEAM]: { 'docs/adr/0001-a.md': words('') } }, options: { tellsOfFiles: true },
      filesOf: (_, files) => ({ ...files, names: (folder) => { looked.push(folder); return files.names(folder); }, ignored: (paths) => { looked.push(...paths); return files.ignored(paths); } }),
    });
    clients.push(one);
    await one.open(FIRST, words(''));
    const broken = (): number | undefined => one.rulesIn(FIRST)?.filter((rule) => rule.startsWith('broken-link')).length;
    await one.until(() => broken() === 2);
    await one.rows();
    looked.length = 0;
    await one.change(FIRST, words('more'), 2);
    await one.until(() => one.sent.some(({ version }) => version === 2));
    expect(looked).toEqual([]);
    one.maps.get(TEAM)!.set('docs/adr/plan.png', 'x');
    await one.notify('docket/foldersChanged', { uris: [], hasOthers: true });
    await one.until(() => broken() === 1);
  });

  it('that nobody makes on another day is not waited for: what is late since midnight is told, and the views are drawn again', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() });
    try {
      const one = await client();
      await one.rows();
      const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      await one.open(FIRST, decision('Accepted', `\n\n## Action Items\n\n- [ ] Count the boxes @ann (due: ${tomorrow})\n`));
      const isLate = (): boolean | undefined => one.rulesIn(FIRST)?.some((rule) => rule.startsWith('action-overdue'));
      await one.until(() => isLate() === false);
      one.heard.length = 0;
      vi.setSystemTime(Date.now() + 3 * 24 * 60 * 60 * 1000);
      vi.advanceTimersByTime(60_000);
      await one.until(isLate);
      await one.until(() => one.heard.includes('itemsChanged'));
    } finally {
      vi.useRealTimers();
    }
  });

  it('of words on another day has the views drawn again, for what was due is late now', async () => {
    const one = await client();
    await one.rows();
    await one.open(FIRST, decision('Accepted'));
    try {
      for (const days of [1, 2, 3, 4]) {
        one.heard.length = 0;
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 });
        await one.change(FIRST, decision('Accepted', 'words '.repeat(days)), days + 1);
        await one.until(() => one.heard.includes('itemsChanged'));
      }
    } finally {
      vi.useRealTimers();
    }
  });
});
