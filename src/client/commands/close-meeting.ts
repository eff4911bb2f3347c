import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type CloseMeetingResult, type DocumentParams } from '../../protocol/protocol.ts';
import { applyChanges } from '../apply-changes.ts';
import { inBackground } from '../background.ts';
import { askPatiently } from '../patience.ts';
import { documentOf, type Given } from '../succession.ts';

/** "Docket: Close Meeting": turns what was agreed into action items and ticks what is done where it was agreed, shown before anything is changed. */
export function closeMeeting(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.closeMeeting', async (given: (Given & { readonly isConfirmed?: boolean }) | undefined) => {
    const uri = documentOf(given);
    if (!uri) {
      inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('Open the minutes first.')));
      return;
    }
    const made = await askPatiently<CloseMeetingResult>(client, vscode.l10n.t('Closing the meeting'), Method.closeMeeting, { uri: client.code2ProtocolConverter.asUri(uri) } satisfies DocumentParams);
    if (!made) return;
    if ('refused' in made) {
      inBackground(client, vscode.window.showErrorMessage(made.refused));
      return;
    }
    if (!(await applyChanges(client, made.changes, given?.isConfirmed || !made.changes.length ? undefined : vscode.l10n.t('Close meeting')))) return;
    for (const line of [...made.account, ...made.left]) client.outputChannel.info(line);
    inBackground(client, tell(client.code2ProtocolConverter.asUri(uri), made));
  });
}

async function tell(after: string, { changes, left }: Exclude<CloseMeetingResult, { refused: string }>): Promise<void> {
  if (left.length) return void (await vscode.window.showWarningMessage(left.join(' ')));
  const next = vscode.l10n.t('Draft Next Meeting');
  const summary = changes.length ? vscode.l10n.t('The meeting is closed: its TODOs are action items, and what was ticked is ticked where it was agreed.') : vscode.l10n.t('There is nothing to close: no TODO is left, and what is ticked is ticked where it was agreed.');
  if ((await vscode.window.showInformationMessage(summary, next)) === next) await vscode.commands.executeCommand('docket.draftMeeting', { after });
}
