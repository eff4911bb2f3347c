import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type DraftMeetingParams, type DraftMeetingResult } from '../../protocol/protocol.ts';
import { applyChanges } from '../apply-changes.ts';
import { inBackground } from '../background.ts';
import { chooseFolder } from '../choose-folder.ts';
import { askPatiently } from '../patience.ts';
import { documentOf, selectFirstPrompt, type Given } from '../succession.ts';

/** "Docket: Draft Next Meeting": makes the minutes of the next meeting from the record; of a draft that is there it draws the agenda again. */
export function draftMeeting(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.draftMeeting', async (given: (Given & { readonly after?: string }) | undefined) => {
    const shown = given?.after === undefined ? documentOf(given) : undefined;
    const place = given?.after === undefined ? shown : vscode.Uri.parse(given.after);
    const folder = (place && vscode.workspace.getWorkspaceFolder(place)) ?? (await chooseFolder());
    if (!folder) {
      if (!vscode.workspace.workspaceFolders?.length) inBackground(client, vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first; the new document is put into it.')));
      return;
    }
    const { asUri } = client.code2ProtocolConverter;
    const made = await askPatiently<DraftMeetingResult>(client, vscode.l10n.t('Drafting the next meeting'), Method.draftMeeting, { folder: asUri(folder.uri), ...(shown ? { uri: asUri(shown) } : {}), ...(given?.after === undefined ? {} : { after: given.after }) } satisfies DraftMeetingParams);
    if (!made) return;
    if ('refused' in made) {
      inBackground(client, vscode.window.showErrorMessage(made.refused));
      return;
    }
    if (!(await applyChanges(client, made.changes))) return;
    const editor = await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(made.open));
    if (made.isNew) {
      selectFirstPrompt(editor);
      if (made.account.length) inBackground(client, vscode.window.showInformationMessage(made.account.join(' ')));
    } else inBackground(client, tell(client, made.changes.length ? vscode.l10n.t('The agenda was drawn again; what people wrote stayed.') : vscode.l10n.t('The agenda is up to date.'), made.account));
  });
}

async function tell(client: BaseLanguageClient, summary: string, account: readonly string[]): Promise<void> {
  const details = vscode.l10n.t('Show Details');
  for (const line of account) client.outputChannel.info(line);
  if ((await vscode.window.showInformationMessage(summary, ...(account.length ? [details] : []))) === details) client.outputChannel.show();
}
