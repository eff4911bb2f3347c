import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import type { Entry } from '../../src/core/entry.ts';
import { createLinter, needsOf } from '../../src/core/lint.ts';
import { recordsOf } from '../../src/core/records.ts';
import { rules } from '../../src/core/rules/index.ts';
import type { LintInput } from '../../src/core/rules/rule.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const WORDS = ['Accepted', 'Proposed', 'Superseded'];

// A folder in which everything speaks of everything: `count` decisions, minutes, postmortems and lists.
function folderOf(count: number): Map<string, string> {
  const files = new Map<string, string>();
  for (let index = 1; index <= count; index++) {
    const number = String(index).padStart(4, '0');
    const [before, behind] = [`${String(index - 1).padStart(4, '0')}-queue.md`, `${String(index + 1).padStart(4, '0')}-queue.md`];
    const status = index % 4 === 0 ? `Zwischenstand ${index}` : WORDS[index % 4 - 1]!;
    files.set(`docs/adr/${number}-queue.md`, `# ${index}. Keep queue ${index}\n\nDate: 2025-0${(index % 9) + 1}-11\n\n## Status\n\n${status}\n\nSupersedes [the one before](${before})\n\nAmends [the next](${behind})\n\n## Context\n\nSee ADR-${index - 1} and ADR-${index + 1}.\n\n## Decision\n\n- [ ] Write the queue down @ann\n- [ ] Move part ${index} @bob due 2025-01-02\n\n## Consequences\n\nNone.\n`);
    files.set(`docs/minutes/2025-${number}-sync.md`, `# Weekly sync\n\nDate: 20${String(10 + (index % 15))}-03-${String((index % 28) + 1).padStart(2, '0')}\n\nAttendees: Ann, Bob\n\n## Agenda\n\n## Action items\n\n- [ ] Tell team ${index} of it @ann\n`);
    files.set(`docs/postmortems/${number}-outage.md`, `# Postmortem: outage ${index}\n\nDate: 2025-02-03\n\n## Summary\n\n## Impact\n\n## Timeline\n\n## Root cause\n\n## Action items\n\n- [ ] Mend cable ${index} (Ann)\n`);
    files.set(`docs/lists/${number}/README.md`, `# Decisions of team ${index}\n\n- [Keep queue](../../adr/${number}-queue.md)\n- [Keep the next](../../adr/${behind})\n`);
    files.set(`docs/kept/${number}/README.md`, `# Decisions that team ${index} keeps\n\n<!-- docket:index -->\n<!-- /docket:index -->\n`);
  }
  return files;
}

// How often the rules look at something in an entry while all documents are checked.
async function looks(count: number): Promise<number> {
  const workspace = new Workspace({ files: memoryFiles(folderOf(count)), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  let looked = 0;
  const entries = workspace.entries().map((entry) => new Proxy(entry, { get: (target, key) => (looked++, target[key as keyof Entry]) }));
  const byPath = new Map(workspace.paths().map((path, index) => [path, entries[index]!]));
  const records = recordsOf(entries);
  const lint = createLinter(rules, (id) => id);
  for (const [path, entry] of byPath) {
    const document = await workspace.document(path);
    const input: LintInput = { document, entry, type: await workspace.typeOf(path), records, surroundings: { today: '2026-03-02' }, config: DEFAULT_CONFIG, vocabulary: builtInVocabulary, language: 'en' };
    const needs = needsOf(rules, input);
    const others = new Map(await Promise.all((needs.others ?? []).map(async (other) => [other, await workspace.document(other)] as const)));
    expect(needs.others?.length ?? 0).toBeLessThanOrEqual(60);
    lint({ ...input, surroundings: { today: '2026-03-02', others } });
  }
  return looked / entries.length;
}

describe('a check of a folder', () => {
  it('looks at no more entries for each document where there are more documents', async () => {
    const [few, many] = [await looks(40), await looks(160)];
    expect(many).toBeLessThan(few * 1.25);
  }, 60_000);
});
