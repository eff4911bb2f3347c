import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const record = (title: string, status: string, context = 'x'): string => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\n${context}\n\n## Decision\n\ny\n\n## Consequences\n\nz\n`;

// The text after each fix of a rule that somebody has to choose, by its title.
async function chosen(files: Record<string, string>, path: string, rule: string): Promise<Record<string, string>> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  const fixes = (await workspace.lint(path)).filter(({ ruleId }) => ruleId === rule).flatMap((finding) => finding.fixes);
  expect(fixes.every(({ isAutomatic }) => !isAutomatic)).toBe(true);
  return Object.fromEntries(fixes.map(({ title, edits }) => [title, applyEdits(files[path]!, edits)]));
}

describe('a fix that somebody has to choose', () => {
  it('cites the successor of a superseded record instead of it, or beside it', async () => {
    const files = {
      'docs/adr/0003-first.md': record('3. A', 'Superseded by [9. B](0009-next.md)'),
      'docs/adr/0009-next.md': record('9. B', 'Accepted'),
      'docs/adr/0011-third.md': record('11. C', 'Proposed', 'By [ADR-0003](0003-first.md) it lies there.'),
      'docs/adr/0012-fourth.md': record('12. D', 'Proposed', 'By ADR-3 it lies there.'),
    };
    const texts = await chosen(files, 'docs/adr/0011-third.md', 'cites-superseded');
    expect(Object.values(texts).map((text) => /By .*/.exec(text)![0])).toEqual(['By [ADR-0009](0009-next.md) it lies there.', 'By [ADR-0003](0003-first.md) (superseded by [ADR-0009](0009-next.md)) it lies there.']);
    const mentioned = await chosen(files, 'docs/adr/0012-fourth.md', 'cites-superseded');
    expect(Object.values(mentioned).map((text) => /By .*/.exec(text)![0])).toEqual(['By ADR-9 it lies there.', 'By ADR-3 (superseded by [ADR-0009](0009-next.md)) it lies there.']);
  });

  it('names the successor of a record of another repository as the record was named', async () => {
    const index = { docket: 'index', version: 1, name: 'payments', documents: [{ path: '3.md', kind: 'decision', id: '0003', number: 3, title: 'A', status: 'superseded', supersededBy: ['9.md'] }, { path: '9.md', kind: 'decision', id: '0009', number: 9, title: 'B', status: 'accepted' }] };
    const files = { '.docket.yaml': 'indexes: payments.json\n', 'payments.json': JSON.stringify(index), 'docs/adr/0012-fourth.md': record('12. D', 'Proposed', 'By Payments/ADR-3 it lies there.') };
    const texts = await chosen(files, 'docs/adr/0012-fourth.md', 'cites-superseded');
    expect(Object.values(texts).map((text) => /By .*/.exec(text)![0])).toEqual(['By Payments/ADR-9 it lies there.', 'By Payments/ADR-3 (superseded by Payments/ADR-9) it lies there.']);
  });

  it('leads a link to the file or the heading that is called almost so', async () => {
    const texts = await chosen({ 'docs/a.md': '# A\n\n[x](./retry-budgt.md?a#b) [y](#plann)\n\n## Plan\n', 'docs/retry-budget.md': '# B\n' }, 'docs/a.md', 'broken-link');
    expect(texts).toEqual({
      'Lead to "retry-budget.md"': '# A\n\n[x](./retry-budget.md?a#b) [y](#plann)\n\n## Plan\n',
      'Lead to "#plan"': '# A\n\n[x](./retry-budgt.md?a#b) [y](#plan)\n\n## Plan\n',
    });
  });

  it('leads a link in HTML to the file that is called almost so', async () => {
    const files = { 'docs/a.md': '# A\n\n<a\n  href="retry-budgt.md#b">x</a>\n', "docs/retry-budget's.md": '# B\n' };
    expect(await chosen(files, 'docs/a.md', 'broken-link')).toEqual({ 'Lead to "retry-budget\'s.md"': '# A\n\n<a\n  href="retry-budget%27s.md#b">x</a>\n' });
  });

  it('writes the scheme of a page on the web', async () => {
    const files = { 'docs/a.md': '# A\n\n[x](go.example.org/cl/12) and [y](read.me/x.md)\n' };
    expect(await chosen(files, 'docs/a.md', 'broken-link')).toEqual({ 'Write "https://" in front': '# A\n\n[x](https://go.example.org/cl/12) and [y](read.me/x.md)\n' });
  });

  it('writes that an address is one of a mail', async () => {
    const files = { 'docs/a.md': '# A\n\n[x](mina@example.com) and ![y](logo@x.png)\n' };
    expect(await chosen(files, 'docs/a.md', 'broken-link')).toEqual({ 'Write "mailto:" in front': '# A\n\n[x](mailto:mina@example.com) and ![y](logo@x.png)\n' });
  });

  it('writes the month before the day where they are the other way round', async () => {
    const files = { 'docs/adr/0001-a.md': '# 1. A\r\n\r\n* Date: **2026-28-07**, at noon\r\n* Status: Accepted\r\n' };
    expect(await chosen(files, 'docs/adr/0001-a.md', 'field-value')).toEqual({ 'Write "2026-07-28"': files['docs/adr/0001-a.md'].replace('28-07', '07-28') });
  });

  it('leads a link to the file with another number and the same words', async () => {
    const files = { 'docs/a.md': '# A\n\n[x](0007-retry-budget.md)\n', 'docs/0012-retry-budget.md': '# B\n', 'docs/0007-retry-budgets.md': '# C\n' };
    expect(Object.keys(await chosen(files, 'docs/a.md', 'broken-link'))).toEqual(['Lead to "0012-retry-budget.md"']);
  });

  it('writes the number of the file’s name where only the heading has another one', async () => {
    const path = 'docs/adr/0012-retry-budget.md';
    const texts = await chosen({ [path]: record('7. A', 'Accepted') }, path, 'number-mismatch');
    expect(texts).toEqual({ 'Write 12 here': record('12. A', 'Accepted') });
  });

  it('writes the name of the file that a record most likely supersedes', async () => {
    const text = '---\nstatus: accepted\nsupersedes: keep-order.md\n---\n# 9. B\n\n## Context\n\nx\n';
    const texts = await chosen({ 'docs/adr/0009-next.md': text, 'docs/adr/keep-orders.md': record('3. A', 'Accepted') }, 'docs/adr/0009-next.md', 'supersedes-nothing');
    expect(texts).toEqual({ 'Write "keep-orders.md"': text.replace('keep-order.md', 'keep-orders.md') });
  });
});
