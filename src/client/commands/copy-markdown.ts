import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewNode } from '../../protocol/protocol.ts';
import { copyRows } from '../copying.ts';

/** "Docket: Copy as Markdown": rows with their boxes, links and all that is said of them, as a list. */
export function copyMarkdown(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.copyMarkdown', (given: ViewNode | null | undefined, selected?: readonly ViewNode[]) => copyRows(client, given, selected, false));
}
