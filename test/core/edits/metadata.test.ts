import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from '../../../src/core/document.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { invertEdits, isRefusal, setDate, setDecideBy, setStatus, setSupersededBy, sidecarDocument, type EditResult } from '../../../src/core/edits.ts';
import type { Entry } from '../../../src/core/entry.ts';
import { readDocumentFacts, readSidecar } from '../../../src/core/reading.ts';
import { WorkspaceIndex } from '../../../src/core/workspace-index.ts';
import { examplesOf } from '../actions/examples.ts';

const PATH = 'docs/decisions/0001-one.md';

function entryOf(text: string, path = PATH): Entry {
  const index = new WorkspaceIndex();
  index.set(readDocumentFacts(parseDocument(path, text)));
  return index.entry(path)!;
}

const COMMANDS: Readonly<Record<string, (document: Document, entry: Entry, value: string) => EditResult>> = {
  status: (document, entry, value) => setStatus(document, entry.evidence.status, value),
  date: (document, entry, value) => setDate(document, entry.evidence.date, value),
  'decide-by': (document, entry, value) => setDecideBy(document, entry.evidence.decideBy, value),
  successor: (document, entry, value) => setSupersededBy(document, entry.evidence.status, { path: value, id: /\d+/.exec(value) ? `ADR-${/\d+/.exec(value)![0]}` : null, title: 'The new one' }),
};

for (const page of ['status', 'dates', 'decide-by', 'successors']) {
  describe(page, () => {
    for (const { sentence, blocks } of examplesOf(readFileSync(new URL(`${page}.md`, import.meta.url), 'utf8'))) {
      it(sentence, () => {
        const [before, command, after] = blocks;
        for (const ending of ['\n', '\r\n']) {
          const text = before!.text.replaceAll('\n', ending);
          const [verb, ...value] = command!.text.trim().split(' ');
          const result = COMMANDS[verb!]!(parseDocument(PATH, text), entryOf(text), value.join(' '));
          if (after!.language === 'refused') {
            expect(result).toMatchObject({ refused: after!.text.trim() });
            continue;
          }
          if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
          const changed = applyEdits(text, result);
          expect(changed).toBe(after!.text.replaceAll('\n', ending));
          expect(applyEdits(changed, invertEdits(text, result))).toBe(text);
          const [first] = result;
          const { status } = entryOf(text).evidence;
          if (verb !== 'status' || !first || !status) continue;
          const back = setStatus(parseDocument(PATH, changed), entryOf(changed).evidence.status, text.slice(first.range.start, first.range.end));
          expect(isRefusal(back) ? back : applyEdits(changed, back)).toBe(text);
        }
      });
    }
  });
}

describe('edits of metadata', () => {
  const text = '# 1. One\n\n## Status\n\nProposed\n';

  it('set the old words again and give back the old text', () => {
    const accepted = applyEdits(text, setStatus(parseDocument(PATH, text), entryOf(text).evidence.status, 'accepted') as []);
    expect(entryOf(accepted).status).toBe('accepted');
    expect(applyEdits(accepted, setStatus(parseDocument(PATH, accepted), entryOf(accepted).evidence.status, 'Proposed') as [])).toBe(text);
  });

  it('do nothing where it is so already', () => {
    expect(setStatus(parseDocument(PATH, text), entryOf(text).evidence.status, 'proposed')).toEqual([]);
  });

  it('prefer the word that the neighbours use', () => {
    const neighbour = { ...entryOf(text.replace('Proposed', 'Approved')), path: 'docs/decisions/0002-two.md' };
    const result = setStatus(parseDocument(PATH, text), entryOf(text).evidence.status, 'accepted', { neighbours: [neighbour] });
    expect(applyEdits(text, result as [])).toContain('\nApproved\n');
  });

  it('refuse evidence that was read from another text', () => {
    expect(setStatus(parseDocument(PATH, `New line.\n\n${text}`), entryOf(text).evidence.status, 'accepted')).toEqual({ refused: 'changed' });
  });

  it('refuse a status that is only the name of a folder', () => {
    const path = 'design/implemented/one.md';
    const entry = entryOf('# One\n', path);
    expect(setStatus(parseDocument(path, '# One\n'), entry.evidence.status, 'accepted')).toEqual({ refused: 'not-in-text', data: { text: 'implemented' } });
  });

  it('write into the side-car that holds the status, and nowhere else', () => {
    const yaml = 'title: One\nstatus: implementable # since v1.2\ncreation-date: 2026-01-02\n';
    const index = new WorkspaceIndex();
    const readme = parseDocument('keps/1-one/README.md', '# KEP-1: One\n');
    index.set(readDocumentFacts(readme));
    index.set(readSidecar('keps/1-one/kep.yaml', yaml));
    const { status } = index.entry('keps/1-one/README.md')!.evidence;
    expect(setStatus(readme, status, 'implemented')).toEqual({ refused: 'other-file', data: { path: 'keps/1-one/kep.yaml' } });
    const result = setStatus(sidecarDocument('keps/1-one/kep.yaml', yaml), status, 'proposed');
    expect(applyEdits(yaml, result as [])).toBe(yaml.replace('implementable', 'provisional'));
  });

  it('name the successor under its own key of a side-car', () => {
    const yaml = 'title: One\nstatus: implementable\nsuperseded-by: [n/a]\n';
    const index = new WorkspaceIndex();
    index.set(readDocumentFacts(parseDocument('keps/1-one/README.md', '# KEP-1: One\n')));
    index.set(readSidecar('keps/1-one/kep.yaml', yaml));
    const { status } = index.entry('keps/1-one/README.md')!.evidence;
    const result = setSupersededBy(sidecarDocument('keps/1-one/kep.yaml', yaml), status, { path: 'keps/2-two/README.md', id: 'KEP-2', title: 'Two' });
    expect(applyEdits(yaml, result as [])).toBe('title: One\nstatus: replaced\nsuperseded-by: [KEP-2]\n');
  });

  const WAYS: Readonly<Record<string, (status: string) => string>> = {
    'front matter': (status) => `---\ntitle: One\nstatus: ${status}\n---\n# One\n`,
    list: (status) => `# One\n\n* Status: ${status}\n* Date: 2026-05-01\n`,
    'a bold line': (status) => `# One\n\n**Status**: ${status}  \n**Date**: 2026-05-01\n`,
    section: (status) => `# 1. One\n\n## Status\n\n${status}\n\n## Context\n\nText.\n`,
    table: (status) => `# One\n\n| Status | Date |\n|---|---|\n| ${status} | 2026-05-01 |\n`,
  };
  it.each(Object.keys(WAYS))('lead from every status to another and back in %s', (way) => {
    const words = { draft: 'Draft', proposed: 'Proposed', accepted: 'Accepted', rejected: 'Rejected', deprecated: 'Deprecated', superseded: 'Superseded by [ADR-2](0002-two.md)', withdrawn: 'Withdrawn', implemented: 'Implemented', deferred: 'Deferred' };
    const all = Object.keys(words);
    for (const [index, [from, word]] of Object.entries(words).entries()) {
      const before = WAYS[way]!(word);
      expect(entryOf(before).status).toBe(from);
      for (const to of [all[(index + 1) % all.length]!, all[(index + 4) % all.length]!]) {
        const edits = setStatus(parseDocument(PATH, before), entryOf(before).evidence.status, to);
        if (isRefusal(edits)) throw new Error(`${from} → ${to}: ${edits.refused}`);
        const after = applyEdits(before, edits);
        expect(entryOf(after).status).toBe(to);
        const back = setStatus(parseDocument(PATH, after), entryOf(after).evidence.status, word);
        expect(isRefusal(back) ? back : applyEdits(after, back)).toBe(before);
      }
    }
  }, 60_000);
});
