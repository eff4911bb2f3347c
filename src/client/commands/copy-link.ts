import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewNode } from '../../protocol/protocol.ts';
import { copyRows } from '../copying.ts';

/** "Docket: Copy Link": a link to what a row stands for, for a document at the top of the folder. */
export function copyLink(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.copyLink', (given: ViewNode | null | undefined, selected?: readonly ViewNode[]) => copyRows(client, given, selected, true));
}
