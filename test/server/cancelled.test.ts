import { describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Files } from '../../src/core/files.ts';
import type { Past } from '../../src/core/summary/past.ts';
import { Method, type Dashboard, type LintSummary, type TreeResult } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const RECORD = '# 1. Keep scans\n\n## Status\n\nProposed\n\n## Context\n\nx\n';

/** What LSP says of a request that its client has cancelled. */
const CANCELLED = { code: -32800 };

// A folder whose files are not to be had before `open` is called.
function slow() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => { open = resolve; });
  const filesOf = (_: string, files: Files): Files => ({ ...files, read: async (path) => (await opened, files.read(path)) });
  return { open, filesOf };
}

const ask = <T>(client: Client, method: string, params: object | undefined): { readonly answer: Promise<T>; readonly cancel: () => void } => {
  const source = new CancellationTokenSource();
  return { answer: client.requestUntil<T>(method, params, source.token), cancel: () => source.cancel() };
};

describe('a request that is cancelled', () => {
  it.each(([
    [Method.tree, { tree: 'decisions' }], [Method.dashboard, { history: false }], [Method.report, { uri: `${TEAM}/docs/adr/0001-a.md` }],
    [Method.draftMeeting, { folder: TEAM }], [Method.updateIndex, {}], [Method.adoptableTemplates, undefined], [Method.renumber, { uri: `${TEAM}/docs/adr/0001-a.md` }],
  ] as const).flatMap(([method, params]) => [['at once', method, params], ['later', method, params]] as const))('%s, %s, is answered as such, though the folder is still being read', async (when, method, params) => {
    const { open, filesOf } = slow();
    const client = await connect({ folders: { [TEAM]: { 'docs/adr/0001-a.md': RECORD } }, filesOf });
    const { answer, cancel } = ask(client, method, params);
    if (when === 'later') await client.request(Method.rules);
    cancel();
    await expect(answer).rejects.toMatchObject(CANCELLED);
    open();
    expect((await client.request<TreeResult>(Method.tree, { tree: 'decisions' })).count).toBe(1);
    expect(client.log).toEqual([]);
    await client.end();
  });

  it('before its turn has come is not begun, whatever is asked', async () => {
    const client = await connect({ folders: { [TEAM]: { 'docs/adr/0001-a.md': RECORD } } });
    const { answer, cancel } = ask(client, 'textDocument/hover', { textDocument: { uri: `${TEAM}/docs/adr/0001-a.md` }, position: { line: 0, character: 0 } });
    cancel();
    await expect(answer).rejects.toMatchObject(CANCELLED);
    await client.end();
  });

  it('to check a workspace, or a document of it, says that it was stopped before anything was read', async () => {
    const { open, filesOf } = slow();
    const client = await connect({ folders: { [TEAM]: { 'docs/adr/0001-a.md': RECORD } }, filesOf });
    for (const params of [{ progressToken: 'all' }, { progressToken: 'one', uri: `${TEAM}/docs/adr/0001-a.md` }]) {
      const { answer, cancel } = ask<LintSummary>(client, Method.lint, params);
      await client.request(Method.rules);
      cancel();
      expect(await answer).toMatchObject({ documents: 0, cancelled: true });
    }
    open();
    await client.end();
  });

  it('reads no more of the history, which the next one reads', async () => {
    const commits = ['c3', 'c2', 'c1'];
    const read: string[] = [];
    const waiting: (() => void)[] = [];
    const past: Past = {
      commitsOn: async (days) => days.map((_, index) => commits[index]),
      filesIn: async (commit) => {
        read.push(commit);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return new Map([['docs/adr/0001-a.md', commit]]);
      },
      text: async () => ({ text: RECORD, hasByteOrderMark: false }),
    };
    const client = await connect({ folders: { [TEAM]: { 'docs/adr/0001-a.md': RECORD } }, filesOf: (_, files) => ({ ...files, past }) });
    const { answer, cancel } = ask<Dashboard>(client, Method.dashboard, { history: true });
    await client.until(() => read.length === 1);
    cancel();
    await expect(answer).rejects.toMatchObject(CANCELLED);
    waiting.shift()!();
    const next = ask<Dashboard>(client, Method.dashboard, { history: true });
    const settled = next.answer.then(() => true);
    while (!(await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 5))]))) waiting.shift()?.();
    expect(read).toEqual(['c3', 'c3', 'c2', 'c1']);
    await client.end();
  });
});
