import type { Session } from '../session.ts';
import { acts } from './acts.ts';
import { adoptTemplate } from './adopt-template.ts';
import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { dashboard } from './dashboard.ts';
import { elsewhere } from './elsewhere.ts';
import { hover } from './hover.ts';
import { indexes } from './indexes.ts';
import { lint } from './lint.ts';
import { meetings } from './meetings.ts';
import { newDocuments } from './new-documents.ts';
import { refresh } from './refresh.ts';
import { renumbering } from './renumbering.ts';
import { ruleList } from './rule-list.ts';
import { successions } from './successions.ts';
import { treeViews } from './tree-views.ts';

/** Everything the server answers; each feature adds its own requests to the session's connection. */
export const features: readonly ((session: Session) => void)[] = [acts, adoptTemplate, codeActions, completion, dashboard, elsewhere, hover, indexes, lint, meetings, newDocuments, refresh, renumbering, ruleList, successions, treeViews];
