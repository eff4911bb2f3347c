import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type IndexParams, type IndexResult } from '../../protocol/protocol.ts';
import { applyChanges } from '../apply-changes.ts';
import { askPatiently } from '../patience.ts';

/** "Docket: Update Index": brings the lists of records up to date, and offers to take out the rows of records that are gone. */
export function updateIndex(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.updateIndex', async (given: IndexParams | undefined) => {
    const ask = (params: IndexParams): Promise<IndexResult | undefined> => askPatiently<IndexResult>(client, vscode.l10n.t('Comparing lists with records'), Method.updateIndex, params);
    const result = await ask(given?.uri === undefined ? {} : { uri: given.uri });
    if (!result) return;
    if ('refused' in result) {
      void vscode.window.showInformationMessage(result.refused);
      return;
    }
    if (!(await applyChanges(client, result.changes))) return;
    void report(result, async () => {
      const pruned = await ask({ ...(given?.uri === undefined ? {} : { uri: given.uri }), removesGone: true });
      if (pruned && !('refused' in pruned)) await applyChanges(client, pruned.changes);
    });
  });
}

async function report({ added, changed, unplaced, gone }: Exclude<IndexResult, { refused: string }>, prune: () => Promise<void>): Promise<void> {
  const done = added + changed ? vscode.l10n.t('Index: {0} records added, {1} entries corrected.', added, changed) : vscode.l10n.t('The index is up to date.');
  if (unplaced.length) void vscode.window.showWarningMessage(vscode.l10n.t('No list is clearly the one for {0}; add it by hand.', unplaced.join(', ')));
  if (!gone.length) {
    if (!unplaced.length) void vscode.window.showInformationMessage(done);
    return;
  }
  const remove = vscode.l10n.t('Remove Their Rows');
  if ((await vscode.window.showWarningMessage(vscode.l10n.t('The index still lists records that are gone: {0}.', gone.join(', ')), remove)) === remove) await prune();
}
