import * as vscode from 'vscode';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';
import { inBackground } from './background.ts';

/** How often the server is started again within `WITHIN` milliseconds before Docket gives up. */
const MOST = 4;
const WITHIN = 180_000;

/**
 * Starts a server that crashed again and says so the first time. Where it keeps crashing, it is left alone
 * until the user wants it started, from the message, from a view or by any command.
 */
export function restarts(client: () => BaseLanguageClient): ErrorHandler {
  let crashes: number[] = [];
  let isSaid = false;

  const giveUp = async (): Promise<void> => {
    await vscode.commands.executeCommand('setContext', 'docket.stopped', true);
    const again = vscode.l10n.t('Start Again');
    const text = vscode.l10n.t('Docket’s language server crashed {0} times in three minutes, so it was not started again.', MOST + 1);
    if ((await vscode.window.showErrorMessage(text, again)) === again) await client().start();
  };

  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < WITHIN), now];
      if (crashes.length > MOST) {
        crashes = [];
        inBackground(client(), giveUp());
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (!isSaid) inBackground(client(), vscode.window.showWarningMessage(vscode.l10n.t('Docket’s language server stopped unexpectedly and was started again.')));
      isSaid = true;
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

/** Keeps the contexts that decide what an empty view says: `docket.ready`, and `docket.stopped` where the server was given up. */
export function watchState(client: BaseLanguageClient): vscode.Disposable {
  return client.onDidChangeState(({ newState }) => {
    inBackground(client, vscode.commands.executeCommand('setContext', 'docket.ready', newState === State.Running));
    if (newState === State.Running) inBackground(client, vscode.commands.executeCommand('setContext', 'docket.stopped', false));
    if (newState === State.StartFailed) inBackground(client, vscode.commands.executeCommand('setContext', 'docket.stopped', true));
  });
}
