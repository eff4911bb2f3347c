import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decision, docket, folderOf } from './world.ts';

const url = 'https://git.example.com/payments/';

describe('docket index', () => {
  it('publishes what another repository then knows', async () => {
    const payments = await folderOf({ 'docs/adr/0001-a.md': decision({ title: 'Show fees' }), 'README.md': '# Payments\n' });
    expect(await docket(payments, ['index', '--name', 'payments', '--url', url.slice(0, -1), '--out', 'payments.json'])).toEqual({ code: 0, out: 'Written: payments.json, with 2 documents.\n', err: '' });
    const orders = await folderOf({ '.docket.yaml': 'indexes: from/payments.json\n', 'from/payments.json': await readFile(path.join(payments, 'payments.json')), 'a.md': `[a](${url}docs/adr/0001-a.md) and [b](${url}docs/adr/0002-b.md)\n` });
    const { code, out } = await docket(orders, ['lint', '--format', 'json']);
    expect([code, JSON.parse(out)]).toMatchObject([1, [{ rule: 'broken-link', line: 1, data: { repository: 'payments', target: 'docs/adr/0002-b.md' } }]]);
  });

  it('prints it where no file is named, with paths from the top of the repository', async () => {
    const root = await folderOf({ 'docs/a.md': '# A\n' });
    expect((await docket(path.join(root, 'docs'), ['index', '--name', 'x'])).out).toBe('{"docket":"index","version":1,"name":"x","documents":[\n{"path":"docs/a.md"}\n]}\n');
  });

  it('takes the name and the address from the configuration, and is listed with the documents of others that ask for it', async () => {
    const payments = await folderOf({ '.docket.yaml': `repository: {name: payments, url: "${url}"}\n`, 'docs/adr/0001-a.md': decision({ title: 'Show fees', status: 'proposed' }), 'README.md': '# Payments\n' });
    expect((await docket(payments, ['index', '--out', 'payments.json'])).code).toBe(0);
    const index = await readFile(path.join(payments, 'payments.json'));
    const orders = await folderOf({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': index, 'docs/adr/0001-a.md': decision({ title: 'Refund' }) });
    const listed = async (...more: readonly string[]): Promise<unknown[]> => (await docket(orders, ['list', '--format', 'ndjson', ...more])).out.trim().split('\n').map((line) => { const { type, repository, path: at, title } = JSON.parse(line) as Record<string, unknown>; return type === 'document' ? [repository, at, title] : []; });
    expect(await listed()).toEqual([[undefined, 'docs/adr/0001-a.md', 'Refund']]);
    expect(await listed('--all-repositories')).toEqual([[undefined, 'docs/adr/0001-a.md', 'Refund'], ['payments', `${url}docs/adr/0001-a.md`, 'Show fees']]);
    expect((await docket(orders, ['list', '--all-repositories'])).out).toMatch(/payments\/0001 +Show fees/);
    expect((await docket(orders, ['list', '--all-repositories', '--tree', 'decisions'])).out).toContain(`payments  ${url}docs/adr/0001-a.md`);
    expect((await docket(orders, ['list', '--all-repositories', '--explain'])).out).not.toContain('Show fees');
  });

  it('is not another repository to itself', async () => {
    const files = { 'payments.json': JSON.stringify({ docket: 'index', version: 1, name: 'payments', url, documents: [{ path: 'docs/adr/0009-x.md', kind: 'decision', number: 9 }] }), 'a.md': `[x](${url}docs/adr/0007-x.md)\n` };
    const linted = async (config: string): Promise<number> => (JSON.parse((await docket(await folderOf({ ...files, '.docket.yaml': config }), ['lint', '--format', 'json'])).out) as unknown[]).length;
    expect(await linted('indexes: payments.json\n')).toBe(1);
    expect(await linted(`indexes: payments.json\nrepository: {url: "${url}"}\n`)).toBe(0);
  });

  it('refuses an address that is none, and a file', async () => {
    const root = await folderOf({ 'a.md': '# A\n' });
    expect(await docket(root, ['index', '--url', 'payments'])).toEqual({ code: 2, out: '', err: 'docket: "payments" is no address of web pages; write one such as "https://github.com/acme/payments/blob/main/"\n' });
    expect(await docket(root, ['index', 'a.md', '--lang', 'ko'])).toEqual({ code: 2, out: '', err: 'docket: "a.md"은(는) 폴더가 아닙니다. 인덱스에 넣을 문서가 든 폴더를 지정하세요\n' });
  });
});
