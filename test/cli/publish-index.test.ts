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

  it('refuses an address that is none, and a file', async () => {
    const root = await folderOf({ 'a.md': '# A\n' });
    expect(await docket(root, ['index', '--url', 'payments'])).toEqual({ code: 2, out: '', err: 'docket: "payments" is no address of web pages; write one such as "https://github.com/acme/payments/blob/main/"\n' });
    expect(await docket(root, ['index', 'a.md', '--lang', 'ko'])).toEqual({ code: 2, out: '', err: 'docket: "a.md"은(는) 폴더가 아닙니다. 인덱스에 넣을 문서가 든 폴더를 지정하세요\n' });
  });
});
