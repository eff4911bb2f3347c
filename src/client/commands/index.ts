import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { adoptTemplate } from './adopt-template.ts';
import { amend } from './amend.ts';
import { closeMeeting } from './close-meeting.ts';
import { copyLink } from './copy-link.ts';
import { copyMarkdown } from './copy-markdown.ts';
import { draftMeeting } from './draft-meeting.ts';
import { lintDocument } from './lint-document.ts';
import { lintWorkspace } from './lint-workspace.ts';
import { newDocument } from './new-document.ts';
import { openBeside } from './open-beside.ts';
import { openDashboard } from './open-dashboard.ts';
import { openRulePage } from './open-rule-page.ts';
import { refresh } from './refresh.ts';
import { renumber } from './renumber.ts';
import { setDecideBy } from './set-decide-by.ts';
import { setDue } from './set-due.ts';
import { setOwner } from './set-owner.ts';
import { setStatus } from './set-status.ts';
import { showOutput } from './show-output.ts';
import { supersede } from './supersede.ts';
import { tick } from './tick.ts';
import { untick } from './untick.ts';
import { updateIndex } from './update-index.ts';

/** Every command, in the order of package.json. */
export const commands: readonly ((client: BaseLanguageClient, extension: vscode.Uri) => vscode.Disposable)[] = [newDocument, adoptTemplate, lintDocument, lintWorkspace, supersede, amend, updateIndex, renumber, draftMeeting, closeMeeting, tick, untick, setOwner, setDue, setStatus, setDecideBy, openBeside, copyLink, copyMarkdown, openDashboard, openRulePage, refresh, showOutput];
