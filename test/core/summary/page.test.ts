import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import type { BurnDown } from '../../../src/core/summary/burn-down.ts';
import { PAGE_STYLE, summaryHtml } from '../../../src/core/summary/page/document.ts';
import { summaryOf, type Summary } from '../../../src/core/summary/summary.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const TODAY = '2026-03-02';
const HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');

const FILES = {
  'docs/adr/0001-a.md': '---\nstatus: superseded by ADR-0002\ndate: 2026-01-01\n---\n# `<img src=x onerror=alert(1)>`\n\n## Context\n\nx\n\n## Decision\n\ny\n',
  'docs/adr/0002-b.md': '---\nstatus: proposed\ndate: 2026-01-20\ndecide-by: 2026-02-20\nsupersedes: ADR-0001\n---\n# Keep \\<b\\> & "quotes" [x](javascript:alert(3))\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Action Items\n\n- [ ] `</table><script>alert(4)</script>` @ann (due: 2026-02-01)\n- [ ] [press](command:workbench.action.quit) @bob (due: 2026-03-04)\n',
  'docs/adr/0003-javascript:alert(5).md': '---\nstatus: draft\ndate: 2026-02-20\n---\n# Third\n\n## Context\n\nx\n\n## Decision\n\ny\n',
};

const POINTS: BurnDown = { points: [{ day: '2026-02-16', open: 4, overdue: 1 }, { day: '2026-03-02', open: 2, overdue: 1 }] };

async function summaryIn(files: Readonly<Record<string, string>>, burnDown: BurnDown = POINTS): Promise<Summary> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => TODAY });
  await workspace.load();
  return summaryOf(workspace.entries().map((entry) => ({ entry, at: entry.path, atOf: (path) => path })), TODAY, burnDown);
}

function parsed(html: string): Root {
  const errors: string[] = [];
  const root = fromHtml(html, { onerror: (error) => { errors.push(String(error.ruleId)); } });
  expect(errors).toEqual([]);
  return root;
}

async function pageOf(files: Readonly<Record<string, string>> = FILES, language: Language = 'en', burnDown?: BurnDown): Promise<Root> {
  return parsed(summaryHtml(await summaryIn(files, burnDown), { name: 'shop', language, wayTo: (at) => at }, HASH));
}

const rowsOf = (table: Element): string[][] => selectAll('tr', table).map((row) => selectAll('th, td', row).map((cell) => toString(cell)));

describe('the page', () => {
  it('loads nothing and runs nothing, and its policy lets nothing be loaded or run but its own style', async () => {
    const page = await pageOf();
    expect(select('meta[http-equiv="content-security-policy"]', page)?.properties['content']).toBe(`default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`);
    expect(createHash('sha256').update(toString(select('style', page)!)).digest('base64')).toBe(HASH);
    expect(selectAll('script, img, link, iframe, object, form, base', page)).toEqual([]);
    const attributes = selectAll('*', page).flatMap(({ properties }) => Object.keys(properties));
    expect(attributes.filter((name) => /^on|^style$|^src$|^srcDoc$/.test(name))).toEqual([]);
  });

  it('links to the documents and to nothing else, whatever they are called', async () => {
    const links = selectAll('a', await pageOf()).map((link) => String(link.properties['href']));
    expect(new Set(links)).toEqual(new Set(['docs/adr/0001-a.md', 'docs/adr/0002-b.md#L2', 'docs/adr/0003-javascript%3Aalert%285%29.md#L2', 'docs/adr/0002-b.md#L19', 'docs/adr/0002-b.md#L20', 'docs/adr/0002-b.md']));
  });

  it.each([['en', 'since today'], ['ko', '오늘부터']] as const)('counts no days of what is new, in %s', async (language, words) => {
    const page = await pageOf({ 'docs/adr/0001-a.md': `---\nstatus: proposed\ndate: ${TODAY}\n---\n# A\n\n## Context\n\nx\n\n## Decision\n\ny\n` }, language);
    expect(toString(select('.numbers', page)!)).toContain(words);
    expect(selectAll('td', page).map((cell) => toString(cell))).toContain(words);
  });

  it('shows what documents say as text', async () => {
    const text = toString(select('main', await pageOf())!);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('Keep <b> & "quotes" x');
    expect(text).toContain('</table><script>alert(4)</script>');
  });

  it('has a table behind every figure with what the figure shows', async () => {
    const page = await pageOf();
    const figures = new Map(selectAll('figure', page).map((figure) => [figure.properties['id'], figure]));
    expect([...figures.keys()]).toEqual(['decision-ages', 'action-owners', 'burn-down', 'records']);
    expect(rowsOf(select('table', figures.get('decision-ages')!)!)).toEqual([
      ['Open for', 'Proposed', 'Draft', 'Total'], ['Up to a week', '0', '0', '0'], ['Up to a month', '0', '1', '1'], ['Up to three months', '1', '0', '1'], ['Up to a year', '0', '0', '0'], ['Over a year', '0', '0', '0'],
    ]);
    expect(rowsOf(select('table', figures.get('action-owners')!)!)).toEqual([['Owner', 'Overdue', 'Due in 7 days', 'Later', 'No due date', 'Total'], ['ann', '1', '0', '0', '0', '1'], ['bob', '0', '1', '0', '0', '1']]);
    expect(rowsOf(select('table', figures.get('burn-down')!)!)).toEqual([['Day', 'Open', 'Overdue'], ['2026-03-02', '2', '1'], ['2026-02-16', '4', '1']]);
    expect(rowsOf(select('table', figures.get('records')!)!)[1]![1]).toBe('supersedes');
    for (const figure of figures.values()) expect(select('svg', figure)?.properties['ariaLabel']).toBeTruthy();
  });

  it('names its tables, columns and rows for those who hear them, and lets the keyboard scroll what is long', async () => {
    const page = await pageOf();
    for (const table of selectAll('table', page)) {
      expect(toString(select('caption', table)!)).not.toBe('');
      expect(selectAll('thead th', table).every((cell) => cell.properties['scope'] === 'col')).toBe(true);
      expect(selectAll('tbody tr', table).every((row) => select('th[scope=row]', row))).toBe(true);
    }
    for (const region of selectAll('[role=region]', page)) expect([region.properties['tabIndex'], Boolean(region.properties['ariaLabel'])]).toEqual([0, true]);
    expect(select('html', page)?.properties['lang']).toBe('en');
    expect([selectAll('h1', page).length, selectAll('main', page).length]).toEqual([1, 1]);
  });

  it('is in Korean where that is asked for', async () => {
    const page = await pageOf(FILES, 'ko');
    expect(select('html', page)?.properties['lang']).toBe('ko');
    expect(selectAll('h2', page).map(toString)).toEqual(['열린 결정', '남은 할 일', '기록 사이의 관계']);
  });

  it('says in a sentence what there is none of', async () => {
    expect(selectAll('.empty', await pageOf({ 'docs/adr/0001-a.md': FILES['docs/adr/0001-a.md'].replace('superseded by ADR-0002', 'accepted') }, 'en', { missing: 'no-git' })).map(toString)).toEqual([
      'No decision is waiting to be taken.', 'No action item is open.', 'How many were open over the last year is not shown, as the Git history cannot be read here; that takes a trusted folder and the git program, which a browser does not have.', 'No record supersedes, amends or requires another one.',
    ]);
    expect(selectAll('.empty', await pageOf({})).map(toString)).toEqual(['There are no design docs, decision records, postmortems or minutes here yet.']);
  });

  it('draws a thousand rows of a list, and says how many there are', async () => {
    const items = Array.from({ length: 1500 }, (_, index) => `- [ ] Move the parcel number ${index} @ann`).join('\n');
    const page = await pageOf({ 'docs/adr/0001-a.md': `${FILES['docs/adr/0002-b.md']}${items}\n` });
    expect(selectAll('.list', page).map((list) => selectAll('tbody tr', list).length)).toEqual([1, 1000]);
    expect(toString(select('.note', page)!)).toBe('The first 1000 of 1502; docket report --format csv has all of them.');
  });

  it('can be read in the dark, on paper and with forced colours', () => {
    for (const media of ['prefers-color-scheme:dark', 'print', 'forced-colors:active']) expect(PAGE_STYLE).toContain(media);
  });

  it('uses no colour that it does not define', () => {
    const used = new Set([...PAGE_STYLE.matchAll(/var\((--[\w-]+)\)/g)].map((found) => found[1]));
    const defined = new Set([...PAGE_STYLE.matchAll(/(--[\w-]+):/g)].map((found) => found[1]));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });
});
