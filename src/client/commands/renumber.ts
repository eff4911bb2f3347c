import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type RenumberParams, type RenumberResult } from '../../protocol/protocol.ts';
import { applyChanges } from '../apply-changes.ts';
import { askPatiently } from '../patience.ts';
import { documentOf, type Given } from '../succession.ts';

/** "Docket: Renumber": another number for a document and for every citation of it, shown before anything is changed. */
export function renumber(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.renumber', async (given: (Given & { readonly number?: number; readonly isConfirmed?: boolean }) | undefined) => {
    const uri = documentOf(given);
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the document first, or choose it in the view Decisions.'));
      return;
    }
    const number = given?.number ?? (given?.isConfirmed ? undefined : await askNumber(uri));
    if (number === null) return;
    const made = await askPatiently<RenumberResult>(client, vscode.l10n.t('Looking for citations'), Method.renumber, { uri: client.code2ProtocolConverter.asUri(uri), ...(number === undefined ? {} : { number }) } satisfies RenumberParams);
    if (!made) return;
    if ('refused' in made) {
      void vscode.window.showErrorMessage(made.refused);
      return;
    }
    if (!(await applyChanges(client, made.changes, given?.isConfirmed ? undefined : vscode.l10n.t('New number')))) return;
    if (made.undecided.length) void vscode.window.showWarningMessage(vscode.l10n.t('These mentions may mean another document and were left as they are: {0}.', made.undecided.join(', ')));
  });
}

// Null where the user gave up; undefined for the next free number.
async function askNumber(uri: vscode.Uri): Promise<number | null | undefined> {
  const answer = await vscode.window.showInputBox({
    title: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    prompt: vscode.l10n.t('New number; leave it empty for the next one that is free'),
    validateInput: (value) => (/^\d{0,8}$/.test(value.trim()) ? undefined : vscode.l10n.t('Write digits, such as 12.')),
  });
  return answer === undefined ? null : answer.trim() === '' ? undefined : Number(answer);
}
