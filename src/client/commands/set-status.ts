import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type DocumentParams, type StatusSteps } from '../../protocol/protocol.ts';
import { documentsOf, nothingChosen, perform, type Given } from '../acts.ts';
import { askPatiently } from '../patience.ts';

/** "Docket: Change Status": asks which of the statuses that may follow. */
export function setStatus(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.setStatus', async (given: Given | null | undefined, selected?: readonly Given[]) => {
    const subjects = documentsOf(given, selected);
    const [first] = subjects;
    if (!first) return nothingChosen();
    const value = given?.value ?? (await chooseStatus(client, first.uri));
    if (value === SUPERSEDE) return vscode.commands.executeCommand('docket.supersede', { uri: first.uri });
    return typeof value === 'string' ? perform(client, subjects, { act: 'status', value }) : false;
  });
}

const SUPERSEDE = '$supersede';

async function chooseStatus(client: BaseLanguageClient, uri: string): Promise<string | undefined> {
  const steps = await askPatiently<StatusSteps | null>(client, vscode.l10n.t('Reading the documents…'), Method.statusSteps, { uri } satisfies DocumentParams);
  if (steps === undefined) return undefined;
  if (!steps) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is no design doc, decision record or postmortem with a status.'));
    return undefined;
  }
  const items = [
    ...steps.steps.map(({ value, label, description, icon }) => ({ label: `$(${icon}) ${label}`, description, value })),
    { label: `$(replace) ${vscode.l10n.t('Superseded by a New Document…')}`, description: '', value: SUPERSEDE },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Change Status'), placeHolder: vscode.l10n.t('Now: {0}', steps.label) }))?.value;
}
