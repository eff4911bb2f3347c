import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type DocumentParams, type StatusSteps } from '../protocol/protocol.ts';
import { inBackground } from './background.ts';
import { newestOf } from './newest.ts';

/** Shows the status of the document in the active editor and how many problems it has; a click changes the status. */
export function statusBar(client: BaseLanguageClient, onDidChangeItems: vscode.Event<void>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('docket.status', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Docket: Status of the Document');
  item.command = { command: 'docket.setStatus', title: vscode.l10n.t('Change Status') };
  const ask = newestOf<DocumentParams, StatusSteps | null>(client, Method.statusSteps);
  const draw = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const steps = document?.languageId === 'markdown' && client.isRunning() ? await ask({ uri: client.code2ProtocolConverter.asUri(document.uri) }) : null;
    if (steps === undefined || document !== vscode.window.activeTextEditor?.document) return;
    if (!steps || !document) {
      item.hide();
      return;
    }
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'docket').length;
    item.text = `$(${steps.icon}) ${steps.label}${found ? `  $(issues) ${found}` : ''}`;
    const problems = found === 0 ? vscode.l10n.t('no problems found') : found === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', found);
    item.tooltip = vscode.l10n.t('{0}, {1}. Click to change the status.', steps.label, problems);
    item.accessibilityInformation = { label: vscode.l10n.t('Status of the document: {0}, {1}', steps.label, problems), role: 'button' };
    item.show();
  };
  const drawSoon = (): void => inBackground(client, draw());
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(drawSoon),
    onDidChangeItems(drawSoon),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) drawSoon();
    }),
  );
}
