import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DASHBOARD, Dashboards } from '../webviews/dashboard.ts';

/** "Docket: Open Dashboard": what is open in the workspace, in figures; one that was open when the window was closed comes back with it. */
export function openDashboard(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable {
  const dashboards = new Dashboards(client, extension);
  return vscode.Disposable.from(
    dashboards,
    vscode.commands.registerCommand('docket.openDashboard', () => dashboards.show()),
    vscode.window.registerWebviewPanelSerializer(DASHBOARD, { deserializeWebviewPanel: async (panel) => dashboards.take(panel) }),
  );
}
