import * as vscode from 'vscode';
import { ProgressType, type BaseLanguageClient } from 'vscode-languageclient';
import { Method, type LintParams, type LintProgress, type LintSummary } from '../../protocol/protocol.ts';

/** Has the server check one document, or all of them, while a notification shows how far it is and offers to stop. */
export function runLint(client: BaseLanguageClient, title: string, uri?: vscode.Uri): Thenable<LintSummary> {
  const progressToken = crypto.randomUUID();
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, cancellation) => {
    let shown = 0;
    const listening = client.onProgress(new ProgressType<LintProgress>(), progressToken, (at) => {
      if (at.total === 0) return;
      const percent = Math.floor((100 * at.done) / at.total);
      progress.report({ increment: percent - shown, message: vscode.l10n.t('{0} of {1}', at.done, at.total) });
      shown = percent;
    });
    try {
      await client.start();
      return await client.sendRequest<LintSummary>(Method.lint, { progressToken, ...(uri ? { uri: client.code2ProtocolConverter.asUri(uri) } : {}) } satisfies LintParams, cancellation);
    } catch (error) {
      // Before its turn had come.
      if (!cancellation.isCancellationRequested) throw error;
      return { documents: 0, errors: 0, warnings: 0, infos: 0, typed: true, cancelled: true };
    } finally {
      listening.dispose();
    }
  });
}

/** Says what was found and offers the Problems panel. */
export async function showSummary({ documents, errors, warnings, infos, cancelled }: LintSummary, where: string): Promise<void> {
  const found = errors + warnings + infos;
  const show = vscode.l10n.t('Show Problems');
  const counts = [
    ...(errors ? [errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors)] : []),
    ...(warnings ? [warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings)] : []),
    ...(infos ? [infos === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', infos)] : []),
  ].join(', ');
  if (cancelled) await vscode.window.showInformationMessage(vscode.l10n.t('Stopped after {0} documents. Found so far: {1}.', documents, counts || vscode.l10n.t('nothing')));
  else if (!found) await vscode.window.showInformationMessage(vscode.l10n.t('{0}: no problems found.', where));
  else if ((await vscode.window.showWarningMessage(vscode.l10n.t('{0}: {1}.', where, counts), show)) === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
