import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { inBackground } from '../background.ts';
import { documentOfReport, Reports } from '../reports.ts';
import { runLint } from './lint.ts';

/** "Docket: Lint Document": checks the document in the active editor, or the one whose report that shows, and shows the report on it. */
export function lintDocument(client: BaseLanguageClient): vscode.Disposable {
  const reports = new Reports(client);
  return vscode.Disposable.from(reports, vscode.commands.registerCommand('docket.lintDocument', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') {
      inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown document first; Docket checks the one in the active editor.')));
      return undefined;
    }
    const uri = documentOfReport(document.uri) ?? document.uri;
    const summary = await runLint(client, vscode.l10n.t('Checking {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1)), uri);
    if (!summary.cancelled) await reports.show(uri);
    return summary;
  }));
}
