import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { Method, type Dashboard } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

const SHOP = 'file:///w/shop';
const BANK = 'file:///w/bank';

const record = (fields: string, more = ''): string => `---\n${fields}\n---\n# <img src=x onerror=alert(1)> Weigh & ship\n\n## Context\n\nx\n\n## Decision\n\ny\n${more}`;
const FILES = {
  'docs/adr/0001-a.md': record('status: superseded by ADR-0002\ndate: 2026-01-01'),
  'docs/adr/0002-b b.md': record('status: proposed\ndate: 2026-01-20\nsupersedes: ADR-0001', '\n## Action Items\n\n- [ ] Order the disks @ann\n'),
};

const ask = (client: Client, history = true): Promise<Dashboard> => client.request<Dashboard>(Method.dashboard, { history });
const values = (html: string): string[] => selectAll('.value', fromHtml(html, { fragment: true })).map((value) => toString(value));

describe('the dashboard', () => {
  it('counts what is open, with links only to documents that it names', async () => {
    const client = await connect({ folders: { [SHOP]: FILES } });
    const { html, documents, language } = await ask(client);
    const page = fromHtml(html, { fragment: true });
    const links = selectAll('[data-at]', page).map((link) => String(link.properties['dataAt']));
    expect(language).toBe('en');
    expect(documents).toEqual([`${SHOP}/docs/adr/0001-a.md`, `${SHOP}/docs/adr/0002-b%20b.md`]);
    expect(links.filter((at) => !documents.includes(at))).toEqual([]);
    expect(new Set(links)).toEqual(new Set(documents));
    expect(selectAll('[href], img, script', page)).toEqual([]);
    expect(values(html)).toEqual(['1', expect.any(String), '1', '0']);
    expect(selectAll('[role=link]', page).every(({ properties }) => properties['tabIndex'] === 0)).toBe(true);
    expect(selectAll('[data-save]', page)).toHaveLength(6);
  });

  it.each([
    ['en', 'How many were open over the last year is not shown, as the Git history cannot be read here; that takes a trusted folder and the git program, which a browser does not have.'],
    ['ko', '여기서는 Git 이력을 읽을 수 없어 지난 1년의 추이를 보여 주지 못합니다. 신뢰하는 폴더와 git 프로그램이 있어야 하며, 브라우저에서는 git을 쓸 수 없습니다.'],
  ])('says in a browser, whose editor alone has the files, why nothing is drawn over time, in %s', async (language, sentence) => {
    const client = await connect({ folders: { [SHOP]: { ...FILES, '.docket.yaml': `language: ${language}\n` } }, filesOf: () => undefined, settings: () => ({ language }) });
    const page = fromHtml((await ask(client)).html, { fragment: true });
    expect(toString(select('#burn-down .empty', page)!)).toBe(sentence);
  });

  it('follows a document in an editor, before it is saved', async () => {
    const client = await connect({ folders: { [SHOP]: FILES } });
    await ask(client);
    await client.open(`${SHOP}/docs/adr/0002-b%20b.md`, FILES['docs/adr/0002-b b.md'].replace('proposed', 'accepted').replace('- [ ]', '- [x]'));
    for (let html = ''; values(html)[0] !== '0'; ) html = (await ask(client)).html;
  });

  it('counts all folders together, and keeps documents of one path apart', async () => {
    const client = await connect({ folders: { [SHOP]: FILES, [BANK]: FILES } });
    const { html, documents } = await ask(client);
    const page = fromHtml(html, { fragment: true });
    expect(documents).toHaveLength(4);
    expect(values(html)).toEqual(['2', expect.any(String), '2', '0']);
    expect(selectAll('.edge title', page)).toHaveLength(2);
    expect(toString(select('h1', page)!)).toBe('What is open in shop, bank');
  });

  it('says in a sentence that nobody can tell the history where there is no Git', async () => {
    const client = await connect({ folders: { [SHOP]: FILES } });
    expect((await ask(client, false)).html).toContain('the Git history cannot be read here');
  });

  it('is of no documents in a window without folders', async () => {
    const client = await connect({ folders: {} });
    const { html, documents } = await ask(client);
    expect(documents).toEqual([]);
    expect(html).toContain('There are no design docs');
  });
});
