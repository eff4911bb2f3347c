import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const SECTIONS = '\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';

async function findings(text: string, others: Readonly<Record<string, string>> = {}) {
  const files = memoryFiles(new Map(Object.entries({ ...others, 'adr/0001-a.md': text })));
  const workspace = new Workspace({ files, templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return (await workspace.lint('adr/0001-a.md')).filter(({ ruleId }) => ruleId === 'status-unknown' || ruleId === 'field-value');
}

describe('a slip of a status is told and corrected', () => {
  it.each([
    ['in the front matter', '---\nstatus: acepted\n---\n# 1. A\n'],
    ['in quotes', '---\nstatus: "acepted"\n---\n# 1. A\n'],
    ['in a section', '# 1. A\n\n## Status\n\nacepted\n'],
    ['in emphasis', '# 1. A\n\n## Status\n\n**acepted**\n'],
    ['in a line', '# 1. A\n\nStatus: acepted\n'],
    ['in a list', '# 1. A\n\n* Status: acepted\n* Date: 2026-01-31\n'],
    ['in a table', '# 1. A\n\n| Status | Date |\n|---|---|\n| acepted | 2026-01-31 |\n'],
    ['in a table of two columns', '# 1. A\n\n| | |\n|---|---|\n| Status | acepted |\n| Date | 2026-01-31 |\n'],
  ])('%s', async (_, head) => {
    const text = head + SECTIONS;
    const found = await findings(text);
    expect(found.map(({ data }) => data['similar'])).toEqual(['accepted']);
    expect(applyEdits(text, found[0]!.fixes[0]!.edits)).toBe(text.replace('acepted', 'accepted'));
  });
});

describe('nothing is said of a status', () => {
  it.each([
    ['in a sentence', 'We agreed on this with everybody.'], ['that is still to be filled in', '{proposed | accepted}'], ['that is a question', 'Accepted?'],
    ['with an ending of its language', 'Akzeptierter'], ['of another meaning', 'Unresolved'], ['with its reason', 'Accepted with some reservations'], ['in a date', '2026-01-31'], ['that is a link', '[the vote](vote.md)'],
  ])('%s', async (_, status) => {
    expect((await findings(`# 1. A\n\n## Status\n\n${status}\n${SECTIONS}`)).filter(({ messageId }) => messageId === 'similar')).toEqual([]);
  });

  it('that others use, too', async () => {
    const moved = `# 1. A\n\n## Status\n\nMoved\n${SECTIONS}`;
    expect(await findings(moved)).toHaveLength(1);
    expect(await findings(moved, { 'adr/0002-b.md': moved.replace('1. A', '2. B') })).toEqual([]);
  });
});
