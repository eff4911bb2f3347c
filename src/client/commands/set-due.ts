import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform, subjectsOf, type Given } from '../acts.ts';
import { pickDay } from '../pick-day.ts';

/** "Docket: Set Due Date of Action": asks by when it is to be done. */
export function setDue(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.setDue', async (given: Given | null | undefined, selected?: readonly Given[]) => {
    const subjects = subjectsOf(given, selected);
    const value = given?.value !== undefined || !subjects[0] ? given?.value : await pickDay(client, subjects[0].uri, vscode.l10n.t('Due Date'), vscode.l10n.t('No Due Date'));
    return value === undefined && subjects.length ? false : perform(client, subjects, { act: 'due', value: value ?? null });
  });
}
