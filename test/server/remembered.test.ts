import { beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REPOSITORY = 'vscode-vfs://host/team';
const PATHS = Array.from({ length: 60 }, (_, at) => `docs/adr/${String(at + 1).padStart(4, '0')}-a.md`);
const RECORD = (title: string): string => `# ${title}\n\n## Status\n\nProposed\n\n## Context\n\n한글 and a line\n\n- [ ] @ann Do it\n`;
const files = Object.fromEntries(PATHS.map((path) => [path, RECORD(path)]));

interface Start {
  readonly kept: Map<string, string>;
  readonly engine?: string;
  readonly texts?: Record<string, string>;
  /** The time of a file; 0 where nobody knows it. */
  readonly timeOf?: (uri: string) => number;
  /** Is the next start to know all? */
  readonly waits?: boolean;
}

// A start of a server that reaches the files by its client alone: the documents that it read, and what its views show then.
async function start({ kept, engine = 'one', texts = files, timeOf = () => 1000, waits = false }: Start): Promise<{ readonly read: string[]; readonly rows: string[] }> {
  const client = await connect({ folders: { [REPOSITORY]: texts }, filesOf: () => undefined, engine, storage: { kept, timeOf }, options: { storage: 'vscode-userdata:/storage' } });
  const rows = [...await client.rows('decisions'), ...await client.rows('actions')];
  if (waits) await client.until(() => kept.size > 0);
  await client.end();
  return { read: client.read.filter((uri) => uri.endsWith('.md')).map((uri) => uri.slice(REPOSITORY.length + 1)).toSorted(), rows };
}

describe('a server that has no disk', () => {
  const known = new Map<string, string>();
  let first: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => { first = await start({ kept: known, waits: true }); });

  it('reads no document that has not changed since its last start, and shows the same', async () => {
    expect(first.read).toEqual(PATHS);
    expect(await start({ kept: known })).toEqual({ ...first, read: [] });
  });

  it('reads those that have, and shows what it would have shown without remembering anything', async () => {
    const changed = `${REPOSITORY}/${PATHS[6]}`;
    const texts = { ...files, [PATHS[6]!]: RECORD('Another one') };
    const anew = await start({ kept: new Map(), texts });
    expect(await start({ kept: known, texts, timeOf: (uri) => (uri === changed ? 2000 : 1000) })).toEqual({ ...anew, read: [PATHS[6]] });
  });

  it.each([
    ['another engine has made what is kept', { engine: 'two', kept: known }],
    ['nothing says when a file was changed', { timeOf: () => 0, kept: known }],
    ['what is kept is broken', { kept: (): Map<string, string> => new Map([...known].map(([name, base64]) => [name, `${base64.slice(0, base64.length >> 1)}AAAA${base64.slice((base64.length >> 1) + 4)}`])) }],
    ['what is kept is something else', { kept: (): Map<string, string> => new Map([...known].map(([name]) => [name, btoa('docket readings 2\nand no more')])) }],
  ])('reads all where %s', async (_, { kept, ...options }) => {
    expect(await start({ ...options, kept: typeof kept === 'function' ? kept() : kept })).toEqual(first);
  });
});
