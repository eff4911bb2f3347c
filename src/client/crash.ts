import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** How often the server is started again within `WITHIN` milliseconds before Docket gives up. */
const MOST = 4;
const WITHIN = 180_000;

/** Starts a server that crashed again and says so the first time; gives up, and says that too, where it keeps crashing. */
export function restartOnce(): ErrorHandler {
  const crashes: number[] = [];
  let said = false;
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      if (crashes.filter((time) => now - time < WITHIN).length > MOST) {
        return { action: CloseAction.DoNotRestart, message: vscode.l10n.t('Docket’s language server crashed {0} times in three minutes and was not started again; reload the window to try once more.', MOST + 1) };
      }
      if (!said) void vscode.window.showWarningMessage(vscode.l10n.t('Docket’s language server stopped unexpectedly and was started again.'));
      said = true;
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
