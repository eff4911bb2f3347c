import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewNode } from '../../protocol/protocol.ts';

/** "Docket: Open to the Side": the document of a row in an editor beside the active one, at its line. */
export function openBeside(_client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.openBeside', async (given: Pick<ViewNode, 'open'> | null | undefined) => {
    if (!given?.open) return;
    const { uri, line } = given.open;
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { viewColumn: vscode.ViewColumn.Beside, selection: new vscode.Range(line, 0, line, 0), preview: false });
  });
}
