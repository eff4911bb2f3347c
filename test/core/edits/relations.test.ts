import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/document.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { addRelation } from '../../../src/core/edits/add-relation.ts';
import { markSuperseded } from '../../../src/core/edits/mark-superseded.ts';
import { isRefusal, sidecarDocument } from '../../../src/core/edits.ts';
import { readDocumentFacts, readSidecar } from '../../../src/core/reading.ts';
import type { Relation } from '../../../src/core/vocabulary/index.ts';
import { WorkspaceIndex } from '../../../src/core/workspace-index.ts';
import { examplesOf } from '../actions/examples.ts';

const PATH = 'docs/decisions/0001-one.md';
const named = (path: string) => ({ path, id: null, number: Number(/\d+/.exec(path)![0]), title: 'Five', kind: 'decision' as const });

describe('relations', () => {
  for (const { sentence, blocks } of examplesOf(readFileSync(new URL('relations.md', import.meta.url), 'utf8'))) {
    it(sentence, () => {
      const [before, command, after] = blocks;
      for (const ending of ['\n', '\r\n']) {
        const text = before!.text.replaceAll('\n', ending);
        const [relation, path] = command!.text.trim().split(' ') as [Relation, string];
        const result = addRelation(parseDocument(PATH, text), relation, named(path));
        if (after!.language === 'refused') expect(result).toMatchObject({ refused: after!.text.trim() });
        else expect(isRefusal(result) ? result : applyEdits(text, result)).toBe(after!.text.replaceAll('\n', ending));
      }
    });
  }
});

describe('what takes the place of a document', () => {
  const supersede = (text: string, path = PATH): string => {
    const index = new WorkspaceIndex();
    index.set(readDocumentFacts(parseDocument(path, text)));
    const result = markSuperseded(parseDocument(path, text), index.entry(path)!.evidence.status, named('docs/decisions/0005-five.md'));
    return isRefusal(result) ? result.refused : applyEdits(text, result);
  };

  it('is written into the field that waits for it, and the status says so', () => {
    expect(supersede('---\nstatus: accepted\nsuperseded-by:\n---\n# One\n')).toBe('---\nstatus: superseded\nsuperseded-by: ADR-0005\n---\n# One\n');
  });

  it('takes the sign and the remark of the old state with it', () => {
    expect(supersede('# One\n\n## Status\n\n✅ Accepted (partially implemented)\n')).toBe('# One\n\n## Status\n\nSuperseded by [ADR-0005](0005-five.md)\n');
  });

  it('leaves a remark that stays true', () => {
    expect(supersede('# One\n\n* Status: accepted, see the minutes of 2026-01-02\n')).toBe('# One\n\n* Status: superseded by [ADR-0005](0005-five.md), see the minutes of 2026-01-02\n');
  });

  it('takes the place of a link on the status: a link cannot stand in a link', () => {
    expect(supersede('# One\n\n- Status: [ACCEPTED](/README.md#accepted)\n')).toBe('# One\n\n- Status: SUPERSEDED BY [ADR-0005](0005-five.md)\n');
  });

  it('is said in both places that say the status', () => {
    expect(supersede('---\nstatus: accepted\n---\n# One\n\n## Status\n\nAccepted\n')).toBe('---\nstatus: superseded by ADR-0005\n---\n# One\n\n## Status\n\nSuperseded\n');
  });

  it('is a field of the side-car that holds the status', () => {
    const yaml = 'title: One\nstatus: implementable\nsuperseded-by:\n  - TBD\n';
    const index = new WorkspaceIndex();
    index.set(readDocumentFacts(parseDocument('keps/1-one/README.md', '# KEP-1: One\n')));
    index.set(readSidecar('keps/1-one/kep.yaml', yaml));
    const result = markSuperseded(sidecarDocument('keps/1-one/kep.yaml', yaml), index.entry('keps/1-one/README.md')!.evidence.status, { ...named('keps/5-five/README.md'), id: 'KEP-5' });
    expect(isRefusal(result) ? result : applyEdits(yaml, result)).toBe('title: One\nstatus: replaced\nsuperseded-by:\n  - KEP-5\n');
  });
});
