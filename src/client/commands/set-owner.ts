import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { perform, subjectsOf, type Given } from '../acts.ts';
import { pickPerson } from '../pick-person.ts';

/** "Docket: Set Owner of Action": asks who does it. */
export function setOwner(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.setOwner', async (given: Given | null | undefined, selected?: readonly Given[]) => {
    const subjects = subjectsOf(given, selected);
    const value = given?.value !== undefined || !subjects[0] ? given?.value : await pickPerson(client, subjects[0].uri, vscode.l10n.t('Owner'));
    return value === undefined && subjects.length ? false : perform(client, subjects, { act: 'owner', value: value ?? null });
  });
}
