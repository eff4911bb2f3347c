import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type DueChoice, type DueParams } from '../protocol/protocol.ts';
import { answerOf } from './answer.ts';
import { newestOf } from './newest.ts';

interface DayItem extends vscode.QuickPickItem {
  readonly day: string | null;
}

/** Asks for a day, from a list or as it is typed; null for none, undefined where the user gave up. */
export async function pickDay(client: BaseLanguageClient, uri: string, title: string, none?: string): Promise<string | null | undefined> {
  await client.start();
  const pick = vscode.window.createQuickPick<DayItem>();
  const ask = newestOf<DueParams, readonly DueChoice[]>(client, Method.dueChoices);
  const show = async (written: string): Promise<void> => {
    const choices = await ask({ uri, written });
    if (!choices) return;
    const items = choices.map(({ label, day, weekday }): DayItem => ({ label: `$(calendar) ${label}`, description: `${weekday}, ${day}`, day, alwaysShow: true }));
    if (!items.length) pick.items = [{ label: `$(error) ${vscode.l10n.t('“{0}” is no day; write 2026-01-31, fri or +7d', written.trim())}`, day: null, alwaysShow: true, description: '' }];
    else pick.items = [...items, ...(none === undefined || written.trim() !== '' ? [] : [{ label: `$(circle-slash) ${none}`, day: null, alwaysShow: true }])];
  };
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose a day, or write one: 2026-01-31, fri, +7d');
  pick.onDidChangeValue((value) => void show(value));
  await show('');
  const chosen = await answerOf(pick);
  // A row that only says that no day was written has a place for a description.
  return chosen && chosen.day === null && chosen.description === '' ? undefined : chosen?.day;
}
