import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** "Docket: Show Output": what the server had to say. */
export function showOutput(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.showOutput', () => client.outputChannel.show());
}
