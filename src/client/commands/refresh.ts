import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method } from '../../protocol/protocol.ts';

/** "Docket: Refresh": reads every file again. */
export function refresh(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.refresh', async () => {
    await client.start();
    await vscode.window.withProgress({ location: { viewId: 'docket.decisions' } }, () => client.sendRequest(Method.refresh));
  });
}
