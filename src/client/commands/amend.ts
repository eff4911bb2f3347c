import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { succeed, type Given } from '../succession.ts';

/** "Docket: Amend": a new document that changes a part of another one, which stays in force. */
export function amend(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.amend', (given: Given | undefined) => succeed(client, 'amend', given, vscode.l10n.t('Title of the document that amends it')));
}
