import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Milliseconds for which somebody waits without being told what for. */
const PATIENCE = 1000;

/** Asks the server for what a command needs; where that takes longer than a moment, as while the documents are still being read, a notification says so and offers to cancel it: undefined then. */
export async function askPatiently<Result>(client: BaseLanguageClient, title: string, method: string, params?: object): Promise<Result | undefined> {
  await client.start();
  const cancelling = new vscode.CancellationTokenSource();
  const asked = client.sendRequest<Result>(method, params, cancelling.token);
  const settled = asked.then(() => {}, () => {});
  const showing = setTimeout(() => void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => cancelling.cancel());
    return settled;
  }), PATIENCE);
  try {
    return await asked;
  } catch (error) {
    if (!cancelling.token.isCancellationRequested) throw error;
    return undefined;
  } finally {
    clearTimeout(showing);
    cancelling.dispose();
  }
}
