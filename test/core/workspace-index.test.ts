import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import type { Entry } from '../../src/core/entry.ts';
import { explain } from '../../src/core/explain.ts';
import { readDocumentFacts, type Reading } from '../../src/core/reading.ts';
import { isSidecarPath, readSidecar, WorkspaceIndex } from '../../src/core/workspace-index.ts';

const reading = (path: string, text: string): Reading => (isSidecarPath(path) ? readSidecar(path, text) : readDocumentFacts(parseDocument(path, text)));

function indexOf(files: Readonly<Record<string, string>>): WorkspaceIndex {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) index.set(reading(path, text));
  return index;
}

const nygard = (number: number, title: string, status: string, date = '2020-01-02') => `# ${number}. ${title}\n\nDate: ${date}\n\n## Status\n\n${status}\n\n## Context\n\nC.\n\n## Decision\n\nD.\n`;

describe('the index', () => {
  it('lists documents sorted by path, whatever the order in which they came', () => {
    const index = indexOf({ 'docs/b.md': '# B', 'docs/a.md': '# A', 'a.md': '# T' });
    expect(index.entries().map((entry) => entry.path)).toEqual(['a.md', 'docs/a.md', 'docs/b.md']);
  });

  it('gives the same entry as long as nothing of it changes', () => {
    const index = indexOf({ 'adr/0001-a.md': nygard(1, 'A', 'Accepted'), 'adr/0002-b.md': nygard(2, 'B', 'Accepted') });
    const before = index.entry('adr/0001-a.md');
    index.set(reading('adr/0002-b.md', nygard(2, 'B', 'Rejected')));
    expect(index.entry('adr/0001-a.md')).toBe(before);
    expect(index.entry('adr/0002-b.md')?.status).toBe('rejected');
    expect(index.entries()).toBe(index.entries());
  });

  it('knows both sides of a relation where one side states it', () => {
    const index = indexOf({ 'adr/0001-a.md': nygard(1, 'A', 'Accepted'), 'adr/0002-b.md': nygard(2, 'B', 'Accepted\n\nSupersedes [1. A](0001-a.md)') });
    expect(index.entry('adr/0002-b.md')?.supersedes).toEqual(['adr/0001-a.md']);
    expect(index.entry('adr/0001-a.md')?.supersededBy).toEqual(['adr/0002-b.md']);
    expect(index.entry('adr/0001-a.md')?.evidence.supersededBy).toMatchObject({ path: 'adr/0002-b.md', line: 9 });
    expect(index.entry('adr/0001-a.md')?.status).toBe('accepted');
  });

  it('takes a README for a record where a side-car gives it a number, a title or a status', () => {
    const index = indexOf({ 'keps/use-queues/README.md': '# Use queues\n\n## Notes\n\nN.\n', 'keps/use-queues/kep.yaml': 'title: Use queues\nkep-number: 12\nstatus: implementable\n', 'keps/README.md': '# All of them\n' });
    expect(index.entry('keps/use-queues/README.md')).toMatchObject({ kind: 'decision', number: 12, status: 'accepted' });
    expect(index.entry('keps/README.md')?.kind).toBe('other');
    index.remove('keps/use-queues/kep.yaml');
    expect(index.entry('keps/use-queues/README.md')?.kind).toBe('other');
  });

  it('knows what amends and what requires a document, and keeps the evidence of each', () => {
    const index = indexOf({ 'adr/0001-a.md': nygard(1, 'A', 'Accepted'), 'adr/0002-b.md': nygard(2, 'B', 'Accepted'), 'adr/0003-c.md': '---\namends: [ADR-0001]\nrequires: 1, 2\n---\n# C\n' });
    expect(index.entry('adr/0001-a.md')).toMatchObject({ amendedBy: ['adr/0003-c.md'], requiredBy: ['adr/0003-c.md'], evidence: { amendedBy: { path: 'adr/0003-c.md', line: 2 } } });
    expect(index.entry('adr/0003-c.md')).toMatchObject({ amends: ['adr/0001-a.md'], requires: ['adr/0001-a.md', 'adr/0002-b.md'], further: { requires: [{ text: '2', line: 3 }] } });
    expect(explain(index.entry('adr/0003-c.md')!, 'en', ['requires'])).toEqual(['Requires: “1” on line 3 (front-matter)', 'Requires: “2” on line 3 (front-matter)']);
    expect(explain(index.entry('adr/0001-a.md')!, 'en', ['requiredBy'])).toEqual(['Required by: “1” in 0003-c.md, line 3 (front-matter)']);
    expect(explain(index.entry('adr/0003-c.md')!, 'en', ['requires'], false)).toEqual(['Requires: “1, 2” on line 3']);
  });

  it.each([
    ['ADR-0005', 'docs/adr/0005-y.md'],
    ['ADR 5', 'docs/adr/0005-y.md'],
    ['5', 'docs/adr/0005-y.md'],
    ['#5', 'docs/adr/0005-y.md'],
    ['#0005', 'docs/adr/0005-y.md'],
    ['[ADR-0005](0005-y.md)', 'docs/adr/0005-y.md'],
    ['[the new one](./0005-y.md#status)', 'docs/adr/0005-y.md'],
    ['[[0005-y]]', 'docs/adr/0005-y.md'],
    ['0005-y.md', 'docs/adr/0005-y.md'],
    ['/docs/adr/0005-y.md', 'docs/adr/0005-y.md'],
    ['[ADR 5](https://example.org/team/repo/blob/main/docs/adr/0005-y.md)', 'docs/adr/0005-y.md'],
    ['ADR-0099', 'ADR-0099'],
  ])('resolves "superseded by %s"', (reference, target) => {
    const index = indexOf({ 'README.md': '# R', 'docs/adr/0001-x.md': nygard(1, 'X', `Superseded by ${reference}`), 'docs/adr/0005-y.md': nygard(5, 'Y', 'Accepted'), 'other/adr/0005-z.md': nygard(5, 'Z', 'Accepted') });
    expect(index.entry('docs/adr/0001-x.md')?.supersededBy).toEqual([target]);
    expect(index.entry('docs/adr/0001-x.md')?.status).toBe('superseded');
  });

  it('takes a heading for the title where the front matter has a name for machines, or the heading has words', () => {
    const index = indexOf({ 'enhancements/use-of-queues.md': '---\ntitle: use-of-queues\n---\n# Why queues\n', 'enhancements/other-queues.md': '---\ntitle: Other queues\n---\n# Why others\n', 'enhancements/0007-last-queues.md': '# RFC-7\n' });
    expect(index.entries().map(({ title }) => title)).toEqual(['last queues', 'Other queues', 'Why queues']);
  });

  it('takes what names begin with for a year where neighbours share it', () => {
    const proposal = (title: string) => `- Start Date: 2018-11-20\n\n# ${title}\n\n## Summary\n\n## Motivation\n\n## Alternatives\n`;
    const index = indexOf({ 'designs/2018-a/README.md': proposal('A'), 'designs/2018-b/README.md': proposal('B'), 'designs/2018-c/README.md': proposal('C'), 'designs/2019-d/README.md': proposal('D'), 'text/2018-a.md': proposal('A'), 'text/2019-b.md': proposal('B'), 'text/2020-c.md': proposal('C') });
    expect(index.entries().map(({ number, id }) => [number, id])).toEqual([...Array(4).fill([null, null]), [2018, '2018'], [2019, '2019'], [2020, '2020']]);
  });

  it('keeps to the language of a document where a reference could mean one of several translations', () => {
    const index = indexOf({ 'adr/0001-a.md': nygard(1, 'A', 'Superseded by ADR-2'), 'adr/0001-a.ja.md': nygard(1, 'A', 'Superseded by ADR-2'), 'adr/0002-b.md': nygard(2, 'B', 'Accepted'), 'adr/0002-b.ja.md': nygard(2, 'B', 'Accepted') });
    expect(index.entry('adr/0001-a.md')?.supersededBy).toEqual(['adr/0002-b.md']);
    expect(index.entry('adr/0001-a.ja.md')?.supersededBy).toEqual(['adr/0002-b.ja.md']);
  });

  it('leaves an ambiguous date unset until another date of the repository tells the order', () => {
    const index = indexOf({ 'a/adr/0001-x.md': nygard(1, 'X', 'Accepted', '03/04/2021'), 'b/adr/0001-x.md': nygard(1, 'X', 'Accepted', '12/25/2020') });
    expect(index.entry('a/adr/0001-x.md')?.date).toBeNull();
    index.set(reading('a/adr/0002-y.md', nygard(2, 'Y', 'Accepted', '25/12/2020')));
    expect(index.entry('a/adr/0001-x.md')?.date).toBe('2021-04-03');
    index.remove('a/adr/0002-y.md');
    expect(index.entry('a/adr/0001-x.md')?.date).toBeNull();
  });

  it('reads a side-car for the README beside it, in whatever order they come and go', () => {
    const index = indexOf({ 'keps/sig/12-x/kep.yaml': 'title: X\nkep-number: 12\nstatus: implementable\n' });
    expect(index.entries()).toEqual([]);
    index.set(reading('keps/sig/12-x/README.md', '# KEP-12: X\n\n## Summary\n\n## Motivation\n\n### Goals\n\n### Non-Goals\n'));
    expect(index.entry('keps/sig/12-x/README.md')).toMatchObject({ kind: 'decision', id: 'KEP-12', status: 'accepted', evidence: { status: { path: 'keps/sig/12-x/kep.yaml', line: 3 } } });
    index.remove('keps/sig/12-x/kep.yaml');
    expect(index.entry('keps/sig/12-x/README.md')?.status).toBeNull();
  });

  it('shows two sources that contradict each other', () => {
    const index = indexOf({ 'adr/0001-x.md': '---\nstatus: accepted\n---\n# 1. X\n\n## Status\n\nProposed\n\n## Decision\n\nD.\n' });
    expect(index.entry('adr/0001-x.md')).toMatchObject({ status: 'accepted', contradicted: { status: { text: 'Proposed', line: 8, dialect: 'section' } } });
  });

  it('says nothing where a document says nothing', () => {
    const index = indexOf({ 'adr/0001-x.md': '# Use X\n\n## Context and Problem Statement\n\nC.\n\n## Considered Options\n\n* A\n' });
    expect(index.entry('adr/0001-x.md')).toMatchObject({ kind: 'decision', status: null, statusText: null, open: null, date: null, owners: [], supersededBy: [] });
  });

  it('does not take keys of JavaScript objects for anything', () => {
    const index = indexOf({ 'adr/__proto__.md': '---\n__proto__: accepted\nconstructor: x\nstatus: toString\nsupersedes: __proto__\n---\n# constructor\n', 'constructor/hasOwnProperty.md': '- __proto__: x\n- toString: y\n' });
    expect(index.entry('adr/__proto__.md')).toMatchObject({ status: null, statusText: 'toString' });
    expect(index.entry('constructor')).toBeUndefined();
  });

  it('comes to the same after any edits as one that is made anew', () => {
    const folders = ['docs/adr', 'docs/adr/old', 'other', ''];
    const texts = [
      '# Notes\n',
      nygard(1, 'A', 'Accepted', '03/04/2021'),
      nygard(2, 'B', 'Superseded by ADR-3', '25/12/2020'),
      nygard(3, 'C', 'Accepted\n\nSupersedes 1', '12/25/2020'),
      '---\nstatus: proposed\nsupersedes: [2]\n---\n# X\n\n## Context\n\n## Decision\n',
      `\n${nygard(3, 'C', 'Accepted\n\nSupersedes 1', '12/25/2020')}`,
      nygard(3, 'C', 'Accepted\n\nSupersedes 1\n\nAmends 2', '12/25/2020'),
      nygard(3, 'D', 'Proposed', '12/25/2020'),
      '# {Title}\n\n- Status: {status}\n',
      'status: rejected\nreplaces: [1]\n',
    ];
    const names = ['0001-a.md', '0002-b.md', '0003-c.md', 'notes.md', 'README.md', 'template.md', 'kep.yaml', 'rfc.yaml'];
    const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map(([folder, name]) => (folder === '' ? name : `${folder}/${name}`));
    const edit = fc.tuple(path, fc.option(fc.constantFrom(...texts)), fc.constantFrom('look', 'suppose', 'go on'));
    const readings = new Map<string, Reading>();
    const cached = (at: string, text: string) => {
      const key = `${at}\n${text}`;
      const known = readings.get(key) ?? reading(at, text);
      readings.set(key, known);
      return known;
    };
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const index = new WorkspaceIndex();
        const files = new Map<string, Reading>();
        for (const [at, text, how] of edits) {
          if (text === null) {
            index.remove(at);
            files.delete(at);
          } else if (how === 'suppose' && !isSidecarPath(at)) {
            index.supposing([cached(at, text)]);
          } else {
            index.set(cached(at, text));
            files.set(at, cached(at, text));
          }
          if (how === 'look') index.entries();
        }
        const fresh = new WorkspaceIndex();
        for (const each of [...files.values()].reverse()) fresh.set(each);
        expect(index.entries() as Entry[]).toEqual(fresh.entries() as Entry[]);
      }),
      { numRuns: 200 },
    );
  });
});
