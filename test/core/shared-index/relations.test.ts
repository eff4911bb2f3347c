import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/explain.ts';
import { sharedIndexText } from '../../../src/core/shared-index/write.ts';
import { webPageOf } from '../../../src/core/shared-index/pages.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const PAYMENTS = 'https://git.example.com/payments/';
const ORDERS = 'https://git.example.com/orders/';
const record = (title: string, status: string): string => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nWe will.\n`;
const index = (...documents: readonly object[]): string => JSON.stringify({ docket: 'index', version: 1, name: 'payments', url: PAYMENTS, documents });
const fees = { path: 'adr/0001-fees.md', kind: 'decision', id: '0001', number: 1, title: 'Fees', status: 'accepted' };

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

describe('a relation to a record of another repository', () => {
  const own = { 'adr/0001-own.md': record('1. Own', 'Accepted') };

  it.each([
    ['under the status', record('2. A', 'Accepted\n\nSupersedes payments/ADR-1'), 'supersedes'],
    ['as the status', record('2. A', 'Superseded by payments/0001'), 'supersededBy'],
    ['in the front matter', '---\nstatus: accepted\namends: payments/ADR-0001\n---\n\n# 2. A\n\n## Context\n\n## Decision\n', 'amends'],
    ['by a link', record('2. A', `Accepted\n\nSupersedes [1. Fees](${PAYMENTS}adr/0001-fees.md)`), 'supersedes'],
  ] as const)('is settled %s, and not taken for one of this repository', async (_, text, relation) => {
    const workspace = await workspaceOf({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': index(fees), ...own, 'adr/0002-a.md': text });
    expect(workspace.entry('adr/0002-a.md')?.[relation]).toEqual([`${PAYMENTS}adr/0001-fees.md`]);
    expect(workspace.entry('adr/0001-own.md')).toMatchObject({ supersededBy: [], supersedes: [], amendedBy: [] });
  });

  it('stays in its words where the index does not have it', async () => {
    const workspace = await workspaceOf({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': index(fees), ...own, 'adr/0002-a.md': record('2. A', 'Superseded by payments/ADR-9') });
    expect(workspace.entry('adr/0002-a.md')).toMatchObject({ status: 'superseded', supersededBy: ['payments/ADR-9'] });
  });

  it('is known here when the other repository states it, by the address that this one has', async () => {
    const files = { 'payments.json': index({ ...fees, supersedes: [`${ORDERS}adr/0001-own.md`], requires: [`${ORDERS}adr/0009-none.md`] }), ...own };
    const workspace = await workspaceOf({ '.docket.yaml': `repository: {name: orders, url: ${ORDERS}}\nindexes: payments.json\n`, ...files });
    const entry = workspace.entry('adr/0001-own.md')!;
    expect(entry.supersededBy).toEqual([`${PAYMENTS}adr/0001-fees.md`]);
    expect(explain(entry, 'en', ['supersededBy'])).toEqual(['Superseded by: “payments/ADR-0001”, by the index of its repository (shared-index)']);
    expect((await workspaceOf({ '.docket.yaml': 'indexes: payments.json\n', ...files })).entry('adr/0001-own.md')?.supersededBy).toEqual([]);
  });

  it('is published as the page of that record', async () => {
    const workspace = await workspaceOf({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': index(fees), 'adr/0002-a.md': record('2. A', 'Accepted\n\nSupersedes payments/ADR-1') });
    const { repositories } = workspace.configurationOf('');
    const text = sharedIndexText(workspace.entries(), { name: 'orders', url: ORDERS, above: '', pageOf: (address) => { const other = repositories?.at(address); return other && webPageOf(other.entry, other.index); } });
    expect(text).toContain(`"supersedes":["${PAYMENTS}adr/0001-fees.md"]`);
  });

  it('follows when the index changes', async () => {
    const files = new Map(Object.entries({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': index(), 'adr/0002-a.md': record('2. A', 'Superseded by payments/ADR-1') }));
    const workspace = new Workspace({ files: memoryFiles(files), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    expect(workspace.entry('adr/0002-a.md')?.supersededBy).toEqual(['payments/ADR-1']);
    files.set('payments.json', index(fees));
    await workspace.look(['payments.json']);
    await workspace.catchUp();
    expect(workspace.entry('adr/0002-a.md')?.supersededBy).toEqual([`${PAYMENTS}adr/0001-fees.md`]);
  });
});

describe('an index', () => {
  const documents = Array.from({ length: 10_000 }, (_, at) => ({ ...fees, path: `adr/${String(at + 1).padStart(5, '0')}-a-decision-with-a-usual-name.md`, number: at + 1, id: String(at + 1).padStart(5, '0'), title: 'A decision with a usual name that says what was decided', date: '2026-01-02' }));

  it('of ten thousand documents is read', async () => {
    const text = index(...documents);
    expect(text.length).toBeGreaterThan(1_500_000);
    const workspace = await workspaceOf({ '.docket.yaml': 'indexes: payments.json\n', 'payments.json': text, 'a.md': 'payments/ADR-9999\n' });
    expect(workspace.configFindings('.docket.yaml')).toEqual([]);
    expect(workspace.configurationOf('a.md').repositories?.named('payments', 'ADR-9999')?.isGone).toBe(false);
  });

  it.each([['payments.json', 'x'.repeat(32_000_001), '32 MB, and no more than 32 MB'], ['payments.txt', 'x'.repeat(1_600_000), '1.6 MB, and no more than 1.5 MB']])('that is larger than any is refused: %s', async (name, text, told) => {
    const workspace = await workspaceOf({ '.docket.yaml': `indexes: ${name}\n`, [name]: text });
    expect(workspace.configFindings('.docket.yaml')[0]?.reason).toBe(`The index "${name}" has ${told} are read; publish a folder of the repository instead.`);
  });
});
