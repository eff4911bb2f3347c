import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { succeed, type Given } from '../succession.ts';

/** "Docket: Supersede": a new document that takes the place of another one. */
export function supersede(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.supersede', (given: Given | undefined) => succeed(client, 'supersede', given, vscode.l10n.t('Title of the document that takes its place')));
}
