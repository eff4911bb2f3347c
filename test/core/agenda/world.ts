import { draftAgenda } from '../../../src/core/agenda/draft.ts';
import { redrawAgenda, type Redrawing } from '../../../src/core/agenda/redraw.ts';
import type { AgendaGroup } from '../../../src/core/config/schema.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { isRefusal } from '../../../src/core/edits.ts';
import type { Language } from '../../../src/core/language.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

export type FileTexts = Readonly<Record<string, string>>;

export const TODAY = '2026-03-02';

export async function workspaceOf(files: FileTexts, language: Language = 'en'): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language, rulePage: () => '', today: () => TODAY });
  await workspace.load();
  return workspace;
}

/** The minutes that are drafted for these files, and their path. */
export async function drafted(files: FileTexts, language: Language = 'en', group?: AgendaGroup): Promise<{ readonly path: string; readonly text: string }> {
  const made = await draftAgenda(await workspaceOf(files, language), { today: TODAY, group });
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
}

/** The text of minutes after their agenda was drawn again, and what was said of it. */
export async function redrawn(files: FileTexts, path: string, language: Language = 'en', group?: AgendaGroup): Promise<Redrawing & { readonly text: string }> {
  const made = await redrawAgenda(await workspaceOf(files, language), path, TODAY, group);
  if (isRefusal(made)) throw new Error(made.refused);
  return { ...made, text: made.changes.reduce((text, change) => (change.kind === 'edit' ? applyEdits(text, change.edits) : text), files[path]!) };
}

export const minutes = (date: string, more: string, chair = 'Mina Seo'): string => `---\ntype: meeting\ndate: ${date}\nchair: ${chair}\n---\n# Production meeting\n\n## Attendance\n\n- Reliability (must be there): Mina Seo, Oskar Lind\n- Product development (must be there): Jiho Han\n- Absent: Priya Nair\n\n${more}`;

export const postmortem = (date: string, actions = '| Alert on an empty queue | @oskar | 2026-02-20 | open |\n| Write the runbook for the queue | @mina | 2026-02-20 | done |\n'): string => `---\ntype: postmortem\nstatus: draft\ndate: ${date}\nseverity: SEV-2\n---\n# Mail was down\n\n## Summary\n\nMail was down.\n\n## Impact\n\n- Users: 4,000 got no mail. All of it came later.\n- Duration: 48 minutes\n\n## Action Items\n\n| Action | Owner | Due | State |\n|---|---|---|---|\n${actions}`;

export const OUTAGE = 'docs/postmortems/2026-02-25-mail.md';
export const FIRST = 'docs/meetings/2026-02-16-production-meeting.md';
export const LAST = 'docs/meetings/2026-02-23-production-meeting.md';

/** A team that has met twice. */
export const files: FileTexts = {
  [FIRST]: minutes('2026-02-16', '## New Action Items\n\n- [ ] Order a second disk for the replica @jiho (due: 2026-03-20)\n- [ ] Ask the provider for a longer key\n- [x] Move the alert to a ticket @mina\n', 'Oskar Lind'),
  [LAST]: minutes('2026-02-23', '## Prior Action Items\n\n- [ ] [Order a second disk for the replica](2026-02-16-production-meeting.md) @jiho (due: 2026-03-20)\n\n## New Action Items\n\n- TODO(mina): Present two options for the key.\n'),
  [OUTAGE]: postmortem('2026-02-25'),
  'docs/decisions/0001-use-two-keys.md': '---\nstatus: proposed\ndate: 2026-02-02\ndecide-by: 2026-02-27\ndecision-makers: Mina Seo\n---\n# Use two keys\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n* One\n* Two\n\n## Decision Outcome\n\nOpen.\n',
  'docs/design/0001-queue.md': '---\ntype: design\nstatus: in review\ndate: 2026-02-20\nowner: Jiho Han\n---\n# A queue for each carrier\n\n## Summary\n\nText.\n\n## Rollout\n\n1. Carrier A: a tenth of the traffic on 2026-03-09.\n2. All carriers: on 20 March, after a week without errors.\n',
};
