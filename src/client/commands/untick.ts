import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform, subjectsOf, type Given } from '../acts.ts';

/** "Docket: Mark Action as Open Again". */
export function untick(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.untick', (given: Given | null | undefined, selected?: readonly Given[]) => perform(client, subjectsOf(given, selected), { act: 'untick' }));
}
