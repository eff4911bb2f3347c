import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { inBackground } from '../background.ts';
import { runLint, showSummary } from './lint.ts';

/** "Docket: Lint Document": checks the document in the active editor. */
export function lintDocument(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.lintDocument', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') {
      inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown document first; Docket checks the one in the active editor.')));
      return undefined;
    }
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const summary = await runLint(client, vscode.l10n.t('Checking {0}', name), document.uri);
    if (!summary.typed && summary.errors + summary.warnings + summary.infos === 0) {
      inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('{0} is of no document type that Docket knows, so there is nothing to check; name its type under "types" in .docket.yaml.', name)));
    } else inBackground(client, showSummary(summary, name));
    return summary;
  });
}
