import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform, subjectsOf, type Given } from '../acts.ts';

/** "Docket: Mark Action as Done": ticks the action of a row, or on the line of the cursor; on a row that is done it takes it for open again. */
export function tick(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.tick', async (given: (Given & { readonly kind?: string; readonly checked?: boolean }) | null | undefined, selected?: readonly Given[]) => {
    // Space opens and closes what is nothing to do; of an action without a box the server says why it cannot be ticked.
    if (given?.kind !== undefined && !given.subject?.action) return vscode.commands.executeCommand('list.toggleExpand');
    return perform(client, subjectsOf(given, selected), { act: given?.checked ? 'untick' : 'tick' });
  });
}
