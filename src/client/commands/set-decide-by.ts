import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentsOf, nothingChosen, perform, type Given } from '../acts.ts';
import { pickDay } from '../pick-day.ts';

/** "Docket: Set Date to Decide By": asks by when a document is to be decided. */
export function setDecideBy(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.setDecideBy', async (given: Given | null | undefined, selected?: readonly Given[]) => {
    const subjects = documentsOf(given, selected);
    const value = given?.value ?? (subjects[0] && (await pickDay(client, subjects[0].uri, vscode.l10n.t('Decide By'))));
    return typeof value === 'string' ? perform(client, subjects, { act: 'decideBy', value }) : subjects.length ? false : nothingChosen();
  });
}
