import { Method } from '../../protocol/protocol.ts';
import type { Session } from '../session.ts';
import { codeActions } from './code-actions.ts';
import { elsewhere } from './elsewhere.ts';
import { hover } from './hover.ts';
import { lint } from './lint.ts';
import { onDemand } from './on-demand.ts';
import { refresh } from './refresh.ts';
import { ruleList } from './rule-list.ts';
import { treeViews } from './tree-views.ts';

/** Everything the server answers; each feature adds its own requests to the session's connection. */
export const features: readonly ((session: Session) => void)[] = [
  codeActions, elsewhere, hover, lint, refresh, ruleList, treeViews,
  onDemand([Method.act, Method.statusSteps, Method.dueChoices, Method.people], async () => (await import('./acts.ts')).acts),
  onDemand([Method.adoptableTemplates, Method.adoptTemplate], async () => (await import('./adopt-template.ts')).adoptTemplate),
  onDemand(['textDocument/completion'], async () => (await import('./completion.ts')).completion),
  onDemand([Method.dashboard], async () => (await import('./dashboard.ts')).dashboard),
  onDemand([Method.updateIndex], async () => (await import('./indexes.ts')).indexes),
  onDemand([Method.draftMeeting, Method.closeMeeting], async () => (await import('./meetings.ts')).meetings),
  onDemand([Method.types, Method.newDocument], async () => (await import('./new-documents.ts')).newDocuments),
  onDemand([Method.renumber], async () => (await import('./renumbering.ts')).renumbering),
  onDemand([Method.succeed], async () => (await import('./successions.ts')).successions),
];
