import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform, subjectsOf, type Given } from '../acts.ts';

/** "Docket: Mark Action as Done": ticks the action of a row, or on the line of the cursor; on a row that is done or has no box it does the other thing that the key is for. */
export function tick(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.tick', async (given: (Given & { readonly kind?: string; readonly checked?: boolean }) | null | undefined, selected?: readonly Given[]) => {
    // Space opens and closes what has nothing to tick.
    if (given?.kind !== undefined && given.checked === undefined) return vscode.commands.executeCommand('list.toggleExpand');
    return perform(client, subjectsOf(given, selected), { act: given?.checked ? 'untick' : 'tick' });
  });
}
