import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type RuleChoice } from '../../protocol/protocol.ts';
import { showRulePage } from '../rule-pages.ts';

/** "Docket: Open Rule Page": what a rule asks for and why; asks which one where none is given. */
export function openRulePage(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('docket.openRulePage', async (given: unknown) => {
    const rule = typeof given === 'string' ? given : await choose(client);
    if (rule !== undefined) await showRulePage(rule);
  });
}

async function choose(client: BaseLanguageClient): Promise<string | undefined> {
  await client.start();
  const rules = await client.sendRequest<RuleChoice[]>(Method.rules);
  const chosen = await vscode.window.showQuickPick(
    rules.map(({ id, title }) => ({ label: id, detail: title })),
    { title: vscode.l10n.t('Open Rule Page'), placeHolder: vscode.l10n.t('Which rule?'), matchOnDetail: true },
  );
  return chosen?.label;
}
