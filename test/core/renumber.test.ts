import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { isRefusal } from '../../src/core/edits.ts';
import { renumberIn } from '../../src/core/renumber/in-workspace.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';

const nygard = (number: number, title: string, more = ''): string => `# ${number}. ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n${more}\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;

async function renumber(files: Readonly<Record<string, string>>, path: string, number?: number, elsewhere: readonly string[] = []) {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files)), new Map([['adr', elsewhere.map((name) => ({ branch: 'other', name }))]])), templates: [], language: 'en', rulePage: () => '', today: () => '2026-03-02' });
  await workspace.load();
  const result = await renumberIn(workspace, { path, ...(number === undefined ? {} : { number }) });
  if (isRefusal(result)) return { refused: result.refused };
  const after: Record<string, string> = { ...files };
  for (const change of result.changes) {
    if (change.kind === 'edit') after[change.path] = applyEdits(after[change.path]!, change.edits);
    else if (change.kind === 'move') {
      for (const file of Object.keys(after)) {
        if (file !== change.path && !file.startsWith(`${change.path}/`)) continue;
        after[change.to + file.slice(change.path.length)] = after[file]!;
        delete after[file];
      }
    }
  }
  return { path: result.path, after, undecided: result.undecided.map(({ path: at, line, text }) => `${at}:${line} ${text}`) };
}

describe('a new number', () => {
  it.each(['\n', '\r\n'])('is written into the name of the file, the heading and every link, with line ending %j', async (ending) => {
    const files = {
      'adr/0002-queues.md': nygard(2, 'Queues').replaceAll('\n', ending),
      'adr/0003-vans.md': nygard(3, 'Vans', '\nAmends [2. Queues](0002-queues.md)\n').replaceAll('\n', ending),
      'README.md': `# Shop${ending}${ending}See [ADR-0002](adr/0002-queues.md#context), [the record](./adr/0002-queues.md) and [2 vans][two].${ending}${ending}[two]: adr/0002-queues.md "2"${ending}`,
    };
    const { path, after, undecided } = await renumber(files, 'adr/0002-queues.md', 12);
    expect(path).toBe('adr/0012-queues.md');
    expect(after).toEqual({
      'adr/0012-queues.md': nygard(12, 'Queues').replaceAll('\n', ending),
      'adr/0003-vans.md': nygard(3, 'Vans', '\nAmends [12. Queues](0012-queues.md)\n').replaceAll('\n', ending),
      'README.md': `# Shop${ending}${ending}See [ADR-0012](adr/0012-queues.md#context), [the record](./adr/0012-queues.md) and [2 vans][two].${ending}${ending}[two]: adr/0012-queues.md "2"${ending}`,
    });
    expect(undecided).toEqual([]);
  });

  it('is the next that is free, also of those that are taken elsewhere', async () => {
    const files = { 'adr/0001-a.md': nygard(1, 'A'), 'adr/0002-b.md': nygard(2, 'B'), 'adr/0002-c.md': nygard(2, 'C') };
    expect((await renumber(files, 'adr/0002-c.md')).path).toBe('adr/0003-c.md');
    expect((await renumber(files, 'adr/0002-c.md', undefined, ['0003-x.md', '0004-y.md', '9-notes.txt'])).path).toBe('adr/0005-c.md');
  });

  it('is written into links of HTML', async () => {
    const files = { 'adr/0002-queues.md': nygard(2, 'Queues'), 'README.md': '# Shop\n\n<a\n  href="adr/0002-queues.md#context">Queues</a>\n' };
    const { after } = await renumber(files, 'adr/0002-queues.md', 12);
    expect(after!['README.md']).toBe('# Shop\n\n<a\n  href="adr/0012-queues.md#context">Queues</a>\n');
  });

  it('is written where the id alone is mentioned, if only one record can be meant', async () => {
    const files = { 'adr/0002-b.md': nygard(2, 'B'), 'notes.md': '# Notes\n\nAs ADR-0002 and adr 2 say; not ADR-20, not 2, not `ADR-0002`.\n' };
    const { after, undecided } = await renumber(files, 'adr/0002-b.md', 7);
    expect(after!['notes.md']).toBe('# Notes\n\nAs ADR-0007 and adr 7 say; not ADR-20, not 2, not `ADR-0002`.\n');
    expect(undecided).toEqual(['notes.md:3 ADR-0002']);
  });

  it('leaves a mention alone, and lists it, where two records have the number', async () => {
    const files = { 'adr/0002-b.md': nygard(2, 'B'), 'adr/0002-c.md': nygard(2, 'C'), 'notes.md': '# Notes\n\nADR-0002 says so, see [ADR-0002](adr/0002-c.md) and adr/0002-b.md.\n' };
    const { after, undecided } = await renumber(files, 'adr/0002-c.md');
    expect(after!['notes.md']).toBe('# Notes\n\nADR-0002 says so, see [ADR-0003](adr/0003-c.md) and adr/0002-b.md.\n');
    expect(after!['adr/0002-b.md']).toBe(files['adr/0002-b.md']);
    expect(undecided).toEqual(['notes.md:3 ADR-0002']);
  });

  it('is written beside a link in a row or an item, also where two records have the number', async () => {
    const files = {
      'adr/0002-b.md': nygard(2, 'B'), 'adr/0002-c.md': nygard(2, 'C'),
      'adr/README.md': '# Records\n\n| No. | Record | Votes | Id |\n|---|---|---|---|\n| 0002 | [B](0002-b.md) | 2 | ADR-0002 |\n| 0002 | [C](0002-c.md) | 2 | ADR-0002 |\n\n- 0002: [B](0002-b.md)\n- 0002: [C](0002-c.md)\n- 2 of [B](0002-b.md)\n\n2. [B](0002-b.md)\n',
    };
    const { after } = await renumber(files, 'adr/0002-b.md', 7);
    expect(after!['adr/README.md']).toBe('# Records\n\n| No. | Record | Votes | Id |\n|---|---|---|---|\n| 0007 | [B](0007-b.md) | 2 | ADR-0007 |\n| 0002 | [C](0002-c.md) | 2 | ADR-0002 |\n\n- 0007: [B](0007-b.md)\n- 0002: [C](0002-c.md)\n- 2 of [B](0007-b.md)\n\n2. [B](0007-b.md)\n');
  });

  it('is written into front matter, ids and fields that name the record', async () => {
    const body = '\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n* A\n\n## Decision Outcome\n\nA.\n';
    const files = {
      'docs/adr/ADR-002-queues.md': `---\nid: ADR-002\nnumber: 2\nstatus: accepted\n---\n# ADR-002: Queues\n${body}`,
      'docs/adr/ADR-003-vans.md': `---\nid: ADR-003\nstatus: superseded by ADR-002\nsupersedes: 2\n---\n# ADR-003: Vans\n${body}`,
    };
    const { after } = await renumber(files, 'docs/adr/ADR-002-queues.md', 12);
    expect(after).toEqual({
      'docs/adr/ADR-012-queues.md': `---\nid: ADR-012\nnumber: 12\nstatus: accepted\n---\n# ADR-012: Queues\n${body}`,
      'docs/adr/ADR-003-vans.md': `---\nid: ADR-003\nstatus: superseded by ADR-012\nsupersedes: 12\n---\n# ADR-003: Vans\n${body}`,
    });
  });

  it('moves the folder that a front page stands for, with all that is in it', async () => {
    const files = { 'rfcs/0002-queues/README.md': '# RFC-0002: Queues\n\n- Status: accepted\n\n## Summary\n\nSee [the picture](picture.md).\n\n## Motivation\n\nText.\n', 'rfcs/0002-queues/picture.md': '# Picture\n', 'rfcs/README.md': '# RFCs\n\n- [RFC-0002](0002-queues/README.md)\n- [again](0002-queues/)\n' };
    const { after } = await renumber(files, 'rfcs/0002-queues/README.md', 9);
    expect(Object.keys(after!).sort()).toEqual(['rfcs/0009-queues/README.md', 'rfcs/0009-queues/picture.md', 'rfcs/README.md']);
    expect(after!['rfcs/README.md']).toBe('# RFCs\n\n- [RFC-0009](0009-queues/README.md)\n- [again](0009-queues/)\n');
    expect(after!['rfcs/0009-queues/README.md']).toContain('# RFC-0009: Queues\n');
  });

  it('keeps Unicode names, and links that escape them', async () => {
    const files = { 'adr/0002-로그-저장소.md': nygard(2, '로그 저장소'), 'README.md': `# 집\n\n[하나](adr/0002-로그-저장소.md) [둘](adr/${encodeURI('0002-로그-저장소.md')})\n` };
    const { path, after } = await renumber(files, 'adr/0002-로그-저장소.md', 5);
    expect(path).toBe('adr/0005-로그-저장소.md');
    expect(after!['README.md']).toBe(`# 집\n\n[하나](adr/0005-로그-저장소.md) [둘](adr/${encodeURI('0005-로그-저장소.md')})\n`);
  });

  it('is refused where another record has it, where it is none, and for what has no number', async () => {
    const files = { 'adr/0001-a.md': nygard(1, 'A'), 'adr/0002-b.md': nygard(2, 'B'), 'README.md': '# Shop\n' };
    expect(await renumber(files, 'adr/0001-a.md', 2)).toEqual({ refused: 'number-taken' });
    expect(await renumber(files, 'adr/0001-a.md', -1)).toEqual({ refused: 'bad-number' });
    expect(await renumber(files, 'README.md', 3)).toEqual({ refused: 'no-number' });
    expect(await renumber(files, 'no.md', 3)).toEqual({ refused: 'unknown-document' });
  });
});
