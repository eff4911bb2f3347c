import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const INDEX = JSON.stringify({ docket: 'index', version: 1, name: 'payments', url: 'https://git.example.com/payments/', documents: [
  { path: 'adr/0013-fees <a>.md', kind: 'decision', id: 'ADR-0013', number: 13, title: 'Show fees', status: 'superseded' },
  { path: 'adr/0021-no-fees.md', kind: 'decision', id: 'ADR-0021', number: 21, title: 'Take no fees', status: 'accepted' },
] });
const TEXT = 'See payments/ADR-13, `payments/ADR-21` and payments/ADR-21.\n';

const clients: Client[] = [];
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

async function opened(files: Record<string, string>, text = TEXT): Promise<Client> {
  const one = await connect({ folders: { [TEAM]: files } });
  clients.push(one);
  await one.rows();
  await one.open(`${TEAM}/a.md`, text);
  return one;
}

const at = (character: number): object => ({ textDocument: { uri: `${TEAM}/a.md` }, position: { line: 0, character } });

describe('the number of a record of another repository', () => {
  it('leads to its page on the web, and a definition is only a file', async () => {
    const one = await opened({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': INDEX });
    expect(await one.request('textDocument/documentLink', at(0))).toEqual([
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 19 } }, target: 'https://git.example.com/payments/adr/0013-fees%20%3Ca%3E.md' },
      { range: { start: { line: 0, character: 43 }, end: { line: 0, character: 58 } }, target: 'https://git.example.com/payments/adr/0021-no-fees.md' },
    ]);
    expect(await one.request('textDocument/definition', at(6))).toBeNull();
  });

  it('leads to the file where the repository is checked out around its index', async () => {
    const one = await opened({ '.docket.yaml': 'indexes: repos/payments/index.json\n', 'repos/payments/index.json': INDEX, 'repos/payments/adr/0021-no-fees.md': '# 21. Take no fees\n' });
    const targets = await one.request<{ target: string }[]>('textDocument/documentLink', at(0));
    expect(targets.map(({ target }) => target)).toEqual(['https://git.example.com/payments/adr/0013-fees%20%3Ca%3E.md', `${TEAM}/repos/payments/adr/0021-no-fees.md`]);
    expect(await one.request('textDocument/definition', at(46))).toMatchObject({ uri: `${TEAM}/repos/payments/adr/0021-no-fees.md` });
    expect(await one.request('textDocument/definition', at(1))).toBeNull();
  });

  it('never leads to a file of this repository that has the same path, and to one that is excluded here', async () => {
    const one = await opened({ '.docket.yaml': 'indexes: [payments.json]\n', 'payments.json': INDEX, 'adr/0021-no-fees.md': '# 21. Something else\n' });
    expect(await one.request('textDocument/definition', at(46))).toBeNull();
    const excluded = await opened({ '.docket.yaml': 'indexes: repos/payments/index.json\nexclude: "repos/**"\n', 'repos/payments/index.json': INDEX, 'repos/payments/adr/0021-no-fees.md': '# 21. Take no fees\n' });
    expect(await excluded.request('textDocument/definition', at(46))).toMatchObject({ uri: `${TEAM}/repos/payments/adr/0021-no-fees.md` });
  });

  it('leads nowhere where no index is named, or the index knows no page', async () => {
    const alone = await opened({ 'b.md': '# B\n' });
    expect(await alone.request('textDocument/documentLink', at(0))).toEqual([]);
    const pathOnly = await opened({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': INDEX.replace(/"url":"[^"]*",/, '') });
    expect(await pathOnly.request('textDocument/documentLink', at(0))).toEqual([]);
  });
});

describe('the name of another repository that was begun', () => {
  const offered = async (text: string): Promise<unknown[]> => {
    const one = await opened({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': INDEX }, text);
    const items = await one.request<{ label: string; detail?: string; textEdit: { newText: string; range: { start: { character: number } } } }[]>('textDocument/completion', at(text.indexOf('\n')));
    return items.map(({ label, detail, textEdit }) => [label, detail, textEdit.newText, textEdit.range.start.character]);
  };

  it('is completed, and behind it its records are offered as people write them there', async () => {
    expect(await offered('See pay\n')).toEqual([['payments/', undefined, 'payments/', 4]]);
    expect(await offered('See Payments/A\n')).toEqual([['Payments/ADR-0013', 'Superseded', 'Payments/ADR-0013', 4], ['Payments/ADR-0021', 'Accepted', 'Payments/ADR-0021', 4]]);
  });

  it('is not taken for something else', async () => {
    for (const text of ['See \n', 'See orders/\n', 'See other\n']) expect(await offered(text)).toEqual([]);
  });
});
