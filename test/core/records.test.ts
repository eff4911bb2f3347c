import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import type { Entry } from '../../src/core/entry.ts';
import { readDocumentFacts } from '../../src/core/reading.ts';
import { recordsOf, type EntryRecords } from '../../src/core/records.ts';
import { scopeKey } from '../../src/core/record-index/find.ts';
import { WorkspaceIndex } from '../../src/core/workspace-index.ts';

const FILES = ['docs/adr/0001-queue.md', 'docs/adr/0002-store.md', 'docs/adr/0002-cache.md', 'docs/adr/README.md', 'docs/minutes/2025-01-06-sync.md', 'docs/minutes/2025-01-13-sync.md', 'docs/minutes/2025-01-20-sync.md', 'other/0007-mail.md'];
const decision = (status: string, more = ''): string => `# Keep it\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\n- [ ] Write the queue down @ann\n${more}\n## Consequences\n\nz\n`;
const minutes = (date: string, ...actions: string[]): string => `# Weekly sync\n\nDate: ${date}\n\nAttendees: Ann, Bob\n\n## Agenda\n\n## Action items\n\n${actions.map((action) => `- [ ] ${action}\n`).join('')}`;
const TEXTS = [
  decision('Accepted'), decision('Zwischenstand'), decision('Accepted\n\nSupersedes 0002-store.md'), decision('Superseded by 0001-queue.md', '- [ ] Move all parts of it, #12\n'),
  minutes('2025-01-06', 'Write the queue down @ann'), minutes('2025-02-06'), minutes('2025-01-13', 'Tell the whole team of it', 'Write the queue down'), '# Notes\n',
];

// What is told of every entry and to every question that its words raise.
function told(records: EntryRecords): unknown {
  return records.all.map((entry) => [
    records.at(entry.path), records.called(entry.path.slice(entry.path.lastIndexOf('/') + 1)), records.twinOf(entry), entry.actions.map((action) => records.copiesOf(action)), records.trackedItems(entry.kind),
    records.isSharedStatus(entry.statusText ?? 'Zwischenstand'), records.supersededAt(entry.path.replace(/\.md$/, '')), records.numbered(entry, 2), records.listedIn('docs'), records.listedTogether(scopeKey(entry)), records.below('docs'), records.inFolder('docs/adr'),
    records.minutesBefore(entry), records.minutesAfter(entry), records.isUsual(entry, 'supersedes'), records.isUsual(entry, 'supersededBy'),
  ]);
}

describe('records', () => {
  it('say the same after any edits as those that are made anew', () => {
    const edit = fc.tuple(fc.nat(FILES.length - 1), fc.nat(TEXTS.length - 1), fc.boolean());
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const index = new WorkspaceIndex();
        const write = (path: string, text: string): void => index.set(readDocumentFacts(parseDocument(path, text)));
        for (const [at, path] of FILES.entries()) write(path, TEXTS[at % TEXTS.length]!);
        let before: readonly Entry[] = index.entries();
        let records = recordsOf(before);
        for (const [file, text, asks] of edits) {
          if (asks) told(records);
          write(FILES[file]!, TEXTS[text]!);
          const entries = index.entries();
          const replaced = entries.flatMap((is, place) => (is === before[place] ? [] : [{ was: before[place]!, is }]));
          records = records.after(entries, replaced);
          before = entries;
        }
        expect(told(records)).toEqual(told(recordsOf(index.entries())));
      }),
      { numRuns: 100 },
    );
  });
});
