import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { inBackground } from '../background.ts';
import { runLint, showSummary } from './lint.ts';

/** "Docket: Lint Workspace": checks every document of every folder. */
export function lintWorkspace(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.lintWorkspace', async () => {
    const summary = await runLint(client, vscode.l10n.t('Checking the workspace'));
    inBackground(client, showSummary(summary, summary.documents === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', summary.documents)));
    return summary;
  });
}
