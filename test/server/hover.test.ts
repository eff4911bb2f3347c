import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const URL = 'https://git.example.com/payments/';
const INDEX = JSON.stringify({ docket: 'index', version: 1, name: 'payments', url: URL, documents: [
  { path: 'adr/0013-fees.md', kind: 'decision', id: 'ADR-0013', number: 13, title: 'Show *fees*', status: 'superseded', date: '2026-01-02', supersededBy: ['adr/0021-no-fees.md'] },
  { path: 'adr/0021-no-fees.md', kind: 'decision', id: 'ADR-0021', number: 21, title: 'Take no fees', status: 'accepted' },
] });

const clients: Client[] = [];
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

/** What is said where `|` stands in the text. */
async function said(text: string, config = 'indexes: payments.json\n'): Promise<Hover | null> {
  const one = await connect({ folders: { [TEAM]: { '.docket.yaml': config, 'payments.json': INDEX } } });
  clients.push(one);
  await one.rows();
  const at = text.indexOf('|');
  const before = text.slice(0, at).split('\n');
  await one.open(`${TEAM}/a.md`, text.slice(0, at) + text.slice(at + 1));
  return one.request('textDocument/hover', { textDocument: { uri: `${TEAM}/a.md` }, position: { line: before.length - 1, character: before.at(-1)!.length } });
}

describe('at a link to the page of a record of another repository', () => {
  it('it is said what that is, how it stands, and what took its place', async () => {
    expect(await said(`# A\n\nSee [the |fees](${URL}adr/0013-fees.md#x).\n`)).toEqual({
      contents: { kind: 'markdown', value: `**ADR-0013 Show \\*fees\\***\n\nRecord of payments · Superseded · 2026-01-02\n\nSuperseded by [ADR-0021 Take no fees](<${URL}adr/0021-no-fees.md>)` },
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 67 } },
    });
  });

  it('it is said in Korean, also that there is no such record', async () => {
    expect((await said(`[x](${URL}adr/|0021-no-fees.md)\n`, 'language: ko\nindexes: payments.json\n'))?.contents).toMatchObject({ value: '**ADR-0021 Take no fees**\n\npayments의 기록 · 승인됨' });
    expect((await said(`[x](${URL}adr/|0022-gone.md)\n`, 'language: ko\nindexes: payments.json\n'))?.contents).toMatchObject({ value: 'payments의 인덱스에 이 문서가 없습니다.' });
  });

  it('it is said at its number, too, with its page, and how the records here stand to it', async () => {
    const said2 = await said('---\nstatus: accepted\namends: payments/|ADR-21\n---\n\n# A\n');
    expect(said2?.contents).toMatchObject({ value: `**[ADR-0021 Take no fees](<${URL}adr/0021-no-fees.md>)**\n\nRecord of payments · Accepted\n\nAmended by A (here)` });
    expect(said2?.range).toEqual({ start: { line: 2, character: 8 }, end: { line: 2, character: 23 } });
    expect((await said('See payments/ADR-9|9.\n'))?.contents).toMatchObject({ value: 'payments has no such record by its index.' });
  });

  it('nothing is said of other links, beside them, and where no index is named', async () => {
    expect(await said('[x](https://example.com/|a.md)\n')).toBeNull();
    expect(await said(`A | text and [x](${URL}adr/0021-no-fees.md)\n`)).toBeNull();
    expect(await said(`[x](${URL}adr/|0021-no-fees.md)\n`, 'language: en\n')).toBeNull();
  });
});
