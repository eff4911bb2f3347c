import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/core/rules/index.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const LENGTH = 400_000;
const often = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

const OTHER = JSON.stringify({ docket: 'index', version: 1, name: 'other', documents: [{ path: '1.md', kind: 'decision', number: 1, status: 'superseded', supersededBy: ['2.md'] }, { path: '2.md', kind: 'decision', number: 2, status: 'accepted' }] });

// For each rule the document that makes it look longest, without what fills it. What does not end in time is stopped by the test runner.
const WORST: Readonly<Record<string, readonly [path: string, head: string, filling: string]>> = {
  'action-due': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n- [ ] b (due: 2026-01-09)\n', '- [ ] @a b\n'],
  'action-fixes-people': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n', '- [ ] be more careful with the the the the\n'],
  'action-overdue': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n', '- [ ] write the same thing (due: 2026-01-09)\n'],
  'action-owner': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n', '- [ ] Add (x\n'],
  'duplicate-section': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n', '\n## Context\n\n## Decision\n'],
  'empty-section': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\n', '<!-- '],
  'placeholder-text': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\n', '{[<TBD '],
  'heading-depth': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n', '\n### a\n\n###### b\n'],
  'minimum-items': ['docs/decisions/0001-a.md', '# A\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\nx\n\n## Considered Options\n\n', '- pro\n  - con\n'],
  'table-columns': ['docs/postmortems/a.md', '---\ntype: postmortem\n---\n# A\n\n## Timeline\n\n| Time | Event |\n|---|---|\n', '| 10:00 | a |\n'],
  title: ['docs/decisions/0001-a.md', '# ', '1: a - b. '],
  'unknown-section': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n', '\n## Decisio\n\n### b\n'],
  'required-sections': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n', '\n### a\n\n#### b\n'],
  'section-order': ['docs/decisions/0001-a.md', '# 1. A\n\n## Decision\n\nx\n', '\n## Consequences\n\n## Context\n'],
  'action-unreadable': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n- [ ] a\n', '- [] b (due: 2026-02-30) 📅 03/04\n'],
  'action-repeated': ['minutes/2026-01-02.md', '# Meeting minutes 2026-01-02\n\nAttendees: Mina, Jun\n\n## Action Items\n\n', '- [ ] write the same thing again\n'],
  'action-untracked': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n', '- [ ] b #12\n- [ ] c #13\n- [ ] d #14\n- [ ] e\n'],
  'action-vague': ['postmortems/2026-01-02-a.md', '# Postmortem of a\n\n## Timeline\n\n## Root cause\n\n## Action Items\n\n', '- [ ] Improve 알림 '],
  'decide-by': ['docs/decisions/0001-a.md', '---\nstatus: proposed\ndecide-by: 2026-01-31\n---\n# 1. A\n', '\nDecide by: 2026-01-31\n'],
  'accepted-unfinished': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Open questions\n', '\n- Why is to be decided ???? TBD to be decided?\n'],
  'done-with-open-boxes': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nImplemented\n\n## Consequences\n', '\n- [ ] [ ] x\n'],
  'accepted-text-changed': ['docs/decisions/0001-a.md', '---\nstatus: accepted\n---\n# 1. A\n\nproposed\n', '\n## Context\n\nconections are proposed\n'],
  'status-step': ['docs/decisions/0001-a.md', '---\nstatus: proposed\n---\n# 1. A\n', '\nStatus: accepted\n\n## Status\n\nDraft\n'],
  'stale-proposal': ['docs/decisions/0001-a.md', '---\nstatus: proposed\ndate: 2025-01-31\n---\n# 1. A\n', '\nUpdated: 2025-01-31\n'],
  'unused-suppression': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\n', '<!-- docket-disable a, b\n--> <!-- docket-enable --> '],
  'duration-mismatch': ['docs/postmortems/a.md', '---\ntype: postmortem\n---\n# A\n\n## Summary\n\n', 'Duration: 5 minutes 1:00 2:00\n'],
  blameless: ['docs/postmortems/a.md', '---\ntype: postmortem\nowner: Ann Lee\n---\n# A\n\n## Root Causes\n\n', 'we should have Ann Lee "[<`담당자가 '],
  'impact-quantified': ['docs/postmortems/a.md', '---\ntype: postmortem\n---\n# A\n\n## Impact\n\n', 'v1 #2 `[a](b 2026-01-01 some '],
  'no-preventive-action': ['docs/postmortems/a.md', '---\ntype: postmortem\n---\n# A\n\n## Action Items\n\n| Action | Type | Owner |\n|---|---|---|\n', '| a b | detect | c |\n'],
  late: ['docs/postmortems/a.md', '---\ntype: postmortem\nincident-end: 2026-01-01\n---\n# A\n\n', 'Published: 2026-01-0\n'],
  chair: ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Paging Events\n\n', '- ( chair: a\n'],
  attendance: ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Paging Events\n\n## Attendance\n\n', '- Reliability (must be there):\n'],
  'change-details': ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Paging Events\n\n## Upcoming Production Changes\n\n', '- a 1:00 2026-01-0 5 min\n'],
  'paging-verdict': ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Paging Events\n\n', 'a\n\n- b\n  - c\n\n'],
  'metric-objective': ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Paging Events\n\n## Metrics\n\n| a | b |\n|---|---|\n', '| c | 5 |\n'],
  'dropped-action': ['docs/meetings/a.md', '---\ntype: meeting\n---\n# A\n\n## Action Items\n\n', '- [ ] raise the threshold of alerts\n'],
  'timeline-order': ['docs/postmortems/a.md', '---\ntype: postmortem\n---\n# A\n\n## Timeline\n\n', '- 10:00 a\n- 09:00 b\n'],
  'sign-off': ['docs/design/0001-a.md', '---\ntype: design\nstatus: accepted\n---\n# A\n\nReviewers: a\n\n## Sign-Off\n\n| Role | Who | Verdict |\n|---|---|---|\n', '| reliability | (a | no |\n'],
  'component-owner': ['docs/charters/a.md', '---\ntype: charter\n---\n# A\n\n## Components\n\n| Component | Owner | Site |\n|---|---|---|\n', '| a | b, c / d | e, f / g |\n'],
  'owner-gone': ['docs/decisions/0001-a.md', '---\nstatus: proposed\nowner: Ann Lee\n---\n# A\n\n## Action Items\n\n', '- [ ] a @b '],
  'field-required': ['docs/decisions/0001-a.md', '---\ndate: 2026-03-02\n', 'a: 1\n'],
  'field-value': ['docs/decisions/0001-a.md', '---\nstatus: accepte\n---\n# 1. A\n\n## Context\n\n', 'status: accepte | a\n'],
  'status-unknown': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\n', 'glowing '],
  'front-matter-syntax': ['docs/decisions/0001-a.md', '---\n', 'a: [\n'],
  'broken-link': ['docs/a.md', '# A\n\n', '[a](b/c/d.md#e) [x][y] ![](z) other/ADR-7 <a id=x <img src="a <a href=b> '],
  'duplicate-number': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n', '1 2 '],
  'superseded-one-sided': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n', 'Supersedes [ADR-2](0002-b.md), '],
  'supersedes-nothing': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nAccepted\n\n', 'Supersedes ADR-7, ADR-8\n\n'],
  'index-rot': ['README.md', '# A\n\n', '- [a](0001-a.md) accepted [b](0002-b.md)\n'],
  'cites-superseded': ['docs/decisions/0001-a.md', '# 1. A\n\n## Status\n\nProposed\n\n', '- [a](0002-b.md) ADR-2 other/ADR-1 a/1/2/3 > '],
  'number-mismatch': ['docs/decisions/0001-a.md', '---\nid: 3\n---\n# 2. A\n\n', '# 1. A\n'],
};

describe('the worst document for a rule is checked to its end', () => {
  it.each(Object.entries(WORST))('%s', async (id, [path, head, filling]) => {
    expect(rules.map((rule) => rule.id)).toContain(id);
    const text = head + often(filling);
    const files = memoryFiles(new Map([[path, text], ['other.json', OTHER], ['.docket.yaml', `rules: {${id}: warning}\nindexes: other.json\n`]]), new Map(), new Map([[path, text.replace('proposed', 'accepted')]]));
    const workspace = new Workspace({ files, templates: builtInTemplates, language: 'en', rulePage: (rule) => rule, today: () => '2026-03-02' });
    await workspace.load();
    const findings = await workspace.lint(path);
    expect(findings.filter(({ messageId }) => messageId === 'failed')).toEqual([]);
  });
});
